package org.cloudtransfer.demo.sample;

import java.util.ArrayList;
import java.util.List;

/** A security group in the making. */
final class GroupDraft {
  private static final String IPV4 = "IPv4";
  private static final String IPV6 = "IPv6";
  private static final String INGRESS = "ingress";
  private static final String EGRESS = "egress";

  private final String id;
  private final SampleProject project;
  private final String name;
  private final String description;
  private final List<SampleRule> rules = new ArrayList<>();
  private Fate fate;
  private boolean isDefault;

  private GroupDraft(String id, SampleProject project, String name, String description) {
    this.id = id;
    this.project = project;
    this.name = name;
    this.description = description;
    this.fate = project.fate();
  }

  static GroupDraft of(SampleProject project, String name, String description) {
    return numbered(project, name, description, 1);
  }

  /** One of several groups of the same name. */
  static GroupDraft numbered(SampleProject project, String name, String description, int number) {
    String id = Ids.uuid("group " + project.id() + " " + name + " " + number);
    return new GroupDraft(id, project, name, description);
  }

  String id() {
    return id;
  }

  GroupDraft asDefault() {
    isDefault = true;
    return this;
  }

  /** Rules added from now on share it. */
  GroupDraft fated(Fate value) {
    fate = value;
    return this;
  }

  /** What Neutron adds to every group. */
  GroupDraft openEgress() {
    return add(EGRESS, IPV4, null, null, null, null, null)
        .add(EGRESS, IPV6, null, null, null, null, null);
  }

  /** What Neutron adds to a default group. */
  GroupDraft selfIngress() {
    return add(INGRESS, IPV4, null, null, null, null, id)
        .add(INGRESS, IPV6, null, null, null, null, id);
  }

  GroupDraft tcp(Integer min, Integer max, String prefix) {
    return ingress("tcp", min, max, prefix);
  }

  GroupDraft ingress(String protocol, String prefix) {
    return ingress(protocol, null, null, prefix);
  }

  GroupDraft ingress(String protocol, Integer min, Integer max, String prefix) {
    return add(INGRESS, IPV4, protocol, min, max, prefix, null);
  }

  GroupDraft ingress6(String protocol, Integer min, Integer max, String prefix) {
    return add(INGRESS, IPV6, protocol, min, max, prefix, null);
  }

  GroupDraft egress(String protocol, Integer min, Integer max, String prefix) {
    return add(EGRESS, IPV4, protocol, min, max, prefix, null);
  }

  GroupDraft fromGroup(String protocol, Integer min, Integer max, String group) {
    return add(INGRESS, IPV4, protocol, min, max, null, group);
  }

  /** Adds a rule that stays behind although its group does not. */
  GroupDraft withheld(String protocol, Integer min, Integer max, String group) {
    Fate before = fate;
    return fated(Fate.WITHHELD).fromGroup(protocol, min, max, group).fated(before);
  }

  /** Adds a rule that another project owns. */
  GroupDraft ownedBy(SampleProject owner, String protocol, Integer port) {
    return add(owner.id(), INGRESS, IPV4, protocol, port, port, null, null);
  }

  private GroupDraft add(
      String direction,
      String ethertype,
      String protocol,
      Integer min,
      Integer max,
      String prefix,
      String group) {
    return add(project.id(), direction, ethertype, protocol, min, max, prefix, group);
  }

  private GroupDraft add(
      String owner,
      String direction,
      String ethertype,
      String protocol,
      Integer min,
      Integer max,
      String prefix,
      String group) {
    String ruleId = Ids.uuid("rule " + id + " " + rules.size());
    rules.add(
        new SampleRule(
            ruleId, owner, direction, ethertype, protocol, min, max, prefix, group, fate));
    return this;
  }

  SampleGroup build() {
    return new SampleGroup(id, project, name, description, isDefault, fate, rules);
  }
}
