/**
 * The words both programs share: resource kinds, their records, and the CSV tables that hold them.
 *
 * <p>A <em>kind</em> is what a user selects ({@code --keypairs}); a <em>table</em> is one CSV file
 * of the archive; a <em>row</em> is one record in it, named by its {@link
 * org.cloudtransfer.resource.RowKey}. Everything here is a value: no files, no network, no
 * database.
 */
package org.cloudtransfer.resource;
