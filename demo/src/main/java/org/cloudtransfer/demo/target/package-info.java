/**
 * The new cloud: the simulator as a Newton, with the old one's projects and users, and with others'
 * things in it that nobody may touch.
 */
package org.cloudtransfer.demo.target;
