/**
 * Decisions, as values: what becomes of each row, and the requests that make it so.
 *
 * <p>Nothing here sends a request. An {@link org.cloudtransfer.upload.plan.Action} knows its
 * request and how to read what came of it; sending is the executor's.
 */
package org.cloudtransfer.upload.plan;
