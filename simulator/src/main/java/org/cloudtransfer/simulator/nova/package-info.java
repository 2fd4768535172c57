/**
 * Nova v2.1 with its microversions: keypairs, quota sets, and the little around them that clients
 * ask for. No servers.
 *
 * <p>Each answer follows what the real services said (Zed, measured in the lab), and what Newton's
 * source says where that differs.
 */
package org.cloudtransfer.simulator.nova;
