package org.cloudtransfer.upload.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cloudtransfer.resource.ResourceKind;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.upload.cloud.Cloud;
import org.cloudtransfer.upload.cloud.Fault;
import org.cloudtransfer.upload.cloud.Request;
import org.cloudtransfer.upload.plan.Action;
import org.cloudtransfer.upload.plan.Effect;
import org.cloudtransfer.upload.target.QuotaSet.Limit;
import org.cloudtransfer.upload.target.QuotaSet.Wanted;

/**
 * Sets limits of one owner in one request. Repeating it changes nothing; one bad limit makes the
 * service refuse all of them, so it can be split.
 *
 * @param wrapper the name around the limits in the body, {@code quota_set} or {@code quota}
 * @param empty the request without limits
 * @param force whether to ask the service to look away from usage
 */
record PutQuotaSet(
    ResourceKind kind,
    String owner,
    String wrapper,
    Request empty,
    Force force,
    Map<String, Wanted> limits,
    Map<String, Limit> present)
    implements Action {
  /** When a request says {@code force}, which not every service knows. */
  enum Force {
    NEVER,
    FOR_UNLIMITED,
    ALWAYS
  }

  PutQuotaSet {
    limits = new TreeMap<>(limits);
    present = Map.copyOf(present);
  }

  @Override
  public Verb verb() {
    return Verb.UPDATE;
  }

  @Override
  public List<RowKey> rows() {
    return limits.values().stream().map(Wanted::row).toList();
  }

  @Override
  public String lane() {
    return kind.text() + " " + owner;
  }

  @Override
  public Request request() {
    ObjectNode values = Json.object();
    limits.forEach((resource, wanted) -> values.put(resource, wanted.limit()));
    if (isForced()) {
      values.put("force", true);
    }
    return new Request(
        empty.method(),
        empty.service(),
        empty.path(),
        empty.query(),
        Json.wrap(wrapper, values),
        empty.microversion());
  }

  /** Nothing is in use beyond no limit, but a service may compare with the number -1. */
  private boolean isForced() {
    boolean unlimited =
        limits.values().stream().allMatch(wanted -> wanted.limit() == QuotaSet.UNLIMITED);
    return force == Force.ALWAYS || force == Force.FOR_UNLIMITED && unlimited;
  }

  @Override
  public JsonNode before() {
    ObjectNode former = Json.object();
    limits.keySet().forEach(resource -> former.put(resource, present.get(resource).limit()));
    return former;
  }

  @Override
  public String note(RowKey row) {
    return limits.values().stream()
        .filter(wanted -> wanted.row().equals(row))
        .map(Wanted::note)
        .collect(Collectors.joining());
  }

  @Override
  public Effect effect(JsonNode body) {
    return Effect.NONE;
  }

  /**
   * All three services end a PUT with a fresh reading of the set (nova and cinder,
   * api/…/quota_sets.py: update; neutron, extensions/quotasv2.py: update): one that takes a limit
   * and does not keep it answers with another.
   */
  @Override
  public boolean shownBy(JsonNode body) {
    JsonNode set = body.path(wrapper);
    return limits.entrySet().stream()
        .allMatch(
            e ->
                set.path(e.getKey()).isInt()
                    && set.path(e.getKey()).asInt() == e.getValue().limit());
  }

  /** The executor repeats it instead: the same result. */
  @Override
  public Optional<Effect> settle(Cloud cloud) {
    return Optional.empty();
  }

  @Override
  public List<Action> split() {
    if (limits.size() < 2) {
      return List.of();
    }
    return limits.entrySet().stream()
        .<Action>map(
            e ->
                new PutQuotaSet(
                    kind, owner, wrapper, empty, force, Map.of(e.getKey(), e.getValue()), present))
        .toList();
  }

  @Override
  public String remedy(Fault fault) {
    return fault.status() == 400 && force != Force.ALWAYS
        ? "If it is below usage or does not fit the project's limit, run with --force."
        : "";
  }
}
