package org.cloudtransfer.demo.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cloudtransfer.demo.sample.Fate;
import org.cloudtransfer.demo.sample.Sample;
import org.cloudtransfer.demo.sample.SampleGroup;
import org.cloudtransfer.demo.sample.SampleRule;
import org.cloudtransfer.simulator.cloud.SecurityGroup;
import org.cloudtransfer.simulator.cloud.SecurityGroupRule;

/**
 * Security groups: those of the old cloud beside those that were there; each once, with the very
 * rules it had, so that it lets through neither more nor less. A default group that was there keeps
 * its rules and gets the old cloud's besides; one that came with the transfer has the old cloud's
 * only; one that the old cloud did not have is as Neutron makes it.
 */
record GroupCheck(Sample sample, State before, State after, Findings findings) {

  void run() {
    Map<String, Integer> wanted = wanted().labels();
    Map<String, Integer> found = graph(after).labels();
    Set<String> labels = new TreeSet<>(wanted.keySet());
    labels.addAll(found.keySet());
    for (String label : labels) {
      findings.expect(
          "groups " + label, wanted.getOrDefault(label, 0), found.getOrDefault(label, 0));
    }
    nothingTwice();
    List<SampleGroup> came = sample.groups().stream().filter(g -> g.fate().arrives()).toList();
    findings.checked("security groups as in the old cloud", came.size());
    findings.checked(
        "security group rules as in the old cloud",
        came.stream().mapToInt(group -> carried(group).size()).sum());
  }

  private static GroupGraph graph(State state) {
    GroupGraph graph = new GroupGraph();
    for (SecurityGroup group : state.groups().values()) {
      graph.add(group.id(), group.projectId(), group.name(), group.description());
      graph.addRules(group.id(), state.rules().get(group.id()).stream().map(RuleForm::of).toList());
    }
    return graph;
  }

  private GroupGraph wanted() {
    GroupGraph graph = graph(before);
    Map<String, String> places = new HashMap<>();
    for (SampleGroup group : sample.groups()) {
      if (group.fate().arrives()) {
        places.put(group.id(), place(group, graph));
      }
    }
    for (SampleGroup group : sample.groups()) {
      if (group.fate() == Fate.CARRIED) {
        graph.addRules(places.get(group.id()), forms(group, places));
      }
    }
    after.defaults().keySet().stream()
        .filter(project -> !before.defaults().containsKey(project))
        .filter(project -> !places.containsValue("default of " + project))
        .forEach(project -> addAutomatic(graph, project));
    return graph;
  }

  /** The ID under which a group is to be found: the one that is there, or a made-up one. */
  private String place(SampleGroup group, GroupGraph graph) {
    String project = group.project().id();
    if (group.isDefault() && before.defaults().containsKey(project)) {
      return before.defaults().get(project);
    }
    if (group.fate() == Fate.PRESENT) {
      return equal(group);
    }
    String id = group.isDefault() ? "default of " + project : "new " + group.id();
    String description = group.description() == null ? "" : group.description();
    graph.add(id, project, group.name(), description);
    return id;
  }

  private String equal(SampleGroup group) {
    return before.groups().values().stream()
        .filter(g -> g.projectId().equals(group.project().id()) && g.name().equals(group.name()))
        .map(SecurityGroup::id)
        .findFirst()
        .orElseThrow();
  }

  private static List<SampleRule> carried(SampleGroup group) {
    return group.rules().stream().filter(rule -> rule.fate().arrives()).toList();
  }

  private static List<RuleForm> forms(SampleGroup group, Map<String, String> places) {
    List<RuleForm> forms = new ArrayList<>();
    for (SampleRule rule : carried(group)) {
      String remote = rule.remoteGroupId();
      forms.add(RuleForm.of(rule, remote == null ? null : places.getOrDefault(remote, "lost")));
    }
    return forms;
  }

  private static void addAutomatic(GroupGraph graph, String project) {
    String id = "default of " + project;
    graph.add(id, project, "default", "Default security group");
    for (String family : List.of("IPv4", "IPv6")) {
      graph.addRules(
          id,
          List.of(
              new RuleForm("egress", family, "any", "null-null", "", ""),
              new RuleForm("ingress", family, "any", "null-null", "", id)));
    }
  }

  private void nothingTwice() {
    after
        .rules()
        .forEach(
            (group, rules) -> {
              Set<RuleForm> forms = new HashSet<>();
              for (SecurityGroupRule rule : rules) {
                if (!forms.add(RuleForm.of(rule))) {
                  findings.differs("twice in group " + group + ": " + RuleForm.of(rule));
                }
                findings.expect(
                    "owner of rule " + rule.id(),
                    after.groups().get(group).projectId(),
                    rule.projectId());
              }
            });
  }
}
