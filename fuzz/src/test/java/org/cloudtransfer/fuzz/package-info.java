/**
 * Hostile input: a target for each thing that is read, replayed and mutated in the build, and run
 * for longer, guided by coverage, by {@code bin/fuzz}.
 *
 * <p>A target takes any bytes and returns if they were read, or refused in the product's own words;
 * whatever else happens is a finding. The targets lie in the packages of what they read.
 */
package org.cloudtransfer.fuzz;
