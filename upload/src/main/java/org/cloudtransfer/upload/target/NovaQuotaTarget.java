package org.cloudtransfer.upload.target;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cloudtransfer.resource.NovaQuota;
import org.cloudtransfer.resource.ResourceKind;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.upload.cloud.Cloud;
import org.cloudtransfer.upload.cloud.Reply;
import org.cloudtransfer.upload.cloud.Request;
import org.cloudtransfer.upload.cloud.Request.Method;
import org.cloudtransfer.upload.cloud.Service;
import org.cloudtransfer.upload.plan.Deed;
import org.cloudtransfer.upload.plan.Ledger;
import org.cloudtransfer.upload.plan.Outcome;
import org.cloudtransfer.upload.plan.Stage;
import org.cloudtransfer.upload.target.PutQuotaSet.Force;
import org.cloudtransfer.upload.target.QuotaPlan.Owner;
import org.cloudtransfer.upload.target.QuotaPlan.Wants;
import org.cloudtransfer.upload.target.QuotaSet.Limit;
import org.cloudtransfer.upload.target.QuotaSet.Wanted;

/**
 * Nova quota sets: those of projects first, then those of their users, which Nova measures against
 * the project's.
 */
final class NovaQuotaTarget implements Target {
  /**
   * The last microversion at which {@code force} and the network limits are taken everywhere: from
   * 2.36 on Newton 14.0.x refuses {@code force} by mistake (bug 1733886), and the network limits
   * are gone.
   */
  private static final String MICROVERSION = "2.35";

  /** Set for a user, Nova sets them for the whole project (nova, db: PER_PROJECT_QUOTAS). */
  private static final Set<String> OF_PROJECTS_ONLY =
      Set.of("fixed_ips", "floating_ips", "networks");

  @Override
  public ResourceKind kind() {
    return ResourceKind.NOVA_QUOTAS;
  }

  @Override
  public Set<Service> services() {
    return Set.of(Service.COMPUTE);
  }

  @Override
  public List<Stage> prepare(Transfer transfer) {
    Wants ofProjects = new Wants();
    Wants ofUsers = new Wants();
    for (NovaQuota quota : transfer.rows().of(NovaQuota.TABLE)) {
      if (quota.userId() != null && OF_PROJECTS_ONLY.contains(quota.resource())) {
        ofProjects.settled().add(notOfUsers(quota));
        continue;
      }
      Owners.of(transfer.identities(), quota.key(), quota.projectId(), quota.userId())
          .fold(
              ofProjects.settled()::add,
              present ->
                  (present.user() == null ? ofProjects : ofUsers)
                      .add(
                          owner(present.project(), present.user()),
                          new Wanted(quota.key(), quota.resource(), quota.hardLimit())));
    }
    Force force = transfer.policies().force() ? Force.ALWAYS : Force.NEVER;
    Cloud cloud = transfer.cloud();
    Map<Owner, Map<String, Limit>> projects =
        QuotaPlan.read(
            ofProjects, transfer.workers(), o -> read(cloud, o, ofProjects.byOwner().get(o)));
    Map<Owner, Map<String, Limit>> users =
        QuotaPlan.read(ofUsers, transfer.workers(), o -> read(cloud, o, ofUsers.byOwner().get(o)));
    boolean ignored =
        differs(ofProjects, projects, transfer.ledger())
            || differs(ofUsers, users, transfer.ledger());
    UnifiedLimits unified = ignored ? UnifiedLimits.read(cloud) : UnifiedLimits.NONE;
    QuotaPlan plan = new QuotaPlan(kind(), "quota_set", force, transfer.policies(), unified);
    Map<String, Map<String, Limit>> changing = changing(ofProjects, projects);
    users.replaceAll((owner, limits) -> fleeting(limits, changing.get(owner.project())));
    return List.of(
        plan.stage("Nova quota sets of projects", ofProjects, projects),
        plan.stage("Nova quota sets of users", ofUsers, users));
  }

  private static Outcome notOfUsers(NovaQuota quota) {
    return Outcome.withheld(
        quota.key(),
        "Nova keeps " + quota.resource() + " for projects only, and would set it for all its users",
        "Set it for the project by hand if that is meant.");
  }

  /** Whether something that was set shows otherwise. */
  private static boolean differs(
      Wants wants, Map<Owner, Map<String, Limit>> present, Ledger ledger) {
    return wants.byOwner().entrySet().stream()
        .anyMatch(
            owner ->
                owner.getValue().stream()
                    .filter(w -> ledger.done(w.row()) && w.limit() != null)
                    .anyMatch(w -> differs(w, present.get(owner.getKey()).get(w.resource()))));
  }

  private static boolean differs(Wanted wanted, Limit there) {
    return there != null && there.limit() != wanted.limit();
  }

  /** By project, the limits that are there now and will be others when users' turn comes. */
  private static Map<String, Map<String, Limit>> changing(
      Wants wants, Map<Owner, Map<String, Limit>> present) {
    Map<String, Map<String, Limit>> changing = new HashMap<>();
    present.forEach(
        (owner, limits) -> {
          Map<String, Limit> some = new HashMap<>(limits);
          Set<String> wanted =
              wants.byOwner().get(owner).stream()
                  .filter(w -> w.limit() != null && limits.containsKey(w.resource()))
                  .filter(w -> w.limit() != limits.get(w.resource()).limit())
                  .map(Wanted::resource)
                  .collect(Collectors.toSet());
          some.keySet().retainAll(wanted);
          changing.put(owner.project(), some);
        });
    return changing;
  }

