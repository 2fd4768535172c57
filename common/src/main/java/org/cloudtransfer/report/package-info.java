/**
 * The page that {@code --report FILE.html} writes: one file that needs no network.
 *
 * <p>{@link org.cloudtransfer.report.Page} and the records in it are all that a program has to
 * fill; what they look like is decided here. The template (jte, compiled with this module) writes
 * what can be said in a few lines; everything that has a line for each row is data, which the
 * page's own script shows in parts.
 */
package org.cloudtransfer.report;
