/**
 * Who is who: from the source's user and project IDs to the target's.
 *
 * <p>Users are placed by a chain of {@link org.cloudtransfer.upload.identity.UserResolver}s; the
 * first that knows answers, every answer says where it came from, and two candidates are an answer
 * too: nobody. Only users that own something are looked up; a directory is never listed whole, but
 * for the reader of a plan's report who is to place somebody.
 */
package org.cloudtransfer.upload.identity;
