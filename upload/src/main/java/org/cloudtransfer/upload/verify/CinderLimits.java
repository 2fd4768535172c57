package org.cloudtransfer.upload.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cloudtransfer.resource.CinderQuota;
import org.cloudtransfer.upload.cloud.Request;
import org.cloudtransfer.upload.cloud.Service;

/** Compares Cinder's limits, those of volume types among them. */
record CinderLimits(Question question) {

  void compare(Comparison comparison) {
    Map<String, List<Limits.Wanted>> byProject = new LinkedHashMap<>();
    Whereabouts whereabouts = new Whereabouts(question.identities(), comparison);
    for (CinderQuota quota : question.of(CinderQuota.TABLE)) {
      whereabouts
          .project(quota.key(), quota.projectId())
          .ifPresent(
              project ->
                  byProject
                      .computeIfAbsent(project, p -> new ArrayList<>())
                      .add(new Limits.Wanted(quota.key(), quota.resource(), quota.hardLimit())));
    }
    List<String> projects = List.copyOf(byProject.keySet());
    List<JsonNode> sets = question.workers().map(projects, this::quotaSet);
    for (int i = 0; i < projects.size(); i++) {
      JsonNode set = sets.get(i);
      new Limits(limits(set), resource -> used(set, resource), Limits.HERE, question)
          .compare(byProject.get(projects.get(i)), comparison);
    }
  }

  private JsonNode quotaSet(String project) {
    Request get = Request.get(Service.VOLUME, "os-quota-sets", project).with("usage", "True");
    return question.cloud().read(get, "quota_set");
  }

  private static Map<String, Integer> limits(JsonNode set) {
    Map<String, Integer> limits = new HashMap<>();
    set.fieldNames()
        .forEachRemaining(
            name -> {
              if (set.get(name).path("limit").canConvertToInt()) {
                limits.put(name, set.get(name).path("limit").intValue());
              }
            });
    return limits;
  }

  private static Optional<Integer> used(JsonNode set, String resource) {
    JsonNode detail = set.path(resource);
    return Optional.of(detail.path("in_use").asInt() + detail.path("reserved").asInt());
  }
}
