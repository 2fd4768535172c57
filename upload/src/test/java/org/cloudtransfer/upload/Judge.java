package org.cloudtransfer.upload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cloudtransfer.archive.Archive;
import org.cloudtransfer.resource.CinderQuota;
import org.cloudtransfer.resource.Keypair;
import org.cloudtransfer.resource.NeutronQuota;
import org.cloudtransfer.resource.NovaQuota;
import org.cloudtransfer.resource.SecurityGroup;
import org.cloudtransfer.resource.SecurityGroupRule;

/** Compares what an upload made of a target with what was there and with what the source has. */
final class Judge {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode before;
  private final JsonNode after;
  private final List<String> policy;
  private final Archive archive;
  private final Map<String, SecurityGroup> groups = new HashMap<>();
  private final Map<String, String> ours = new HashMap<>();

  Judge(Bench bench, ObjectNode before, ObjectNode after, List<String> policy) {
    this.before = before;
    this.after = after;
    this.policy = policy;
    this.archive = Archive.open(bench.tarball());
    archive.rows(SecurityGroup.TABLE).forEach(group -> groups.put(group.id(), group));
    lines(bench).forEach(this::note);
  }

  private static List<JsonNode> lines(Bench bench) {
    List<JsonNode> lines = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(bench.journal())) {
        lines.add(JSON.readTree(line));
      }
      return lines;
    } catch (JsonProcessingException e) {
      throw new AssertionError("the journal", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The journal claims which group of the target is which of the source; that is checked, too. */
  private void note(JsonNode line) {
    for (JsonNode made : line.path("made")) {
      String id = made.path("row").path(1).asText();
      if (made.path("row").path(0).asText().equals("security-groups") && made.hasNonNull("id")) {
        String earlier = ours.put(id, made.path("id").asText());
        assertThat(earlier).as("made twice: " + id).isNull();
      }
    }
  }

  /**
   * Every rule of a group that is new, or newly in one that is not, is held by one of its source.
   */
  void nothingIsWidened() {
    assertThat(new HashSet<>(ours.values())).as("one for each").hasSameSizeAs(ours.values());
    Map<String, String> sourceOf = new HashMap<>();
    ours.forEach((source, target) -> sourceOf.put(target, source));
    groups.values().stream()
        .filter(group -> group.isDefault() && !policy.contains("skip"))
        .forEach(g -> defaultOf(g.projectId(), after).ifPresent(id -> sourceOf.put(id, g.id())));
    after
        .path("security_groups")
        .properties()
        .forEach(
            there -> {
              String source = sourceOf.get(there.getKey());
              boolean isNew = before.path("security_groups").path(there.getKey()).isMissingNode();
              if (source != null) {
                judge(groups.get(source), there.getKey(), there.getValue());
              } else if (isNew) {
                assertThat(there.getValue().path("is_default").asBoolean())
                    .as("nobody's group " + there)
                    .isTrue();
              }
            });
  }

  private void judge(SecurityGroup group, String id, JsonNode there) {
    assertThat(there.path("project_id").asText()).isEqualTo(group.projectId());
    if (!group.isDefault()) {
      assertThat(there.path("name").asText()).isEqualTo(Objects.toString(group.name(), ""));
      assertThat(there.path("description").asText())
          .isEqualTo(Objects.toString(group.description(), ""));
    }
    Set<String> old = ids(before.path("security_groups").path(id).path("rules"));
    List<Traffic> source =
        archive.rows(SecurityGroupRule.TABLE).stream()
            .filter(rule -> rule.securityGroupId().equals(group.id()))
            .flatMap(rule -> traffic(rule).stream())
            .toList();
    for (JsonNode rule : there.path("rules")) {
      Optional<Traffic> traffic = traffic(rule);
      assertThat(
              old.contains(rule.path("id").asText())
                  || traffic.isEmpty()
                  || source.stream().anyMatch(s -> s.holds(traffic.get())))
          .as("the target's rule " + rule + " of " + group + " admits no more than " + source)
          .isTrue();
    }
  }

  private static Set<String> ids(JsonNode rules) {
    Set<String> ids = new HashSet<>();
    rules.forEach(rule -> ids.add(rule.path("id").asText()));
    return ids;
  }

  private Optional<Traffic> traffic(SecurityGroupRule rule) {
    return Traffic.of(
        rule.direction(),
        rule.ethertype(),
        rule.protocol(),
        rule.portRangeMin(),
        rule.portRangeMax(),
        rule.remoteIpPrefix(),
        rule.remoteGroupId() == null ? null : counterparts(rule.remoteGroupId()));
  }

  private static Optional<Traffic> traffic(JsonNode rule) {
    String remote = text(rule, "remote_group");
    return Traffic.of(
        rule.path("direction").asText(),
        rule.path("ethertype").asText(),
        text(rule, "protocol"),
        number(rule, "port_range_min"),
        number(rule, "port_range_max"),
        text(rule, "remote_ip_prefix"),
        remote == null ? null : Set.of(remote));
  }

  private static String text(JsonNode node, String field) {
    return node.hasNonNull(field) ? node.path(field).asText() : null;
  }

  private static Integer number(JsonNode node, String field) {
    return node.hasNonNull(field) ? node.path(field).asInt() : null;
  }

  /** What a source group may be in the target: ours, the default one, or one that was the same. */
  private Set<String> counterparts(String sourceId) {
    SecurityGroup group = groups.get(sourceId);
    if (group == null) {
      return Set.of();
    }
    if (ours.containsKey(sourceId)) {
      return Set.of(ours.get(sourceId));
    }
    if (group.isDefault()) {
      return defaultOf(group.projectId(), after).map(Set::of).orElse(Set.of());
    }
    return before.path("security_groups").properties().stream()
        .filter(there -> same(group, there.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static boolean same(SecurityGroup group, JsonNode there) {
    return there.path("project_id").asText().equals(group.projectId())
        && there.path("name").asText().equals(Objects.toString(group.name(), ""))
        && there.path("description").asText("").equals(Objects.toString(group.description(), ""));
  }

  private static Optional<String> defaultOf(String project, JsonNode dump) {
    return dump.path("security_groups").properties().stream()
        .filter(g -> g.getValue().path("is_default").asBoolean())
        .filter(g -> g.getValue().path("project_id").asText().equals(project))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Whoever and whatever was there is there, as it was, but for limits and default groups. */
  void nothingOfOthersIsTouched() {
    for (String part : List.of("domains", "projects", "users", "volume_types")) {
      assertThat(after.path(part)).as(part).isEqualTo(before.path(part));
    }
    assertThat(after.path("nova_class_quotas")).isEqualTo(before.path("nova_class_quotas"));
    before
        .path("keypairs")
        .properties()
        .forEach(
            user ->
                user.getValue()
                    .properties()
                    .forEach(
                        key ->
                            assertThat(
                                    after.path("keypairs").path(user.getKey()).path(key.getKey()))
                                .isEqualTo(key.getValue())));
    before.path("security_groups").properties().forEach(g -> untouched(g.getKey(), g.getValue()));
    limitsOfOthers(
        "nova_quotas",
        archive.rows(NovaQuota.TABLE).stream()
            .filter(q -> q.userId() == null)
            .map(q -> List.of(q.projectId(), q.resource()))
            .toList());
    limitsOfOthers(
        "neutron_quotas",
        archive.rows(NeutronQuota.TABLE).stream()
            .map(q -> List.of(q.projectId(), q.resource()))
            .toList());
    limitsOfOthers(
        "cinder_quotas",
        archive.rows(CinderQuota.TABLE).stream()
            .map(q -> List.of(q.projectId(), q.resource()))
            .toList());
  }

  private void untouched(String id, JsonNode group) {
    JsonNode now = after.path("security_groups").path(id);
    if (!group.path("is_default").asBoolean()) {
      assertThat(now).as("group " + id).isEqualTo(group);
    } else if (!policy.contains("exact")) {
      assertThat(now.path("rules")).as("rules of " + id).containsAll(group.path("rules"));
    }
  }

  private void limitsOfOthers(String part, List<List<String>> named) {
    Set<List<String>> of = new HashSet<>(named);
    for (JsonNode[] pair : new JsonNode[][] {{before, after}, {after, before}}) {
      pair[0]
          .path(part)
          .properties()
          .forEach(
              project ->
                  project
                      .getValue()
                      .properties()
                      .forEach(
                          limit -> {
                            if (!of.contains(List.of(project.getKey(), limit.getKey()))) {
                              assertThat(
                                      pair[1]
                                          .path(part)
                                          .path(project.getKey())
                                          .path(limit.getKey()))
                                  .as(part + " of " + project.getKey() + ": " + limit.getKey())
                                  .isEqualTo(limit.getValue());
                            }
                          }));
    }
  }

  /** What is said to have been set or made is there, as the source has it. */
  void whatWasSetIsSet(Map<List<String>, String> outcomes) {
    for (NovaQuota q : archive.rows(NovaQuota.TABLE)) {
      String user = Objects.toString(q.userId(), "");
      if ("updated"
          .equals(outcomes.get(List.of("nova-quotas", q.projectId(), user, q.resource())))) {
        JsonNode limits =
            q.userId() == null
                ? after.path("nova_quotas").path(q.projectId())
                : after.path("nova_user_quotas").path(q.projectId()).path(user);
        assertThat(limits.path(q.resource()).asInt(-9)).as(q.toString()).isEqualTo(q.hardLimit());
      }
    }
    for (CinderQuota q : archive.rows(CinderQuota.TABLE)) {
      if ("updated".equals(outcomes.get(List.of("cinder-quotas", q.projectId(), q.resource())))) {
        assertThat(after.path("cinder_quotas").path(q.projectId()).path(q.resource()).asInt(-9))
            .as(q.toString())
            .isEqualTo(q.hardLimit());
      }
    }
    for (Keypair key : archive.rows(Keypair.TABLE)) {
      if ("created".equals(outcomes.get(List.of("keypairs", key.userId(), key.name())))) {
        assertThat(
                after
                    .path("keypairs")
                    .path(key.userId())
                    .path(key.name())
                    .path("public_key")
                    .asText())
            .as(key.name())
            .isEqualToIgnoringWhitespace(key.publicKey());
      }
    }
  }
}
