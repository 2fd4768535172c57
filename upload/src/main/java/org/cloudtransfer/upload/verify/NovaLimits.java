package org.cloudtransfer.upload.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cloudtransfer.resource.NovaQuota;
import org.cloudtransfer.upload.cloud.Reply;
import org.cloudtransfer.upload.cloud.Request;
import org.cloudtransfer.upload.cloud.Service;

/** Compares Nova's limits of projects and of users in them. */
record NovaLimits(Question question) {
  /** Before 2.36, which hides the limits of networks. */
  private static final String MICROVERSION = "2.10";

  /**
   * Whose limits.
   *
   * @param account the target's user; empty for the whole project
   */
  private record Holder(String project, Optional<String> account) {

    Request quotaSet(String... more) {
      List<String> path = new ArrayList<>(List.of("os-quota-sets", project));
      path.addAll(List.of(more));
      Request get = Request.get(Service.COMPUTE, path.toArray(String[]::new)).at(MICROVERSION);
      return account.map(id -> get.with("user_id", id)).orElse(get);
    }
  }

  void compare(Comparison comparison) {
    Map<Holder, List<Limits.Wanted>> byHolder = new LinkedHashMap<>();
    Whereabouts whereabouts = new Whereabouts(question.identities(), comparison);
    for (NovaQuota quota : question.of(NovaQuota.TABLE)) {
      holder(quota, whereabouts)
          .ifPresent(
              holder ->
                  byHolder
                      .computeIfAbsent(holder, h -> new ArrayList<>())
                      .add(new Limits.Wanted(quota.key(), quota.resource(), quota.hardLimit())));
    }
    List<Holder> holders = List.copyOf(byHolder.keySet());
    List<Map<String, Integer>> shown = question.workers().map(holders, this::shown);
    KeystoneLimits keystone = new KeystoneLimits(question.cloud());
    for (int i = 0; i < holders.size(); i++) {
      Holder holder = holders.get(i);
      new Limits(
              shown.get(i),
              resource -> used(holder, resource),
              wanted -> keystone.keeps(wanted, holder.project(), holder.account()),
              question)
          .compare(byHolder.get(holder), comparison);
    }
  }

  private static Optional<Holder> holder(NovaQuota quota, Whereabouts whereabouts) {
    Optional<String> project = whereabouts.project(quota.key(), quota.projectId());
    return project.isEmpty() || quota.userId() == null
        ? project.map(id -> new Holder(id, Optional.empty()))
        : whereabouts
            .account(quota.key(), quota.userId())
            .map(account -> new Holder(project.get(), Optional.of(account)));
  }

  private Map<String, Integer> shown(Holder holder) {
    return numbers(question.cloud().read(holder.quotaSet(), "quota_set"));
  }

  static Map<String, Integer> numbers(JsonNode set) {
    Map<String, Integer> numbers = new HashMap<>();
    set.fieldNames()
        .forEachRemaining(
            name -> {
              if (set.get(name).canConvertToInt()) {
                numbers.put(name, set.get(name).intValue());
              }
            });
    return numbers;
  }

  /** Dear to ask, so only of what differs. */
  private Optional<Integer> used(Holder holder, String resource) {
    Reply reply = question.cloud().reading(holder.quotaSet("detail"));
    JsonNode detail = reply.body().path("quota_set").path(resource);
    return reply.ok() && detail.has("in_use")
        ? Optional.of(detail.path("in_use").asInt() + detail.path("reserved").asInt())
        : Optional.empty();
  }
}
