package org.cloudtransfer.upload.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cloudtransfer.resource.NeutronQuota;
import org.cloudtransfer.upload.cloud.Request;
import org.cloudtransfer.upload.cloud.Service;

/** Compares Neutron's limits, from two listings: own limits of all projects, and the defaults. */
record NeutronLimits(Question question) {

  void compare(Comparison comparison) {
    Map<String, List<Limits.Wanted>> byProject = new LinkedHashMap<>();
    Whereabouts whereabouts = new Whereabouts(question.identities(), comparison);
    for (NeutronQuota quota : question.of(NeutronQuota.TABLE)) {
      Limits.Wanted wanted =
          new Limits.Wanted(quota.key(), quota.resource(), unlimitedIfNegative(quota));
      whereabouts
          .project(quota.key(), quota.projectId())
          .ifPresent(
              project -> byProject.computeIfAbsent(project, p -> new ArrayList<>()).add(wanted));
    }
    if (!byProject.isEmpty()) {
      Map<String, Integer> defaults = defaults();
      Map<String, Map<String, Integer>> own = own();
      byProject.forEach(
          (project, wanted) ->
              new Limits(
                      holding(defaults, own.getOrDefault(project, Map.of())),
                      resource -> Optional.empty(),
                      Limits.HERE,
                      question)
                  .compare(wanted, comparison));
    }
  }

  private static Integer unlimitedIfNegative(NeutronQuota quota) {
    return quota.limit() != null && quota.limit() < 0 ? Integer.valueOf(-1) : quota.limit();
  }

  private Map<String, Integer> defaults() {
    String caller = question.cloud().callerProject();
    Request get = Request.get(Service.NETWORK, "quotas", caller, "default");
    return NovaLimits.numbers(question.cloud().read(get, "quota"));
  }

  private Map<String, Map<String, Integer>> own() {
    Map<String, Map<String, Integer>> byProject = new HashMap<>();
    for (JsonNode set : question.cloud().read(Request.get(Service.NETWORK, "quotas"), "quotas")) {
      String project = set.has("project_id") ? "project_id" : "tenant_id";
      byProject.put(set.path(project).asText(), NovaLimits.numbers(set));
    }
    return byProject;
  }

  /** Only names that have a default are limits: a listing may echo rows that nobody heeds. */
  private static Map<String, Integer> holding(
      Map<String, Integer> defaults, Map<String, Integer> own) {
    Map<String, Integer> holding = new HashMap<>();
    defaults.forEach((name, limit) -> holding.put(name, own.getOrDefault(name, limit)));
    return holding;
  }
}
