package org.cloudtransfer.demo.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was in the new cloud before is there still and unchanged. Default groups may have got rules;
 * limits are the business of {@link QuotaCheck}.
 */
record BystanderCheck(State before, State after, Findings findings) {
  private static final List<String> FIXED = List.of("domains", "projects", "volume_types");

  void run() {
    for (String part : FIXED) {
      findings.expect(part, before.dump().path(part), after.dump().path(part));
    }
    findings.expect("users", users(before), users(after));
    for (Map.Entry<String, JsonNode> user : before.dump().path("keypairs").properties()) {
      JsonNode there = after.dump().path("keypairs").path(user.getKey());
      same("key pair", user.getValue(), there);
    }
    groups();
    findings.checked("key pairs of others unchanged", before.keypairs().size());
    findings.checked("security groups of others unchanged", before.groups().size());
  }

  private void same(String sort, JsonNode those, JsonNode these) {
    those
        .properties()
        .forEach(
            e -> findings.expect(sort + " " + e.getKey(), e.getValue(), these.path(e.getKey())));
  }

  /** Whether Keystone has met a user of the directory is no property of the user. */
  private static JsonNode users(State state) {
    JsonNode users = state.dump().path("users").deepCopy();
    users.forEach(user -> ((ObjectNode) user).remove("known"));
    return users;
  }

  private void groups() {
    for (Map.Entry<String, JsonNode> e : before.dump().path("security_groups").properties()) {
      ObjectNode was = e.getValue().deepCopy();
      JsonNode is = after.dump().path("security_groups").path(e.getKey()).deepCopy();
      if (was.path("is_default").asBoolean() && is.isObject()) {
        rulesKept(e.getKey(), was.remove("rules"), ((ObjectNode) is).remove("rules"));
      }
      findings.expect("group " + e.getKey(), was, is);
    }
  }

  private void rulesKept(String group, JsonNode was, JsonNode is) {
    Set<JsonNode> there = new HashSet<>();
    is.forEach(there::add);
    for (JsonNode rule : was) {
      if (!there.contains(rule)) {
        findings.differs("default group " + group + " has lost " + rule);
      }
    }
  }
}
