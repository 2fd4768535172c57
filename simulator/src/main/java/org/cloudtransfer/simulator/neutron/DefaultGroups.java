package org.cloudtransfer.simulator.neutron;

import org.cloudtransfer.simulator.cloud.Network;

/**
 * The default group of a project comes into being when its groups are first listed or one is made.
 */
final class DefaultGroups {
  private final Network network;
  private final QuotaCheck quota;

  DefaultGroups(Network network, QuotaCheck quota) {
    this.network = network;
    this.quota = quota;
  }

  void ensure(String projectId) {
    if (network.defaultGroup(projectId).isEmpty()) {
      quota.check(projectId, "security_group_rule", network.automaticRules(true));
      network.ensureDefaultGroup(projectId);
    }
  }

  /**
   * Of several projects in the filter only the first gets its default group; without one it is the
   * caller's.
   */
  void ensureForList(NeutronCall call) {
    String caller = call.token().projectId();
    String project =
        call.query().first("project_id").or(() -> call.query().first("tenant_id")).orElse(caller);
    if (!caller.isEmpty() && call.mayTouch(project)) {
      ensure(project);
    }
  }
}
