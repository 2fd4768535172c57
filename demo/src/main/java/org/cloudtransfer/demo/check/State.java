package org.cloudtransfer.demo.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cloudtransfer.simulator.Simulator;
import org.cloudtransfer.simulator.cloud.Cloud;
import org.cloudtransfer.simulator.cloud.Keypair;
import org.cloudtransfer.simulator.cloud.SecurityGroup;
import org.cloudtransfer.simulator.cloud.SecurityGroupRule;

/**
 * What the new cloud held at a moment.
 *
 * @param userQuotas by project, user and resource
 * @param rules by group
 * @param defaults the default group of each project that has one
 * @param dump everything, as one tree
 */
public record State(
    List<Keypair> keypairs,
    Map<String, Map<String, Integer>> novaQuotas,
    Map<String, Map<String, Map<String, Integer>>> userQuotas,
    Map<String, Map<String, Integer>> neutronQuotas,
    Map<String, Map<String, Integer>> cinderQuotas,
    Map<String, SecurityGroup> groups,
    Map<String, List<SecurityGroupRule>> rules,
    Map<String, String> defaults,
    ObjectNode dump) {

  /** Looks into a simulator. */
  public static State of(Simulator simulator) {
    Cloud cloud = simulator.cloud();
    Map<String, SecurityGroup> groups = new TreeMap<>();
    cloud.network().groups().forEach(group -> groups.put(group.id(), group));
    Map<String, List<SecurityGroupRule>> rules = new TreeMap<>();
    groups.keySet().forEach(id -> rules.put(id, cloud.network().rules(id)));
    return new State(
        cloud.compute().keypairs(),
        cloud.compute().quotas(),
        cloud.compute().userQuotas(),
        cloud.network().quotas(),
        cloud.volume().quotas(),
        groups,
        rules,
        defaults(cloud, groups),
        simulator.dump());
  }

  private static Map<String, String> defaults(Cloud cloud, Map<String, SecurityGroup> groups) {
    return groups.values().stream()
        .map(SecurityGroup::projectId)
        .distinct()
        .filter(project -> cloud.network().defaultGroup(project).isPresent())
        .collect(Collectors.toMap(p -> p, p -> cloud.network().defaultGroup(p).orElseThrow().id()));
  }
}
