package org.cloudtransfer.upload.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cloudtransfer.resource.ResourceKind;
import org.cloudtransfer.resource.SecurityGroup;
import org.cloudtransfer.resource.SecurityGroupRule;
import org.cloudtransfer.upload.cloud.Cloud;
import org.cloudtransfer.upload.cloud.Request;
import org.cloudtransfer.upload.cloud.Service;
import org.cloudtransfer.upload.plan.Action.Verb;
import org.cloudtransfer.upload.plan.Deed;
import org.cloudtransfer.upload.plan.Ledger;
import org.cloudtransfer.upload.plan.Outcome;
import org.cloudtransfer.upload.plan.Step;
import org.cloudtransfer.upload.plan.Undo;

/**
 * Takes groups and rules back: our groups with all that is in them, our rules out of the groups
 * that were there before, and back into those what was removed from them. A group that somebody has
 * changed or whose ID stands in somebody's rule is left.
 */
final class GroupUndo {
  private final Cloud cloud;
  private final Map<String, SourceGroup> source;
  private final List<Deed> deeds;
  private final PresentGroups present;
  private final Set<String> made = new HashSet<>();
  private final Map<String, List<Deed>> rulesByGroup = new HashMap<>();

  private GroupUndo(
      Cloud cloud, Map<String, SourceGroup> source, List<Deed> deeds, PresentGroups present) {
    this.cloud = cloud;
    this.source = source;
    this.deeds = deeds;
    this.present = present;
    Map<String, String> groupOfRule = new HashMap<>();
    source.values().forEach(g -> g.rules().forEach(rule -> groupOfRule.put(rule.id(), g.id())));
    for (Deed deed : deeds) {
      if (deed.id() != null) {
        made.add(deed.id());
      }
      if (isRule(deed)) {
        String group = groupOfRule.get(deed.row().parts().get(0));
        rulesByGroup.computeIfAbsent(group, id -> new ArrayList<>()).add(deed);
      }
    }
  }

  static GroupUndo of(Transfer transfer, List<Deed> deeds) {
    Map<String, SourceGroup> source =
        SecurityGroupTarget.sourceGroups(transfer.rows(), transfer.identities());
    Map<String, Integer> rulesOf = new TreeMap<>();
    for (Deed deed : deeds) {
      if (isGroup(deed) && deed.id() != null) {
        rulesOf.put(deed.id(), source.get(deed.row().parts().get(0)).rules().size());
      }
    }
    return new GroupUndo(
        transfer.cloud(),
        source,
        deeds,
        PresentGroups.readAll(transfer.cloud(), transfer.workers(), rulesOf));
  }

  private static boolean isRule(Deed deed) {
    return deed.row().table().equals(SecurityGroupRule.TABLE.name());
  }

  private static boolean isGroup(Deed deed) {
    return deed.row().table().equals(SecurityGroup.TABLE.name()) && deed.verb() == Verb.CREATE;
  }

  List<Step> steps(Ledger ledger) {
    List<Step> steps = new ArrayList<>();
    Set<String> ours = new HashSet<>();
    for (Deed deed : deeds) {
      if (isGroup(deed)) {
        ours.add(deed.row().parts().get(0));
        steps.addAll(group(deed, ledger));
      }
    }
    rulesByGroup.forEach(
        (group, rules) -> {
          if (!ours.contains(group)) {
            rules.forEach(rule -> steps.add(deleteRule(rule)));
          }
        });
    for (Deed deed : deeds) {
      if (deed.verb() == Verb.DELETE && !ours.contains(deed.row().parts().get(0))) {
        steps.add(restore(deed));
      }
    }
    return steps;
  }

  private List<Step> group(Deed deed, Ledger ledger) {
    SourceGroup wanted = source.get(deed.row().parts().get(0));
    List<Deed> all = new ArrayList<>(List.of(deed));
    all.addAll(rulesByGroup.getOrDefault(wanted.id(), List.of()));
    deeds.stream()
        .filter(other -> other.verb() == Verb.DELETE && other.row().equals(deed.row()))
        .forEach(all::add);
    Optional<PresentGroup> there = present.get(deed.id());
    Optional<String> objection = there.flatMap(group -> objection(wanted, group, ledger));
    if (objection.isPresent()) {
      return all.stream()
          .map(
              d ->
                  Step.settled(
                      Outcome.withheld(
                          d.row(), objection.get(), "Leave it, or delete it by hand.")))
          .toList();
    }
    Request request = Request.delete(Service.NETWORK, "security-groups", deed.id());
    return List.of(
        Step.act(new Undo(ResourceKind.SECURITY_GROUPS, all, "group " + deed.id(), request)));
  }

  private Optional<String> objection(SourceGroup wanted, PresentGroup there, Ledger ledger) {
    boolean renamed = !wanted.group().isDefault() && !there.hasTraits(wanted);
    Set<String> known = new HashSet<>(made);
    ledger.born(wanted.group().key()).forEach(rule -> known.add(rule.path("id").asText()));
    boolean added = there.rules().stream().anyMatch(rule -> !known.contains(rule.id()));
    if (renamed || added) {
      return Optional.of("somebody has changed it since");
    }
    Request named =
        Request.get(Service.NETWORK, "security-group-rules").with("remote_group_id", there.id());
    for (JsonNode rule : Pages.all(cloud, named, "security_group_rules")) {
      if (!made.contains(rule.path("security_group_id").asText())
          && !made.contains(rule.path("id").asText())) {
        return Optional.of("a rule of somebody else's group admits it");
      }
    }
    return Optional.empty();
  }

  private static Step deleteRule(Deed deed) {
    if (deed.id() == null) {
      return Step.settled(
          Outcome.withheld(
              deed.row(),
              "the target did not tell its ID when it made it",
              "Delete it by hand, or leave it."));
    }
    Request request = Request.delete(Service.NETWORK, "security-group-rules", deed.id());
    return Step.act(
        new Undo(ResourceKind.SECURITY_GROUPS, List.of(deed), "rule " + deed.id(), request));
  }

  private static Step restore(Deed deed) {
    ObjectNode rule = (ObjectNode) deed.before().deepCopy();
    String lane = "rule " + rule.remove("id").asText();
    Request request =
        Request.post(
            Service.NETWORK, Json.wrap("security_group_rule", rule), "security-group-rules");
    return Step.act(new Undo(ResourceKind.SECURITY_GROUPS, List.of(deed), lane, request));
  }
}