  private static Map<String, Limit> fleeting(
      Map<String, Limit> ofUser, Map<String, Limit> ofProject) {
    if (ofProject == null) {
      return ofUser;
    }
    Map<String, Limit> limits = new HashMap<>(ofUser);
    limits.replaceAll(
        (resource, limit) ->
            ofProject.containsKey(resource) && ofProject.get(resource).limit() == limit.limit()
                ? new Limit(limit.limit(), limit.used(), true)
                : limit);
    return limits;
  }

  /**
   * Users' limits first, as they are measured against the project's. Those of a project are set
   * back and not deleted, for with them Nova would delete those of all its users (nova,
   * db/main/api.py: quota_destroy_all_by_project).
   */
  @Override
  public List<Stage> undo(Transfer transfer, List<Deed> deeds) {
    Map<RowKey, Integer> set = new HashMap<>();
    transfer.rows().unnarrowed(NovaQuota.TABLE).forEach(q -> set.put(q.key(), q.hardLimit()));
    QuotaUndo undo = new QuotaUndo(kind(), "quota_set", true, set);
    List<Deed> ofUsers = deeds.stream().filter(d -> !d.request().query().isEmpty()).toList();
    List<Deed> ofProjects = deeds.stream().filter(d -> d.request().query().isEmpty()).toList();
    return List.of(
        new Stage(
            kind(),
            "Nova quota sets of users",
            ledger -> undo.steps(ofUsers, put -> now(transfer.cloud(), put, former(ofProjects)))),
        new Stage(
            kind(),
            "Nova quota sets of projects",
            ledger -> undo.steps(ofProjects, put -> now(transfer.cloud(), put, Map.of()))));
  }

  /** By project, the limits that it will have again. */
  private static Map<String, Map<String, Integer>> former(List<Deed> ofProjects) {
    Map<String, Map<String, Integer>> former = new HashMap<>();
    for (Deed deed : ofProjects) {
      Map<String, Integer> limits =
          former.computeIfAbsent(deed.request().path().get(1), project -> new HashMap<>());
      QuotaUndo.limits(deed.before()).forEach(limits::putIfAbsent);
    }
    return former;
  }

  private static QuotaUndo.Now now(
      Cloud cloud, Request put, Map<String, Map<String, Integer>> former) {
    Request get =
        new Request(Method.GET, put.service(), put.path(), put.query(), null, put.microversion());
    Map<String, Integer> limits = QuotaUndo.limits(cloud.read(get, "quota_set"));
    if (put.query().isEmpty()) {
      return new QuotaUndo.Now(limits, Map.of(), Map.of());
    }
    Request ofProject =
        new Request(Method.GET, put.service(), put.path(), List.of(), null, put.microversion());
    Map<String, Integer> bare = QuotaUndo.limits(cloud.read(ofProject, "quota_set"));
    Map<String, Integer> inherited = new HashMap<>(bare);
    inherited.putAll(former.getOrDefault(put.path().get(1), Map.of()));
    return new QuotaUndo.Now(limits, inherited, bare);
  }

  private static Owner owner(String project, String user) {
    Request set =
        new Request(
            Method.PUT,
            Service.COMPUTE,
            List.of("os-quota-sets", project),
            user == null ? List.of() : List.of("user_id", user),
            null,
            MICROVERSION);
    return new Owner(user == null ? project : project + " " + user, set);
  }

  /** Usage is dear to ask for, and matters only if some limit is to be lowered. */
  private static Map<String, Limit> read(Cloud cloud, Owner owner, List<Wanted> wanted) {
    JsonNode set = cloud.read(reading(owner), "quota_set");
    Map<String, Limit> limits = new HashMap<>();
    set.properties().stream()
        .filter(field -> field.getValue().isIntegralNumber())
        .forEach(field -> limits.put(field.getKey(), new Limit(field.getValue().asInt(), -1)));
    boolean lowers = wanted.stream().anyMatch(w -> QuotaSet.lowers(w, limits.get(w.resource())));
    return lowers ? withUsage(cloud, owner, limits) : limits;
  }

  private static Map<String, Limit> withUsage(Cloud cloud, Owner owner, Map<String, Limit> limits) {
    Reply reply = cloud.reading(reading(owner, "detail"));
    if (!reply.ok()) {
      return limits;
    }
    Map<String, Limit> known = new HashMap<>();
    limits.forEach(
        (resource, limit) -> {
          JsonNode detail = reply.body().path("quota_set").path(resource);
          int used = detail.path("in_use").asInt(0) + detail.path("reserved").asInt(0);
          known.put(resource, new Limit(limit.limit(), used));
        });
    return known;
  }

  private static Request reading(Owner owner, String... more) {
    Request put = owner.put();
    List<String> path =
        java.util.stream.Stream.concat(put.path().stream(), List.of(more).stream()).toList();
    return new Request(Method.GET, put.service(), path, put.query(), null, put.microversion());
  }
}
