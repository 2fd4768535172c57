package org.cloudtransfer.source;

/** What Neutron's tables have in common. */
final class NeutronTables {
  private NeutronTables() {}

  /** The owner's column, which Newton's contract step renames. */
  static String owner(Schema schema, String table) {
    return schema.has(table, "project_id") ? "project_id" : "tenant_id";
  }

  /**
   * An expression for the description of what {@code alias} stands for. Mitaka moves descriptions
   * of groups to a table of their own, and introduces those of rules there.
   */
  static String description(Schema schema, String table, String alias) {
    if (schema.has(table, "description")) {
      return alias + ".description";
    }
    return schema.has(table, "standard_attr_id") && schema.has("standardattributes", "description")
        ? "(SELECT a.description FROM standardattributes a WHERE a.id = "
            + alias
            + ".standard_attr_id)"
        : "NULL";
  }
}
