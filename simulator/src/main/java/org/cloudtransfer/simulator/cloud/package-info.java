/**
 * What the simulated cloud holds: plain records, and four states (identity, compute, network,
 * volume) that keep them. Each state is its own monitor: services hold it for the length of a
 * request, tests may look and populate at any time.
 *
 * <p>Names follow the OpenStack APIs; a component that the API gives as {@code null} is {@code
 * null} here, too.
 */
package org.cloudtransfer.simulator.cloud;
