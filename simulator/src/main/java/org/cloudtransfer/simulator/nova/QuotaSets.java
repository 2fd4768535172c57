package org.cloudtransfer.simulator.nova;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cloudtransfer.simulator.cloud.Cloud;
import org.cloudtransfer.simulator.cloud.Compute;
import org.cloudtransfer.simulator.cloud.Identity;
import org.cloudtransfer.simulator.cloud.Profile;
import org.cloudtransfer.simulator.http.Json;
import org.cloudtransfer.simulator.http.Reply;

/** The calls on /os-quota-sets. */
final class QuotaSets {
  /** These are kept for the project even when a user is named. */
  private static final Set<String> PER_PROJECT = Set.of("fixed_ips", "floating_ips", "networks");

  private final Compute compute;
  private final Identity identity;
  private final Limits limits;
  private final Profile profile;

  QuotaSets(Cloud cloud, Limits limits, Profile profile) {
    this.compute = cloud.compute();
    this.identity = cloud.identity();
    this.limits = limits;
    this.profile = profile;
  }

  Reply show(NovaCall call) {
    String project = projectToRead(call, "show");
    return reply(call, Optional.of(project), effective(call, project));
  }

  Reply detail(NovaCall call) {
    String project = projectToRead(call, "detail");
    ObjectNode set = Json.object().put("id", project);
    effective(call, project)
        .forEach(
            (resource, limit) -> {
              if (QuotaSchema.has(resource, call.version())) {
                set.putObject(resource)
                    .put("in_use", used(call, project, resource))
                    .put("limit", limit)
                    .put("reserved", 0);
              }
            });
    return Reply.json(200, Json.object("quota_set", set));
  }

  private int used(NovaCall call, String project, String resource) {
    return call.userIdAsked()
        .map(user -> limits.used(project, user, resource))
        .orElseGet(() -> limits.used(project, resource));
  }

  Reply defaults(NovaCall call) {
    String project = call.variable("project");
    checkExists(project);
    return reply(call, Optional.of(project), limits.defaults());
  }

  Reply update(NovaCall call) {
    boolean forceKnown = profile.since(Profile.PIKE) || !call.version().from(36);
    QuotaSchema.Asked asked =
        QuotaSchema.checked(call.body(), limits.resources(), call.version(), forceKnown);
    call.requireAdmin("os-quota-sets:update");
    String project = call.variable("project");
    checkExists(project);
    checkNoNetworks(asked);
    if (limits.areKept()) {
      set(call, project, asked);
    }
    return reply(call, Optional.empty(), effective(call, project));
  }

  private void set(NovaCall call, String project, QuotaSchema.Asked asked) {
    if (!asked.force()) {
      asked.limits().forEach((resource, limit) -> checkBounds(call, project, resource, limit));
    }
    asked.limits().forEach((resource, limit) -> set(call, project, resource, limit));
  }

  private void checkNoNetworks(QuotaSchema.Asked asked) {
    if (asked.limits().containsKey("networks")) {
      String state = profile.since(Profile.ZED) ? "has been removed" : "is disabled";
      throw NovaFault.badRequest("The networks quota " + state);
    }
  }

  private void checkBounds(NovaCall call, String project, String resource, int limit) {
    Limits.Range range =
        call.userIdAsked()
            .map(user -> limits.rangeOf(project, user, resource))
            .orElseGet(() -> limits.rangeOf(project, resource));
    String text = "Quota limit %s for %s must be ".formatted(limit, resource);
    if (bound(limit) < bound(range.minimum())) {
      throw NovaFault.badRequest(
          text + "greater than or equal to already used and reserved " + range.minimum() + ".");
    }
    if (bound(limit) > bound(range.maximum())) {
      throw NovaFault.badRequest(text + "less than or equal to " + range.maximum() + ".");
    }
  }

  /** -1 is no limit, so more than any number. */
  private static double bound(int limit) {
    return limit == -1 ? Double.POSITIVE_INFINITY : limit;
  }

  private void set(NovaCall call, String project, String resource, int limit) {
    call.userIdAsked()
        .filter(user -> !PER_PROJECT.contains(resource))
        .ifPresentOrElse(
            user -> compute.setQuota(project, user, resource, limit),
            () -> compute.setQuota(project, resource, limit));
  }

  Reply delete(NovaCall call) {
    call.requireAdmin("os-quota-sets:delete");
    String project = call.variable("project");
    call.userIdAsked()
        .ifPresentOrElse(
            user -> compute.removeQuotas(project, user), () -> compute.removeQuotas(project));
    return Reply.empty(202);
  }

  private String projectToRead(NovaCall call, String action) {
    String project = call.variable("project");
    if (!call.token().isAdmin() && !call.token().projectId().equals(project)) {
      throw NovaFault.policy("os-quota-sets:" + action);
    }
    checkExists(project);
    return project;
  }

  /** Newton stores quotas of projects that keystone does not know. */
  private void checkExists(String project) {
    if (profile.since(Profile.PIKE) && identity.project(project).isEmpty()) {
      throw NovaFault.badRequest("Project ID %s is not a valid project.".formatted(project));
    }
  }

  private Map<String, Integer> effective(NovaCall call, String project) {
    return call.userIdAsked()
        .map(user -> limits.of(project, user))
        .orElseGet(() -> limits.of(project));
  }

  private static Reply reply(NovaCall call, Optional<String> project, Map<String, Integer> values) {
    ObjectNode set = Json.object();
    project.ifPresent(id -> set.put("id", id));
    values.forEach(
        (resource, limit) -> {
          if (QuotaSchema.has(resource, call.version())) {
            set.put(resource, limit);
          }
        });
    return Reply.json(200, Json.object("quota_set", set));
  }
}
