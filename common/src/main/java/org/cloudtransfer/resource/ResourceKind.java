package org.cloudtransfer.resource;

import java.util.List;

/**
 * The kinds of tenant resources that are carried over: the registry.
 *
 * <p>The order is the order of execution on the target: limits before what they limit, key pairs
 * before groups for no other reason than that they are quick.
 */
public enum ResourceKind {
  NOVA_QUOTAS("nova-quotas", "Nova quota sets", NovaQuota.TABLE),
  NEUTRON_QUOTAS("neutron-quotas", "Neutron quotas", NeutronQuota.TABLE),
  CINDER_QUOTAS("cinder-quotas", "Cinder quota sets", CinderQuota.TABLE),
  KEYPAIRS("keypairs", "key pairs", Keypair.TABLE),
  SECURITY_GROUPS(
      "security-groups", "security groups", SecurityGroup.TABLE, SecurityGroupRule.TABLE);

  private final String text;
  private final String title;
  private final List<Table<?>> tables;

  ResourceKind(String text, String title, Table<?>... tables) {
    this.text = text;
    this.title = title;
    this.tables = List.of(tables);
  }

  /** As in options, file names and reports, e.g. {@code nova-quotas}. */
  public String text() {
    return text;
  }

  /** In a sentence, plural, e.g. {@code Nova quota sets}. */
  public String title() {
    return title;
  }

  /** The tables of the archive that hold this kind, in the order in which they are written. */
  public List<Table<?>> tables() {
    return tables;
  }

  /** The kind that a table's name belongs to; the tables of users and projects belong to none. */
  public static java.util.Optional<ResourceKind> ofTable(String table) {
    return java.util.Arrays.stream(values())
        .filter(kind -> kind.tables.stream().anyMatch(t -> t.name().equals(table)))
        .findFirst();
  }
}
