/**
 * The archive: {@code NAME.tar.bz2} and its unpacked form, the data directory {@code NAME/}.
 *
 * <p>Writing is all or nothing: files carry temporary names until everything is on disk. Reading
 * checks everything before the first row is handed out: paths, sizes, sums, columns, keys. Archives
 * of the Python 2 tool (format 0) are read, never written.
 */
package org.cloudtransfer.archive;
