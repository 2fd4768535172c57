package org.cloudtransfer.upload.target;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cloudtransfer.resource.NeutronQuota;
import org.cloudtransfer.resource.ResourceKind;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.upload.cloud.Cloud;
import org.cloudtransfer.upload.cloud.Request;
import org.cloudtransfer.upload.cloud.Service;
import org.cloudtransfer.upload.plan.Deed;
import org.cloudtransfer.upload.plan.Stage;
import org.cloudtransfer.upload.target.PutQuotaSet.Force;
import org.cloudtransfer.upload.target.QuotaPlan.Owner;
import org.cloudtransfer.upload.target.QuotaPlan.Wants;
import org.cloudtransfer.upload.target.QuotaSet.Limit;
import org.cloudtransfer.upload.target.QuotaSet.Wanted;

/**
 * Neutron quotas. Neutron takes them for any made-up project ID, so the project is looked for in
 * Keystone; and it refuses the whole request for one name that no loaded plugin has registered.
 */
final class NeutronQuotaTarget implements Target {

  @Override
  public ResourceKind kind() {
    return ResourceKind.NEUTRON_QUOTAS;
  }

  @Override
  public Set<Service> services() {
    return Set.of(Service.NETWORK);
  }

  @Override
  public List<Stage> prepare(Transfer transfer) {
    Wants wants = new Wants();
    for (NeutronQuota quota : transfer.rows().of(NeutronQuota.TABLE)) {
      Owners.of(transfer.identities(), quota.key(), quota.projectId(), null)
          .fold(
              wants.settled()::add,
              present ->
                  wants.add(
                      owner(present.project()),
                      new Wanted(quota.key(), quota.resource(), limit(quota), note(quota))));
    }
    Force force = force(transfer, wants);
    QuotaPlan plan = new QuotaPlan(kind(), "quota", force, transfer.policies(), UnifiedLimits.NONE);
    return List.of(plan.stage("Neutron quotas", wants, present(transfer.cloud(), wants)));
  }

  @Override
  public List<Stage> undo(Transfer transfer, List<Deed> deeds) {
    Map<RowKey, Integer> set = new HashMap<>();
    transfer.rows().unnarrowed(NeutronQuota.TABLE).forEach(q -> set.put(q.key(), limit(q)));
    boolean force = !deeds.isEmpty() && checksUsage(transfer.cloud());
    QuotaUndo undo = new QuotaUndo(kind(), "quota", force, set);
    return List.of(
        new Stage(
            kind(), "Neutron quotas", ledger -> undo.steps(deeds, put -> now(transfer, put))));
  }

  private static QuotaUndo.Now now(Transfer transfer, Request put) {
    String project = put.path().get(1);
    Request get = Request.get(Service.NETWORK, "quotas", project);
    Request defaults = Request.get(Service.NETWORK, "quotas", project, "default");
    Map<String, Integer> bare = QuotaUndo.limits(transfer.cloud().readIfThere(defaults, "quota"));
    return new QuotaUndo.Now(QuotaUndo.limits(transfer.cloud().read(get, "quota")), bare, bare);
  }

  private static Owner owner(String project) {
    return new Owner(project, Request.put(Service.NETWORK, null, "quotas", project));
  }

  /** Any negative limit is unlimited (neutron, Liberty to today: db/quota/driver.py). */
  private static Integer limit(NeutronQuota quota) {
    return quota.limit() == null ? null : Math.max(quota.limit(), QuotaSet.UNLIMITED);
  }

  private static String note(NeutronQuota quota) {
    return quota.limit() != null && quota.limit() < QuotaSet.UNLIMITED
        ? "the source has " + quota.limit() + ", which Neutron takes for no limit: it becomes -1"
        : "";
  }

  /** From 2025.1 on usage is checked unless {@code force} is sent, which older servers refuse. */
  private static Force force(Transfer transfer, Wants wants) {
    if (wants.byOwner().isEmpty() || !checksUsage(transfer.cloud())) {
      return Force.NEVER;
    }
    return transfer.policies().force() ? Force.ALWAYS : Force.FOR_UNLIMITED;
  }

  private static boolean checksUsage(Cloud cloud) {
    return Extensions.of(cloud).contains("quota-check-limit-default");
  }

  /**
   * What is there, from two requests: one lists all projects that have limits of their own, the
   * other the defaults of all others. The defaults also tell the names: they are exactly what
   * plugins have registered, while sets of Newton echo names that merely have a row.
   */
  private static Map<Owner, Map<String, Limit>> present(Cloud cloud, Wants wants) {
    if (wants.byOwner().isEmpty()) {
      return Map.of();
    }
    Map<String, Limit> defaults =
        limits(
            cloud.read(
                Request.get(Service.NETWORK, "quotas", cloud.callerProject(), "default"), "quota"));
    Map<String, JsonNode> own = new HashMap<>();
    for (JsonNode set : cloud.read(Request.get(Service.NETWORK, "quotas"), "quotas")) {
      own.put(set.path("project_id").asText(set.path("tenant_id").asText()), set);
    }
    Map<Owner, Map<String, Limit>> present = new HashMap<>();
    for (Owner owner : wants.byOwner().keySet()) {
      Map<String, Limit> limits = new HashMap<>(defaults);
      limits.putAll(limits(own.getOrDefault(owner.label(), Json.object())));
      limits.keySet().retainAll(defaults.keySet());
      present.put(owner, limits);
    }
    return present;
  }

  private static Map<String, Limit> limits(JsonNode set) {
    Map<String, Limit> limits = new HashMap<>();
    set.properties().stream()
        .filter(field -> field.getValue().isIntegralNumber())
        .forEach(field -> limits.put(field.getKey(), new Limit(field.getValue().asInt(), -1)));
    return limits;
  }
}
