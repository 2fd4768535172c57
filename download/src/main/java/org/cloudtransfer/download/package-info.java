/**
 * The program {@code download}: its commands, and the straight line from the old cloud's databases
 * to the archive.
 */
package org.cloudtransfer.download;
