package org.cloudtransfer.upload.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.cloudtransfer.resource.ResourceKind;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.upload.cloud.Cloud;
import org.cloudtransfer.upload.cloud.Fault;
import org.cloudtransfer.upload.cloud.Request;
import org.cloudtransfer.upload.cloud.Service;
import org.cloudtransfer.upload.plan.Action;
import org.cloudtransfer.upload.plan.Effect;
import org.cloudtransfer.upload.plan.Outcome;

/**
 * Removes a rule that the source's group does not have: one that Neutron added unasked, or one of a
 * default group that is to be exact.
 *
 * @param row the source's group
 * @param group the target's ID
 * @param project the group's
 */
record DeleteRule(RowKey row, String group, String project, PresentGroup.PresentRule rule)
    implements Action {

  @Override
  public ResourceKind kind() {
    return ResourceKind.SECURITY_GROUPS;
  }

  @Override
  public Verb verb() {
    return Verb.DELETE;
  }

  @Override
  public List<RowKey> rows() {
    return List.of(row);
  }

  @Override
  public String lane() {
    return "rules of " + group;
  }

  @Override
  public Request request() {
    return Request.delete(Service.NETWORK, "security-group-rules", rule.id());
  }

  @Override
  public JsonNode before() {
    ObjectNode before = rule.toJson();
    return before.put("security_group_id", group).put("project_id", project);
  }

  @Override
  public Effect effect(JsonNode body) {
    return Effect.NONE;
  }

  /** Repeating tells: what is gone answers 404. */
  @Override
  public Optional<Effect> settle(Cloud cloud) {
    return Optional.empty();
  }

  @Override
  public Outcome refused(RowKey of, Fault fault) {
    return Outcome.failed(
        of,
        "the rule " + rule.canonical() + " could not be removed: " + fault,
        "Until it is, the group admits more than in the source; run this again.");
  }
}
