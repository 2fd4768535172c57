/**
 * What a user of either program meets first: exit codes, selection options, the console, and the
 * exception that ends a run with a message and a remedy.
 */
package org.cloudtransfer.cli;
