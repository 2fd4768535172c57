/**
 * Finds out how to reach a service's database: which configuration files there are, what they say
 * by oslo.config's rules, and what SQLAlchemy would make of the URL in them.
 *
 * <p>A <em>service</em> is what has configuration files of its own; a <em>service database</em> is
 * one of the databases they name (Nova has two). Nothing here connects to anything, and everything
 * that may hold a password prints without it.
 */
package org.cloudtransfer.config;
