/**
 * An OpenStack in one process: Keystone, Nova, Neutron and Cinder APIs with state, latency and
 * faults.
 *
 * <p>Written from the services' API references and from what the real services answered in the lab;
 * it knows nothing of the rest of this project, so that a misreading of the API is not repeated in
 * its judge.
 */
package org.cloudtransfer.simulator;
