package org.cloudtransfer.simulator.neutron;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cloudtransfer.simulator.cloud.Network;

/** Whether there is room for what is asked: counted for the owner that each item names. */
final class QuotaCheck {
  private final Network network;
  private final Map<String, Integer> defaults;

  QuotaCheck(Network network, Map<String, Integer> defaults) {
    this.network = network;
    this.defaults = defaults;
  }

  void check(List<ObjectNode> items, String resource) {
    Map<String, Long> byOwner =
        items.stream()
            .collect(
                Collectors.groupingBy(
                    i -> i.path("project_id").asText(), TreeMap::new, Collectors.counting()));
    byOwner.forEach((owner, count) -> check(owner, resource, count));
  }

  void check(String projectId, String resource, long more) {
    int limit =
        network.quotas(projectId).getOrDefault(resource, defaults.getOrDefault(resource, -1));
    if (limit >= 0 && network.used(projectId, resource) + more > limit) {
      throw NeutronFault.overQuota(List.of(resource));
    }
  }
}
