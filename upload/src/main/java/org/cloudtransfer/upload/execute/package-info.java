/**
 * Doing: the journal, the executor that writes an intent before each request and its outcome after,
 * and the brake that stops a run against a broken target.
 */
package org.cloudtransfer.upload.execute;
