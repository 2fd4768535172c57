/**
 * Neutron v2.0: security groups, their rules, quotas.
 *
 * <p>An item of a request is first <em>prepared</em> (unknown attributes refused, defaults filled
 * in, values converted), then counted against the quota, then checked against what is there: the
 * order in which neutron finds fault.
 */
package org.cloudtransfer.simulator.neutron;
