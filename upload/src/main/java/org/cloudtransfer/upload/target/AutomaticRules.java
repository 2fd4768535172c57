package org.cloudtransfer.upload.target;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.cloudtransfer.upload.target.PresentGroup.PresentRule;

/**
 * The rules that Neutron adds unasked, up to 2023.1 always these, since then by templates: all
 * egress, and to a default group all ingress from itself.
 */
final class AutomaticRules {
  private static final List<String> FAMILIES = List.of("ipv4", "ipv6");

  private AutomaticRules() {}

  /** A group as it is expected to be when it has just been made; its ID is a placeholder. */
  static PresentGroup ofNew(SourceGroup group) {
    String id = "new:" + group.id();
    List<PresentRule> rules = new ArrayList<>();
    for (String family : FAMILIES) {
      rules.add(rule(id, "egress", family, ""));
      if (group.group().isDefault()) {
        rules.add(rule(id, "ingress", family, id));
      }
    }
    return new PresentGroup(
        id, group.project(), group.name(), group.description(), group.isStateful(), rules);
  }

  private static PresentRule rule(String group, String direction, String family, String remote) {
    ObjectNode rule =
        Json.object()
            .put("id", group + "/" + direction + "-" + family)
            .put("direction", direction)
            .put("ethertype", family);
    return PresentRule.of(remote.isEmpty() ? rule : rule.put("remote_group_id", remote));
  }
}
