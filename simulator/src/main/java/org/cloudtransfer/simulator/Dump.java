package org.cloudtransfer.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.cloudtransfer.simulator.cloud.Cloud;
import org.cloudtransfer.simulator.cloud.Compute;
import org.cloudtransfer.simulator.cloud.Identity;
import org.cloudtransfer.simulator.cloud.Keypair;
import org.cloudtransfer.simulator.cloud.Network;
import org.cloudtransfer.simulator.cloud.SecurityGroup;
import org.cloudtransfer.simulator.cloud.SecurityGroupRule;
import org.cloudtransfer.simulator.http.Json;

/** A cloud as a sorted JSON tree. */
final class Dump {
  private final Cloud cloud;

  Dump(Cloud cloud) {
    this.cloud = cloud;
  }

  ObjectNode withIds() {
    ObjectNode tree = base();
    synchronized (cloud.network()) {
      Map<String, JsonNode> groups = new TreeMap<>();
      for (SecurityGroup group : cloud.network().groups()) {
        groups.put(group.id(), group(group, id -> id, true));
      }
      tree.putObject("security_groups").setAll(groups);
    }
    return tree;
  }

  ObjectNode withoutIds() {
    ObjectNode tree = base();
    synchronized (cloud.network()) {
      Map<String, String> labels = labels();
      Map<String, JsonNode> groups = new TreeMap<>();
      for (SecurityGroup group : cloud.network().groups()) {
        groups.put(labels.get(group.id()), group(group, id -> labels.getOrDefault(id, id), false));
      }
      tree.putObject("security_groups").setAll(groups);
    }
    return tree;
  }

  private ObjectNode base() {
    ObjectNode tree = Json.object();
    tree.set("domains", domains());
    tree.set("projects", projects());
    tree.set("users", users());
    Compute compute = cloud.compute();
    tree.set("keypairs", keypairs(compute.keypairs()));
    tree.set("nova_quotas", tree(compute.quotas()));
    ObjectNode userQuotas = tree.putObject("nova_user_quotas");
    compute.userQuotas().forEach((project, byUser) -> userQuotas.set(project, tree(byUser)));
    tree.set("nova_class_quotas", Json.numbers(compute.classQuotas()));
    tree.set("neutron_quotas", tree(cloud.network().quotas()));
    tree.set("cinder_quotas", tree(cloud.volume().quotas()));
    ArrayNode types = tree.putArray("volume_types");
    cloud.volume().types().forEach(type -> types.add(type.name()));
    return tree;
  }

  private ObjectNode domains() {
    Map<String, JsonNode> domains = new TreeMap<>();
    cloud
        .identity()
        .domains()
        .forEach(d -> domains.put(d.id(), Json.object().put("name", d.name())));
    return Json.object().setAll(domains);
  }

  private ObjectNode projects() {
    Map<String, JsonNode> projects = new TreeMap<>();
    cloud
        .identity()
        .projects()
        .forEach(
            p ->
                projects.put(
                    p.id(),
                    Json.object()
                        .put("name", p.name())
                        .put("domain_id", p.domainId())
                        .put("enabled", p.enabled())));
    return Json.object().setAll(projects);
  }

  private ObjectNode users() {
    Identity identity = cloud.identity();
    Map<String, JsonNode> users = new TreeMap<>();
    identity
        .users()
        .forEach(
            u ->
                users.put(
                    u.id(),
                    Json.object()
                        .put("name", u.name())
                        .put("domain_id", u.domainId())
                        .put("enabled", u.enabled())
                        .put("known", identity.isMapped(u))));
    return Json.object().setAll(users);
  }

  private static ObjectNode keypairs(List<Keypair> keypairs) {
    ObjectNode byUser = Json.object();
    for (Keypair keypair : keypairs) {
      byUser
          .withObjectProperty(keypair.userId())
          .putObject(keypair.name())
          .put("type", keypair.type())
          .put("public_key", keypair.publicKey())
          .put("fingerprint", keypair.fingerprint());
    }
    return byUser;
  }

  private static ObjectNode tree(Map<String, Map<String, Integer>> quotas) {
    ObjectNode tree = Json.object();
    quotas.forEach((owner, limits) -> tree.set(owner, Json.numbers(limits)));
    return tree;
  }

  private ObjectNode group(SecurityGroup group, UnaryOperator<String> label, boolean ids) {
    Network network = cloud.network();
    ObjectNode node =
        Json.object()
            .put("project_id", group.projectId())
            .put("name", group.name())
            .put("description", group.description())
            .put("stateful", group.stateful())
            .put("is_default", isDefault(group))
            .put("in_use", network.isInUse(group.id()));
    node.set("tags", Json.array(group.tags()));
    List<ObjectNode> rules = new ArrayList<>();
    network.rules(group.id()).forEach(rule -> rules.add(rule(rule, label, ids)));
    rules.sort(Comparator.comparing(ObjectNode::toString));
    node.putArray("rules").addAll(rules);
    return node;
  }

  private boolean isDefault(SecurityGroup group) {
    return cloud
        .network()
        .defaultGroup(group.projectId())
        .map(d -> d.id().equals(group.id()))
        .orElse(false);
  }

  private static ObjectNode rule(SecurityGroupRule rule, UnaryOperator<String> label, boolean ids) {
    String remote = rule.remoteGroupId();
    ObjectNode node =
        Json.object()
            .put("project_id", rule.projectId())
            .put("direction", rule.direction())
            .put("ethertype", rule.ethertype())
            .put("protocol", rule.protocol())
            .put("port_range_min", rule.portRangeMin())
            .put("port_range_max", rule.portRangeMax())
            .put("remote_ip_prefix", rule.remoteIpPrefix())
            .put("remote_group", remote == null ? null : label.apply(remote))
            .put("description", rule.description());
    return ids ? node.put("id", rule.id()) : node;
  }

  /** {@code PROJECT/NAME}; groups of one name are numbered in the order of what is in them. */
  private Map<String, String> labels() {
    Map<String, List<SecurityGroup>> byName = new TreeMap<>();
    for (SecurityGroup group : cloud.network().groups()) {
      String name = group.projectId() + "/" + group.name();
      byName.computeIfAbsent(name, n -> new ArrayList<>()).add(group);
    }
    Map<String, String> labels = new HashMap<>();
    byName.forEach(
        (name, groups) -> {
          groups.sort(Comparator.comparing(g -> group(g, id -> "", false).toString()));
          for (int i = 0; i < groups.size(); i++) {
            labels.put(groups.get(i).id(), i == 0 ? name : name + "#" + (i + 1));
          }
        });
    return labels;
  }
}
