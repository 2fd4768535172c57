package org.cloudtransfer.cli;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cloudtransfer.resource.ResourceKind;
import picocli.CommandLine.Option;

/** Which kinds, projects and users a run is about; the same options on both sides. */
public final class Selection {
  private final Set<ResourceKind> asked = EnumSet.noneOf(ResourceKind.class);
  private final Set<String> projects = new TreeSet<>();
  private final Set<String> users = new TreeSet<>();

  @Option(
      order = -120,
      names = "--keypairs",
      description = "Only key pairs (combinable with the others).")
  void keypairs(boolean on) {
    ask(on, ResourceKind.KEYPAIRS);
  }

  @Option(
      order = -119,
      names = "--quotas",
      description = "Only quotas, of Nova, Neutron and Cinder.")
  void quotas(boolean on) {
    ask(on, ResourceKind.NOVA_QUOTAS, ResourceKind.NEUTRON_QUOTAS, ResourceKind.CINDER_QUOTAS);
  }

  @Option(order = -118, names = "--nova-quotas", description = "Only Nova quotas.")
  void novaQuotas(boolean on) {
    ask(on, ResourceKind.NOVA_QUOTAS);
  }

  @Option(order = -117, names = "--neutron-quotas", description = "Only Neutron quotas.")
  void neutronQuotas(boolean on) {
    ask(on, ResourceKind.NEUTRON_QUOTAS);
  }

  @Option(order = -116, names = "--cinder-quotas", description = "Only Cinder quotas.")
  void cinderQuotas(boolean on) {
    ask(on, ResourceKind.CINDER_QUOTAS);
  }

  @Option(
      order = -115,
      names = "--security-groups",
      description = "Only security groups and their rules.")
  void securityGroups(boolean on) {
    ask(on, ResourceKind.SECURITY_GROUPS);
  }

  @Option(
      order = -114,
      names = "--project",
      paramLabel = "ID|NAME",
      description = "Only what belongs to this project; repeatable.")
  void project(List<String> names) {
    projects.addAll(names);
  }

  @Option(
      order = -113,
      names = "--user",
      paramLabel = "ID|NAME",
      description = "Only what belongs to this user; repeatable.")
  void user(List<String> names) {
    users.addAll(names);
  }

  private void ask(boolean on, ResourceKind... kinds) {
    if (on) {
      asked.addAll(List.of(kinds));
    }
  }

  /** The kinds in order of execution; all of them if none was named. */
  public Set<ResourceKind> kinds() {
    return asked.isEmpty() ? EnumSet.allOf(ResourceKind.class) : EnumSet.copyOf(asked);
  }

  /** Whether the user named kinds, so that a missing one is an error and not just absent. */
  public boolean namesKinds() {
    return !asked.isEmpty();
  }

  /** IDs or names as typed, sorted; empty for all projects. */
  public Set<String> projects() {
    return Collections.unmodifiableSet(projects);
  }

  /** IDs or names as typed, sorted; empty for all users. */
  public Set<String> users() {
    return Collections.unmodifiableSet(users);
  }
}
