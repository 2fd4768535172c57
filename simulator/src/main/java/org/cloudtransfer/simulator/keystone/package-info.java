/**
 * Keystone v3: logging in, the catalog, and looking up domains, projects and users. Its {@link
 * org.cloudtransfer.simulator.keystone.Gate Gate} is what the other services ask who is calling.
 */
package org.cloudtransfer.simulator.keystone;
