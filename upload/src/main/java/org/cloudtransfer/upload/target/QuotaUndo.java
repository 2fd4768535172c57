package org.cloudtransfer.upload.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.cloudtransfer.resource.ResourceKind;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.upload.cloud.Request;
import org.cloudtransfer.upload.plan.Deed;
import org.cloudtransfer.upload.plan.Outcome;
import org.cloudtransfer.upload.plan.Step;
import org.cloudtransfer.upload.plan.Undo;

/**
 * Sets limits back to what they were. Where all limits of an owner are the defaults then, the quota
 * set is deleted instead, so that it follows the defaults again and is not pinned to their numbers.
 *
 * @param set the limits that the archive wanted, by row: what we set
 * @param force whether to ask the service to look away from usage
 */
record QuotaUndo(ResourceKind kind, String wrapper, boolean force, Map<RowKey, Integer> set) {

  /**
   * What the target says of an owner now.
   *
   * @param defaults what it will have without a quota set of its own; empty if deleting that would
   *     take more with it
   * @param bare what it would show now without one
   */
  record Now(
      Map<String, Integer> limits, Map<String, Integer> defaults, Map<String, Integer> bare) {}

  /** The numbers in a quota set as services show it. */
  static Map<String, Integer> limits(JsonNode set) {
    Map<String, Integer> limits = new LinkedHashMap<>();
    set.properties().stream()
        .filter(field -> field.getValue().isIntegralNumber())
        .forEach(field -> limits.put(field.getKey(), field.getValue().asInt()));
    return limits;
  }

  List<Step> steps(List<Deed> deeds, Function<Request, Now> reader) {
    Map<Request, List<Deed>> byOwner = new LinkedHashMap<>();
    for (Deed deed : deeds) {
      byOwner.computeIfAbsent(deed.request(), r -> new ArrayList<>()).add(deed);
    }
    List<Step> steps = new ArrayList<>();
    byOwner.forEach((put, ofOwner) -> steps.addAll(steps(put, ofOwner, reader.apply(put))));
    return steps;
  }

  private List<Step> steps(Request put, List<Deed> deeds, Now now) {
    List<Step> steps = new ArrayList<>();
    Map<String, Integer> former = new LinkedHashMap<>();
    List<Deed> undone = new ArrayList<>();
    for (Deed deed : deeds) {
      String resource = resource(deed);
      Integer there = now.limits().get(resource);
      if (there == null || !isOurs(deed, there, now)) {
        steps.add(Step.settled(changed(deed, there)));
      } else {
        undone.add(deed);
        former.putIfAbsent(resource, deed.before().path(resource).asInt());
      }
    }
    if (!undone.isEmpty()) {
      Request request = isDefault(former, now) ? delete(put) : restore(put, former);
      steps.add(Step.act(new Undo(kind, undone, kind.text() + put.path() + put.query(), request)));
    }
    return steps;
  }

  /**
   * What we set, or what an interrupted rollback did: what was before, or what is there without a
   * quota set, which it deletes only where that is what was before.
   */
  private boolean isOurs(Deed deed, Integer there, Now now) {
    String resource = resource(deed);
    Integer before = deed.before().path(resource).asInt();
    return there.equals(set.get(deed.row()))
        || there.equals(before)
        || there.equals(now.bare().get(resource)) && before.equals(now.defaults().get(resource));
  }

  private static String resource(Deed deed) {
    return deed.row().parts().get(deed.row().parts().size() - 1);
  }

  private static Outcome changed(Deed deed, Integer there) {
    if (there == null) {
      return Outcome.withheld(deed.row(), "the target has no such limit any more", "Leave it.");
    }
    return Outcome.withheld(
        deed.row(),
        "it has been changed to " + there + " since",
        "Leave it, or set it back to " + deed.before().path(resource(deed)) + " by hand.");
  }

  /**
   * What was not set by us must be what it is without a set of its own; it may be about to change.
   */
  private static boolean isDefault(Map<String, Integer> former, Now now) {
    return !now.defaults().isEmpty()
        && now.defaults().entrySet().stream()
            .allMatch(
                e ->
                    former.containsKey(e.getKey())
                        ? e.getValue().equals(former.get(e.getKey()))
                        : Objects.equals(now.limits().get(e.getKey()), now.bare().get(e.getKey())));
  }

  private static Request delete(Request put) {
    return new Request(
        Request.Method.DELETE, put.service(), put.path(), put.query(), null, put.microversion());
  }

  private Request restore(Request put, Map<String, Integer> former) {
    ObjectNode values = Json.object();
    former.forEach(values::put);
    if (force) {
      values.put("force", true);
    }
    return new Request(
        put.method(),
        put.service(),
        put.path(),
        put.query(),
        Json.wrap(wrapper, values),
        put.microversion());
  }
}
