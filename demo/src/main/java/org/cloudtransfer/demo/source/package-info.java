/**
 * The old cloud: a real PostgreSQL with the databases of Liberty, and the configuration of its
 * services as SUSE's crowbar writes it.
 */
package org.cloudtransfer.demo.source;
