package org.cloudtransfer.source;

import static org.cloudtransfer.source.Release.KILO;
import static org.cloudtransfer.source.Release.LIBERTY;
import static org.cloudtransfer.source.Release.MITAKA;
import static org.cloudtransfer.source.Release.NEWTON;
import static org.cloudtransfer.source.Release.OCATA;
import static org.cloudtransfer.source.Release.R2023_2;
import static org.cloudtransfer.source.Release.STEIN;
import static org.cloudtransfer.source.Release.USSURI;
import static org.cloudtransfer.source.Release.VICTORIA;
import static org.cloudtransfer.source.Release.WALLABY;
import static org.cloudtransfer.source.Release.YOGA;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cloudtransfer.config.ServiceDatabase;
import org.cloudtransfer.database.Dialect;

/** The tables and columns that matter here, as a release's migrations leave them. */
public final class DocumentedSchema implements Schema {
  private final ServiceDatabase database;
  private final Release release;
  private final Dialect dialect;
  private final Map<String, Set<String>> tables = new LinkedHashMap<>();

  public DocumentedSchema(ServiceDatabase database, Release release, Dialect dialect) {
    this.database = database;
    this.release = release;
    this.dialect = dialect;
    switch (database) {
      case NOVA -> nova();
      case NOVA_API -> novaApi();
      case NEUTRON -> neutron();
      case CINDER -> cinder();
      case KEYSTONE -> keystone();
    }
  }

  @Override
  public String description() {
    return database.text() + " of " + release.text();
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public Set<String> columns(String table) {
    return tables.getOrDefault(table, Set.of());
  }

  /**
   * What is documented, but not there.
   *
   * @param found the schema of a database that claims to be of this release
   * @return tables, and columns of the others as {@code table.column}, sorted
   */
  List<String> missingIn(Schema found) {
    List<String> missing = new ArrayList<>();
    new TreeMap<>(tables)
        .forEach(
            (table, columns) -> {
              if (!found.has(table)) {
                missing.add(table);
              } else {
                columns.stream()
                    .filter(column -> !found.has(table, column))
                    .forEach(column -> missing.add(table + "." + column));
              }
            });
    return missing;
  }

  private void nova() {
    table("key_pairs", "user_id", "name", "public_key", "fingerprint", "deleted");
    since(KILO, "key_pairs", "type");
    table("quotas", "project_id", "resource", "hard_limit", "deleted");
    table("project_user_quotas", "project_id", "user_id", "resource", "hard_limit", "deleted");
    table("quota_classes", "id", "class_name", "resource", "hard_limit", "deleted");
  }

  private void novaApi() {
    since(NEWTON, "key_pairs", "user_id", "name", "public_key", "fingerprint", "type");
    since(OCATA, "quotas", "project_id", "resource", "hard_limit");
    since(OCATA, "project_user_quotas", "project_id", "user_id", "resource", "hard_limit");
    since(OCATA, "quota_classes", "id", "class_name", "resource", "hard_limit");
  }

  private void cinder() {
    table("quotas", "id", "project_id", "resource", "hard_limit", "deleted");
    table("quota_classes", "id", "class_name", "resource", "hard_limit", "deleted");
  }

  private void neutron() {
    String owner = release.since(NEWTON) ? "project_id" : "tenant_id";
    table("quotas", owner, "resource", "limit");
    table("securitygroups", "id", owner, "name");
    table("securitygrouprules", "id", "security_group_id", owner, "direction", "ethertype");
    table("securitygrouprules", "protocol", "port_range_min", "port_range_max");
    table("securitygrouprules", "remote_ip_prefix", "remote_group_id");
    until(LIBERTY, "securitygroups", "description");
    since(KILO, "default_security_group", owner, "security_group_id");
    since(MITAKA, "standardattributes", "id", "description");
    since(MITAKA, "securitygroups", "standard_attr_id");
    since(MITAKA, "securitygrouprules", "standard_attr_id");
    since(MITAKA, "tags", "standard_attr_id", "tag");
    since(STEIN, "securitygrouprbacs", "object_id", "action");
    since(USSURI, "securitygroups", "stateful");
    since(VICTORIA, "address_groups", "id", "name");
    since(VICTORIA, "address_associations", "address", "address_group_id");
    since(WALLABY, "securitygrouprules", "remote_address_group_id");
    if (release.since(STEIN)) {
      table("securitygrouprbacs", release.since(YOGA) ? "target_project" : "target_tenant");
    }
    since(R2023_2, "securitygroupdefaultrules", "id", "direction", "ethertype", "protocol");
    since(R2023_2, "securitygroupdefaultrules", "port_range_min", "port_range_max");
    since(R2023_2, "securitygroupdefaultrules", "remote_ip_prefix", "remote_group_id");
    since(R2023_2, "securitygroupdefaultrules", "remote_address_group_id");
    since(R2023_2, "securitygroupdefaultrules", "used_in_default_sg", "used_in_non_default_sg");
  }

  private void keystone() {
    table("user", "id", "enabled");
    until(LIBERTY, "user", "name", "domain_id");
    since(OCATA, "user", "domain_id");
    since(MITAKA, "local_user", "user_id", "name", "domain_id");
    since(MITAKA, "federated_user", "user_id", "display_name");
    since(NEWTON, "nonlocal_user", "user_id", "name", "domain_id");
    table("id_mapping", "public_id", "domain_id", "local_id", "entity_type");
    table("project", "id", "name", "domain_id", "enabled");
    since(LIBERTY, "project", "is_domain");
    until(MITAKA, "domain", "id", "name");
  }

  private void table(String table, String... columns) {
    tables.computeIfAbsent(table, t -> new TreeSet<>()).addAll(Set.of(columns));
  }

  private void since(Release first, String table, String... columns) {
    if (release.since(first)) {
      table(table, columns);
    }
  }

  private void until(Release last, String table, String... columns) {
    if (last.since(release)) {
      table(table, columns);
    }
  }
}
