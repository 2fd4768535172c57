/**
 * The wire: one HTTP server for all services, what a service sees of a request and gives as a
 * reply, the log of what was asked and the faults that tests order.
 *
 * <p>A <em>fault</em> spoils an exchange before or after the service did its work; a
 * <em>refusal</em> is a service's own "no".
 */
package org.cloudtransfer.simulator.http;
