/**
 * Cinder v2 and v3: quota sets and volume types. No volumes: how much is in use is told by the
 * test.
 */
package org.cloudtransfer.simulator.cinder;
