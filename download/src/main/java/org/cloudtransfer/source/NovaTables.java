package org.cloudtransfer.source;

/** What Nova's tables have in common. */
final class NovaTables {
  private NovaTables() {}

  /**
   * The main database keeps deleted rows, marked with their own ID; the API database deletes them.
   * Nova itself would not see a row whose mark is NULL.
   */
  static String live(Schema schema, String table) {
    return schema.has(table, "deleted") ? "deleted = 0" : "TRUE";
  }
}
