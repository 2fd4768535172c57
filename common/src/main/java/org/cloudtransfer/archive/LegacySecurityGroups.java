package org.cloudtransfer.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cloudtransfer.resource.Row;
import org.cloudtransfer.resource.SecurityGroup;
import org.cloudtransfer.resource.SecurityGroupRule;

/**
 * Groups out of format 0's join of groups with rules.
 *
 * <p>The join lost two things: groups without rules, and the owner of a group, for the {@code
 * tenant_id} in it is the rule's. Where all rules of a group agree, theirs is the group's. Where
 * they do not, an administrator has added a rule to somebody's group; then the two rules that let
 * everything out tell, for Neutron made them with the group and in its project. Where one is gone
 * or they differ, the owner is the empty string: such a group is withheld rather than given to the
 * wrong project.
 */
record LegacySecurityGroups(
    List<SecurityGroup> groups, List<SecurityGroupRule> rules, List<String> remarks) {

  static LegacySecurityGroups of(List<Row> rows) {
    Map<String, List<Row>> byGroup = new LinkedHashMap<>();
    for (Row row : rows) {
      byGroup.computeIfAbsent(row.required("id"), id -> new ArrayList<>()).add(row);
    }
    LegacySecurityGroups result =
        new LegacySecurityGroups(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    result.remarks.add(
        "The old tool dropped security groups without rules, the descriptions of rules, and which"
            + " group is its project's default one (taken here by the name default); rules that"
            + " name a dropped group are withheld. It kept the owners of rules, not of groups: they"
            + " are taken from these.");
    byGroup.forEach(result::add);
    result.withoutRivals();
    return result;
  }

  private void add(String id, List<Row> rows) {
    Row first = rows.get(0);
    String owner = owner(id, rows);
    boolean isDefault = "default".equals(first.text("name"));
    groups.add(
        new SecurityGroup(
            id, owner, first.text("name"), first.text("description"), null, isDefault));
    for (int i = 0; i < rows.size(); i++) {
      rules.add(rule(id, id + "#" + (i + 1), rows.get(i)));
    }
  }

  /**
   * Kilo and before could make a project two groups of the name; the archive does not tell which of
   * them new ports got, so none is taken for it: to join them would open one for the other's.
   */
  private void withoutRivals() {
    Map<String, Long> defaults =
        groups.stream()
            .filter(SecurityGroup::isDefault)
            .collect(
                Collectors.groupingBy(
                    SecurityGroup::projectId, TreeMap::new, Collectors.counting()));
    defaults.values().removeIf(count -> count == 1);
    groups.replaceAll(g -> g.isDefault() && defaults.containsKey(g.projectId()) ? plain(g) : g);
    defaults.forEach(
        (project, count) ->
            remarks.add(
                String.format(
                    "Project %s has %d groups of the name default; which of them is its default"
                        + " group is unknown.",
                    project.isEmpty() ? "unknown" : project, count)));
  }

  private static SecurityGroup plain(SecurityGroup g) {
    return new SecurityGroup(g.id(), g.projectId(), g.name(), g.description(), g.stateful(), false);
  }

  private String owner(String id, List<Row> rows) {
    Set<String> owners = tenants(rows);
    if (owners.size() == 1) {
      return owners.iterator().next();
    }
    List<Row> automatic = rows.stream().filter(LegacySecurityGroups::isOpenEgress).toList();
    Set<String> makers = tenants(automatic);
    boolean both = automatic.stream().map(row -> row.text("ethertype")).distinct().count() == 2;
    String owner = both && makers.size() == 1 ? makers.iterator().next() : "";
    remarks.add(
        String.format(
            "The rules of security group %s (%s) belong to the projects %s; its owner is %s.",
            rows.get(0).text("name"),
            id,
            String.join(", ", owners),
            owner.isEmpty() ? "unknown" : "taken to be " + owner + ", from its automatic rules"));
    return owner;
  }

  private static Set<String> tenants(List<Row> rows) {
    Set<String> tenants = new TreeSet<>();
    rows.forEach(row -> tenants.add(LegacyReader.orEmpty(row, "tenant_id")));
    return tenants;
  }

  private static boolean isOpenEgress(Row row) {
    return "egress".equals(row.text("direction"))
        && row.text("protocol") == null
        && row.text("remote_ip_prefix") == null
        && row.text("remote_group_id") == null;
  }

  private static SecurityGroupRule rule(String group, String id, Row row) {
    return new SecurityGroupRule(
        id,
        group,
        row.text("tenant_id"),
        LegacyReader.orEmpty(row, "direction"),
        LegacyReader.orEmpty(row, "ethertype"),
        row.text("protocol"),
        row.integer("port_range_min"),
        row.integer("port_range_max"),
        row.text("remote_ip_prefix"),
        row.text("remote_group_id"),
        null);
  }
}
