package org.cloudtransfer.source;

/**
 * The addresses of the address group that a rule {@code r} may admit (from Wallaby on), as parts of
 * a SELECT that has a row for each of them.
 *
 * @param ruleId the rule's ID; with the address, where a group's addresses make several rules of it
 * @param prefix what the rule admits
 * @param group the address group's ID
 * @param groupName the address group's name
 * @param join what brings them in, ending in a new line
 */
record Addresses(String ruleId, String prefix, String group, String groupName, String join) {
  private static final Addresses NONE =
      new Addresses("r.id", "r.remote_ip_prefix", "NULL", "NULL", "");

  static Addresses of(Schema schema) {
    if (!schema.has("securitygrouprules", "remote_address_group_id")) {
      return NONE;
    }
    schema.require("address_groups", "id", "name");
    schema.require("address_associations", "address", "address_group_id");
    return new Addresses(
        "CASE WHEN a.address IS NULL THEN r.id ELSE concat(r.id, '/', a.address) END",
        "CASE WHEN r.remote_address_group_id IS NULL THEN r.remote_ip_prefix ELSE a.address END",
        "r.remote_address_group_id",
        "n.name",
        """
        LEFT JOIN address_groups n ON n.id = r.remote_address_group_id
        LEFT JOIN address_associations a ON a.address_group_id = r.remote_address_group_id
          AND (r.ethertype = 'IPv6') = (a.address LIKE '%:%')
        """);
  }
}
