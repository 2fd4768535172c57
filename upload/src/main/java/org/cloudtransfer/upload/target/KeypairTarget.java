package org.cloudtransfer.upload.target;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cloudtransfer.resource.Keypair;
import org.cloudtransfer.resource.NovaQuota;
import org.cloudtransfer.resource.ResourceKind;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.upload.cloud.Cloud;
import org.cloudtransfer.upload.cloud.Request;
import org.cloudtransfer.upload.cloud.Service;
import org.cloudtransfer.upload.plan.Deed;
import org.cloudtransfer.upload.plan.Outcome;
import org.cloudtransfer.upload.plan.Policies.QuotasPolicy;
import org.cloudtransfer.upload.plan.Stage;
import org.cloudtransfer.upload.plan.Step;
import org.cloudtransfer.upload.plan.Undo;

/**
 * Key pairs of other users. There is no listing of everybody's, and no update: a key of the same
 * name is either the same key or somebody's decision.
 */
final class KeypairTarget implements Target {
  /** From this one on a user's key pairs can be listed and made by an administrator. */
  static final String MICROVERSION = "2.10";

  @Override
  public ResourceKind kind() {
    return ResourceKind.KEYPAIRS;
  }

  @Override
  public Set<Service> services() {
    return Set.of(Service.COMPUTE);
  }

  @Override
  public List<Stage> prepare(Transfer transfer) {
    List<Outcome> ownerless = new ArrayList<>();
    Map<String, List<Keypair>> byOwner = new LinkedHashMap<>();
    for (Keypair keypair : transfer.rows().of(Keypair.TABLE)) {
      Owners.ofKeypair(transfer.identities(), keypair.key(), keypair.userId())
          .fold(
              ownerless::add,
              present ->
                  byOwner.computeIfAbsent(present.user(), u -> new ArrayList<>()).add(keypair));
    }
    Cloud cloud = transfer.cloud();
    KeypairPlan plan =
        byOwner.isEmpty()
            ? new KeypairPlan(Map.of(), KeypairPlan.UNLIMITED, cloud.callerProject(), MICROVERSION)
            : plan(transfer, byOwner);
    return List.of(
        new Stage(
            kind(),
            kind().title(),
            ledger -> {
              List<Step> steps = new ArrayList<>(ownerless.stream().map(Step::settled).toList());
              byOwner.forEach((user, keys) -> steps.addAll(plan.steps(user, keys, ledger)));
              return steps;
            }));
  }

  @Override
  public List<Stage> undo(Transfer transfer, List<Deed> deeds) {
    Map<RowKey, Keypair> keypairs = new HashMap<>();
    transfer.rows().unnarrowed(Keypair.TABLE).forEach(k -> keypairs.put(k.key(), k));
    List<String> users = deeds.stream().map(Deed::id).distinct().toList();
    Map<String, Map<String, String>> present = read(transfer, users);
    List<Step> steps = new ArrayList<>();
    for (Deed deed : deeds) {
      Keypair keypair = keypairs.get(deed.row());
      String there = present.get(deed.id()).get(keypair.name());
      steps.add(
          there == null || PublicKey.same(keypair.publicKey(), there)
              ? Step.act(
                  new Undo(
                      kind(), List.of(deed), "key pairs of " + deed.id(), delete(deed, keypair)))
              : Step.settled(
                  Outcome.withheld(
                      deed.row(),
                      "the user has put another key in its place",
                      "Leave it; it is not ours.")));
    }
    return List.of(new Stage(kind(), kind().title(), ledger -> steps));
  }

  private static Request delete(Deed deed, Keypair keypair) {
    return Request.delete(Service.COMPUTE, "os-keypairs", keypair.name())
        .with("user_id", deed.id())
        .at(MICROVERSION);
  }

  private static Map<String, Map<String, String>> read(Transfer transfer, List<String> users) {
    List<Map<String, String>> keys =
        transfer.workers().map(users, user -> read(transfer.cloud(), user));
    Map<String, Map<String, String>> present = new HashMap<>();
    for (int i = 0; i < users.size(); i++) {
      present.put(users.get(i), keys.get(i));
    }
    return present;
  }

  private static KeypairPlan plan(Transfer transfer, Map<String, List<Keypair>> byOwner) {
    Cloud cloud = transfer.cloud();
    return new KeypairPlan(
        read(transfer, List.copyOf(byOwner.keySet())),
        limit(transfer),
        cloud.callerProject(),
        Microversions.highest(cloud));
  }

  /** Names and keys of a user; below 2.35 the answer is not cut into pages. */
  static Map<String, String> read(Cloud cloud, String user) {
    Request list =
        Request.get(Service.COMPUTE, "os-keypairs").with("user_id", user).at(MICROVERSION);
    Map<String, String> keys = new HashMap<>();
    for (JsonNode item : cloud.read(list, "keypairs")) {
      JsonNode keypair = item.path("keypair");
      keys.put(keypair.path("name").asText(), keypair.path("public_key").asText());
    }
    return keys;
  }

  /**
   * How many key pairs Nova will let a user have: it counts the user's, and measures them against
   * the limit of the account that asks (nova, Newton: api/openstack/compute/keypairs.py), which
   * this very run may be about to set.
   */
  private static int limit(Transfer transfer) {
    Cloud cloud = transfer.cloud();
    Request own =
        Request.get(Service.COMPUTE, "os-quota-sets", cloud.callerProject())
            .with("user_id", cloud.callerUser())
            .at(MICROVERSION);
    int now = cloud.read(own, "quota_set").path("key_pairs").asInt(KeypairPlan.UNLIMITED);
    return transfer.rows().of(NovaQuota.TABLE).stream()
        .filter(quota -> isOfCaller(quota, transfer) && willBeSet(quota, now, transfer))
        .findFirst()
        .map(NovaQuota::hardLimit)
        .orElse(now);
  }

  private static boolean isOfCaller(NovaQuota quota, Transfer transfer) {
    return quota.resource().equals("key_pairs")
        && quota.userId() == null
        && transfer
            .identities()
            .projectId(quota.projectId())
            .filter(transfer.cloud().callerProject()::equals)
            .isPresent();
  }

  private static boolean willBeSet(NovaQuota quota, int now, Transfer transfer) {
    boolean kept =
        transfer.policies().quotas() == QuotasPolicy.RAISE_ONLY
            && quota.hardLimit() != null
            && QuotaSet.isLower(quota.hardLimit(), now);
    return transfer.rows().selects(ResourceKind.NOVA_QUOTAS)
        && quota.hardLimit() != null
        && !kept
        && !transfer.ledger().done(quota.key());
  }
}
