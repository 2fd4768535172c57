/**
 * Runs the programs as whole processes against the simulator, a real cloud and real databases, and
 * prints what it measured beside what was to be reached.
 */
package org.cloudtransfer.benchmark;
