package org.cloudtransfer.upload.target;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cloudtransfer.resource.CinderQuota;
import org.cloudtransfer.resource.ResourceKind;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.upload.cloud.Cloud;
import org.cloudtransfer.upload.cloud.Request;
import org.cloudtransfer.upload.cloud.Service;
import org.cloudtransfer.upload.plan.Cause;
import org.cloudtransfer.upload.plan.Deed;
import org.cloudtransfer.upload.plan.Outcome;
import org.cloudtransfer.upload.plan.Stage;
import org.cloudtransfer.upload.target.PutQuotaSet.Force;
import org.cloudtransfer.upload.target.QuotaPlan.Owner;
import org.cloudtransfer.upload.target.QuotaPlan.Wants;
import org.cloudtransfer.upload.target.QuotaSet.Limit;
import org.cloudtransfer.upload.target.QuotaSet.Wanted;

/**
 * Cinder quota sets. Cinder refuses the whole request for one name that it does not know, and the
 * names of volume types' limits hold the type's name: such a limit has to wait for its type.
 */
final class CinderQuotaTarget implements Target {
  private static final Pattern OF_TYPE = Pattern.compile("(volumes|gigabytes|snapshots)_(.+)");

  @Override
  public ResourceKind kind() {
    return ResourceKind.CINDER_QUOTAS;
  }

  @Override
  public Set<Service> services() {
    return Set.of(Service.VOLUME);
  }

  @Override
  public List<Stage> prepare(Transfer transfer) {
    Wants wants = new Wants();
    List<CinderQuota> quotas = transfer.rows().of(CinderQuota.TABLE);
    Set<String> known = quotas.isEmpty() ? Set.of() : known(transfer.cloud());
    for (CinderQuota quota : quotas) {
      Owners.of(transfer.identities(), quota.key(), quota.projectId(), null)
          .fold(wants.settled()::add, present -> add(wants, present.project(), quota, known));
    }
    QuotaPlan plan =
        new QuotaPlan(kind(), "quota_set", Force.NEVER, transfer.policies(), UnifiedLimits.NONE);
    return List.of(
        plan.stage(
            "Cinder quota sets",
            wants,
            QuotaPlan.read(
                wants,
                transfer.workers(),
                owner -> read(transfer.cloud(), owner, wants.byOwner().get(owner)))));
  }

  @Override
  public List<Stage> undo(Transfer transfer, List<Deed> deeds) {
    Map<RowKey, Integer> set = new HashMap<>();
    transfer.rows().unnarrowed(CinderQuota.TABLE).forEach(q -> set.put(q.key(), q.hardLimit()));
    QuotaUndo undo = new QuotaUndo(kind(), "quota_set", false, set);
    return List.of(
        new Stage(
            kind(), "Cinder quota sets", ledger -> undo.steps(deeds, put -> now(transfer, put))));
  }

  private static QuotaUndo.Now now(Transfer transfer, Request put) {
    String project = put.path().get(1);
    Request get = Request.get(Service.VOLUME, "os-quota-sets", project);
    Request defaults = Request.get(Service.VOLUME, "os-quota-sets", project, "defaults");
    Map<String, Integer> bare = QuotaUndo.limits(transfer.cloud().read(defaults, "quota_set"));
    return new QuotaUndo.Now(QuotaUndo.limits(transfer.cloud().read(get, "quota_set")), bare, bare);
  }

  private static void add(Wants wants, String project, CinderQuota quota, Set<String> known) {
    Matcher ofType = OF_TYPE.matcher(quota.resource());
    if (!known.contains(quota.resource()) && ofType.matches()) {
      wants
          .settled()
          .add(
              Outcome.withheld(
                      quota.key(),
                      "the target has no volume type " + ofType.group(2),
                      "Create the volume type, then run this again.")
                  .because(Cause.VOLUME_TYPE_MISSING));
      return;
    }
    Request put = Request.put(Service.VOLUME, null, "os-quota-sets", project);
    wants.add(
        new Owner(project, put), new Wanted(quota.key(), quota.resource(), quota.hardLimit()));
  }

  private static Set<String> known(Cloud cloud) {
    Request defaults =
        Request.get(Service.VOLUME, "os-quota-sets", cloud.callerProject(), "defaults");
    Set<String> names = new HashSet<>();
    cloud.read(defaults, "quota_set").fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Usage costs Cinder half as much again, and matters only if some limit is to be lowered. */
  private static Map<String, Limit> read(Cloud cloud, Owner owner, List<Wanted> wanted) {
    Request get = Request.get(Service.VOLUME, "os-quota-sets", owner.project());
    Map<String, Limit> limits = new HashMap<>();
    QuotaUndo.limits(cloud.read(get, "quota_set"))
        .forEach((resource, limit) -> limits.put(resource, new Limit(limit, -1)));
    boolean lowers = wanted.stream().anyMatch(w -> QuotaSet.lowers(w, limits.get(w.resource())));
    return lowers ? withUsage(cloud.read(get.with("usage", "True"), "quota_set")) : limits;
  }

  private static Map<String, Limit> withUsage(JsonNode set) {
    Map<String, Limit> limits = new HashMap<>();
    for (Map.Entry<String, JsonNode> field : set.properties()) {
      JsonNode detail = field.getValue();
      if (detail.path("limit").isIntegralNumber()) {
        int used = detail.path("in_use").asInt(0) + detail.path("reserved").asInt(0);
        limits.put(field.getKey(), new Limit(detail.path("limit").asInt(), used));
      }
    }
    return limits;
  }
}
