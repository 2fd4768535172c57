/**
 * A second pair of eyes: compares the archive with what the services show, field by field.
 *
 * <p>Nothing here asks how an upload decides. The services' answers are read again, as JSON, and
 * judged by rules of this package's own, so that a mistake in deciding is found and not repeated.
 * What the two have in common is the archive, the identity map and the journal's list of IDs.
 */
package org.cloudtransfer.upload.verify;
