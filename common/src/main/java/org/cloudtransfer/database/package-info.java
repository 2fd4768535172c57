/**
 * Reads databases that belong to others: one read-only, repeatable-read transaction per database,
 * rows as a stream, and every failure sorted by who can mend it. All JDBC is here and in the
 * mappings from a result row to a record; what servers do differently is known to {@link
 * org.cloudtransfer.database.Dialect}.
 */
package org.cloudtransfer.database;
