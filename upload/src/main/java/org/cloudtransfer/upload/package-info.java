/**
 * The program {@code upload}: from options to exit code. {@link org.cloudtransfer.upload.Main}
 * alone composes; the line is archive, identity map, snapshot, plan, executor, verification,
 * report.
 */
package org.cloudtransfer.upload;
