package org.cloudtransfer.upload.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.cloudtransfer.resource.ResourceKind;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.upload.cloud.Cloud;
import org.cloudtransfer.upload.cloud.Fault;
import org.cloudtransfer.upload.cloud.Request;
import org.cloudtransfer.upload.cloud.Service;
import org.cloudtransfer.upload.plan.Action;
import org.cloudtransfer.upload.plan.Effect;
import org.cloudtransfer.upload.plan.Ledger;

/**
 * Makes groups, of several projects if need be, all or nothing. Repeated it would double them, for
 * names are not unique: so when its outcome is unclear, they are looked for among the groups that
 * were not there before.
 *
 * @param ledger live, to tell which groups are ours already
 */
record CreateGroups(List<SourceGroup> groups, String lane, AutomaticRules automatic, Ledger ledger)
    implements Action {

  @Override
  public ResourceKind kind() {
    return ResourceKind.SECURITY_GROUPS;
  }

  @Override
  public Verb verb() {
    return Verb.CREATE;
  }

  @Override
  public List<RowKey> rows() {
    return groups.stream().map(group -> group.group().key()).toList();
  }

  @Override
  public Request request() {
    ObjectNode body = Json.object();
    if (groups.size() == 1) {
      body.set("security_group", body(groups.get(0)));
    } else {
      ArrayNode all = body.putArray("security_groups");
      groups.forEach(group -> all.add(body(group)));
    }
    return Request.post(Service.NETWORK, body, "security-groups");
  }

  private static ObjectNode body(SourceGroup group) {
    ObjectNode body =
        Json.object()
            .put("name", group.name())
            .put("description", group.description())
            .put("project_id", group.project());
    return group.isStateful() ? body : body.put("stateful", false);
  }

  @Override
  public boolean isToldBy(JsonNode body) {
    return IntStream.range(0, groups.size()).allMatch(i -> answer(body, i).hasNonNull("id"));
  }

  /** Answers come in the order of the request. */
  private JsonNode answer(JsonNode body, int i) {
    return groups.size() == 1 ? body.path("security_group") : body.path("security_groups").path(i);
  }

  @Override
  public Effect effect(JsonNode body) {
    Map<RowKey, String> ids = new HashMap<>();
    Map<RowKey, List<JsonNode>> born = new HashMap<>();
    for (int i = 0; i < groups.size(); i++) {
      Effect one = made(groups.get(i).group().key(), PresentGroup.of(answer(body, i)));
      ids.putAll(one.ids());
      born.putAll(one.born());
    }
    return new Effect(ids, born);
  }

  @Override
  public boolean doubles() {
    return true;
  }

  @Override
  public Effect forecast() {
    Map<RowKey, String> ids = new HashMap<>();
    Map<RowKey, List<JsonNode>> born = new HashMap<>();
    for (SourceGroup group : groups) {
      Effect one = made(group.group().key(), automatic.ofNew(group));
      ids.putAll(one.ids());
      born.putAll(one.born());
    }
    return new Effect(ids, born);
  }

  private static Effect made(RowKey row, PresentGroup group) {
    List<JsonNode> rules =
        group.rules().stream().<JsonNode>map(PresentGroup.PresentRule::toJson).toList();
    return new Effect(Map.of(row, group.id()), Map.of(row, rules));
  }

  static boolean alike(SourceGroup group, PresentGroup there) {
    return there.projectId().equals(group.project())
        && there.hasTraits(group)
        && !there.isDefault();
  }

  @Override
  public Optional<Effect> settle(Cloud cloud) {
    Set<String> claimed = new HashSet<>();
    Map<RowKey, String> ids = new HashMap<>();
    Map<RowKey, List<JsonNode>> born = new HashMap<>();
    for (SourceGroup group : groups) {
      Set<String> before = ledger.baseline(GroupSituation.scope(group.project())).orElse(Set.of());
      PresentGroups.readOf(cloud, group.project()).in(group.project()).stream()
          .filter(there -> !before.contains(there.id()) && !ledger.made(there.id()))
          .filter(there -> alike(group, there) && claimed.add(there.id()))
          .findFirst()
          .map(there -> automatic.found(group.group().key(), there))
          .ifPresent(
              one -> {
                ids.putAll(one.ids());
                born.putAll(one.born());
              });
    }
    return ids.isEmpty() ? Optional.empty() : Optional.of(new Effect(ids, born));
  }

  @Override
  public List<Action> split() {
    return groups.size() < 2
        ? List.of()
        : groups.stream()
            .<Action>map(group -> new CreateGroups(List.of(group), lane, automatic, ledger))
            .toList();
  }

  @Override
  public String remedy(Fault fault) {
    return fault.overQuota()
        ? "Raise security_group or security_group_rule of the project, then run this again."
        : "";
  }
}
