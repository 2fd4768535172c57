package org.cloudtransfer.upload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A cloud as it looks from outside, for comparing it before an upload with after its rollback. Two
 * differences do not show there: a Nova limit that is set to what would hold anyway
 * (docs/decisions: project limits are set back, not deleted), and a default group that nobody has
 * changed (Neutron makes it with a project's first group and at a project's first look). A rule
 * that was removed and put back has another ID, and an empty description in place of none.
 */
record Former(JsonNode dump, boolean current) {
  private static final Map<String, Integer> NEWTON =
      Map.of("floating_ips", 10, "security_groups", 10, "security_group_rules", 20);

  private static final Map<String, Integer> NEUTRON =
      Map.of(
          "network",
          10,
          "subnet",
          10,
          "port",
          50,
          "router",
          10,
          "floatingip",
          50,
          "security_group",
          10,
          "security_group_rule",
          100);
  private static final Map<String, Integer> NEUTRON_NOW =
      Map.of(
          "network",
          100,
          "subnet",
          100,
          "port",
          500,
          "router",
          10,
          "floatingip",
          50,
          "security_group",
          10,
          "security_group_rule",
          100);
  private static final Map<String, Integer> CINDER =
      Map.of(
          "volumes",
          10,
          "snapshots",
          10,
          "gigabytes",
          1000,
          "backups",
          10,
          "backup_gigabytes",
          1000,
          "per_volume_gigabytes",
          -1,
          "groups",
          10,
          "gigabytes_fast",
          -1,
          "volumes_fast",
          -1);

  SortedSet<String> facts() {
    SortedSet<String> facts = new TreeSet<>();
    dump.properties()
        .forEach(
            part -> {
              if (part.getKey().equals("security_groups")) {
                part.getValue().properties().forEach(g -> group(g.getKey(), g.getValue(), facts));
              } else if (!part.getKey().endsWith("_quotas")) {
                flatten("/" + part.getKey(), part.getValue(), facts);
              }
            });
    flatten("/class", dump.path("nova_class_quotas"), facts);
    limits("neutron", current ? NEUTRON_NOW : NEUTRON, facts);
    limits("cinder", CINDER, facts);
    limits(facts);
    return facts;
  }

  private static void flatten(String path, JsonNode node, SortedSet<String> facts) {
    if (node.isObject()) {
      node.properties().forEach(p -> flatten(path + "/" + p.getKey(), p.getValue(), facts));
    } else {
      facts.add(path + " = " + node);
    }
  }

  private static void group(String id, JsonNode group, SortedSet<String> facts) {
    SortedSet<String> rules = new TreeSet<>();
    for (JsonNode rule : group.path("rules")) {
      ObjectNode plain = rule.deepCopy();
      plain.remove("id");
      plain.put("description", rule.path("description").asText(""));
      rules.add(plain.toString().replace(id, "itself").replace(":null", ":\"\""));
    }
    boolean untouched =
        rules.size() == 4
            && rules.stream().filter(r -> r.contains("\"itself\"")).count() == 2
            && rules.stream().allMatch(r -> r.contains("\"protocol\":\"\""))
            && rules.stream().allMatch(r -> r.contains("\"remote_ip_prefix\":\"\""));
    if (!group.path("is_default").asBoolean() || !untouched) {
      ObjectNode bare = group.deepCopy();
      bare.remove("rules");
      facts.add(id + " " + bare);
      rules.forEach(rule -> facts.add(id + " has " + rule));
    }
  }

  private void limits(String service, Map<String, Integer> defaults, SortedSet<String> facts) {
    dump.path(service + "_quotas")
        .properties()
        .forEach(
            project ->
                project
                    .getValue()
                    .properties()
                    .forEach(
                        l ->
                            limit(
                                service + " " + project.getKey(),
                                l.getKey(),
                                l.getValue(),
                                defaults,
                                facts)));
  }

  /** What holds for projects and users, if it is not what holds for everybody. */
  private void limits(SortedSet<String> facts) {
    Map<String, Integer> all = new TreeMap<>(defaults());
    put(dump.path("nova_class_quotas"), all);
    dump.path("nova_quotas")
        .properties()
        .forEach(
            project ->
                project
                    .getValue()
                    .properties()
                    .forEach(l -> limit(project.getKey(), l.getKey(), l.getValue(), all, facts)));
    dump.path("nova_user_quotas")
        .properties()
        .forEach(project -> users(project.getKey(), project.getValue(), all, facts));
  }

  private void users(
      String project, JsonNode users, Map<String, Integer> all, SortedSet<String> facts) {
    Map<String, Integer> ofProject = new TreeMap<>(all);
    put(dump.path("nova_quotas").path(project), ofProject);
    users
        .properties()
        .forEach(
            user ->
                user.getValue()
                    .properties()
                    .forEach(
                        l ->
                            limit(
                                project + "/" + user.getKey(),
                                l.getKey(),
                                l.getValue(),
                                ofProject,
                                facts)));
  }

  private static void limit(
      String owner,
      String resource,
      JsonNode limit,
      Map<String, Integer> otherwise,
      SortedSet<String> facts) {
    if (!Integer.valueOf(limit.asInt()).equals(otherwise.get(resource))) {
      facts.add("limit of " + owner + ": " + resource + " = " + limit);
    }
  }

  private static void put(JsonNode limits, Map<String, Integer> into) {
    limits.properties().forEach(limit -> into.put(limit.getKey(), limit.getValue().asInt()));
  }

  private Map<String, Integer> defaults() {
    Map<String, Integer> limits = new TreeMap<>();
    limits.putAll(
        Map.of(
            "instances", 10,
            "cores", 20,
            "ram", 51200,
            "key_pairs", 100,
            "metadata_items", 128,
            "injected_files", 5,
            "injected_file_content_bytes", 10240,
            "injected_file_path_bytes", 255));
    limits.putAll(Map.of("server_groups", 10, "server_group_members", 10, "fixed_ips", -1));
    NEWTON.forEach((resource, limit) -> limits.put(resource, current ? -1 : limit));
    return limits;
  }
}
