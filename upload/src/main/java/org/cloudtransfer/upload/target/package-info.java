/**
 * The kinds on the target's side: one place each for what is peculiar to it — how it is read, when
 * two are the same, how it is made or set, what happens if that is repeated.
 *
 * <p>To add a kind: a class here that implements {@link org.cloudtransfer.upload.target.Target},
 * and a line in {@link org.cloudtransfer.upload.target.Targets}.
 */
package org.cloudtransfer.upload.target;
