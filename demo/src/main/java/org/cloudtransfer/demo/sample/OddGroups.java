package org.cloudtransfer.demo.sample;

import java.util.List;

/** One security group of each odd kind. */
record OddGroups(People people, List<SampleGroup> groups) {

  static OddGroups of(People people, List<SampleGroup> groups) {
    return new OddGroups(people, groups);
  }

  void add() {
    withoutRules();
    referringToItself();
    inACircle();
    acrossProjects();
    ofOneName();
    tightened();
    thereAlready();
    manyProtocols();
    addresses();
    ofGoneProjects();
    calledDefault();
  }

  private void add(GroupDraft draft) {
    groups.add(draft.build());
  }

  private GroupDraft draft(int project, String name) {
    return GroupDraft.of(people.project(project), name, "odd: " + name);
  }

  private void withoutRules() {
    add(draft(0, "without rules"));
    add(draft(1, "without rules"));
  }

  private void referringToItself() {
    GroupDraft self = draft(2, "self");
    add(
        self.openEgress()
            .fromGroup("tcp", 1, 65535, self.id())
            .fromGroup(null, null, null, self.id()));
  }

  private void inACircle() {
    GroupDraft a = draft(3, "circle a");
    GroupDraft b = draft(3, "circle b");
    GroupDraft c = draft(3, "circle c");
    add(a.openEgress().fromGroup("tcp", 1, 10, b.id()));
    add(b.openEgress().fromGroup("tcp", 1, 10, c.id()));
    add(c.openEgress().fromGroup("tcp", 1, 10, a.id()));
  }

  private void acrossProjects() {
    GroupDraft monitoring = draft(4, "monitoring");
    GroupDraft monitored = draft(5, "monitored");
    add(monitoring.openEgress().fromGroup("udp", 514, 514, monitored.id()));
    add(monitored.openEgress().fromGroup("tcp", 9100, 9100, monitoring.id()));
    add(draft(6, "foreign rule").openEgress().ownedBy(people.project(7), "tcp", 8080));
  }

  /** Two that differ, two that cannot be told apart. */
  private void ofOneName() {
    SampleProject project = people.project(8);
    for (int n = 1; n <= 4; n++) {
      int port = Math.min(n, 3);
      add(
          GroupDraft.numbered(project, "several", "of one name", n)
              .openEgress()
              .tcp(port, port, null));
    }
  }

  private void tightened() {
    add(draft(9, "no way out").tcp(22, 22, null));
    add(draft(9, "https out").egress("tcp", 443, 443, null));
    add(draft(10, "IPv4 out only").egress(null, null, null, null));
  }

  private void thereAlready() {
    add(draft(12, "there already").fated(Fate.PRESENT).openEgress().tcp(22, 22, "192.0.2.1"));
  }

  private void manyProtocols() {
    add(
        draft(14, "protocols")
            .ingress("6", 8000, 8000, null)
            .ingress("47", null)
            .ingress("112", null)
            .ingress("icmp", 8, 0, null)
            .ingress("icmp", 3, null, null)
            .ingress("icmp", -1, -1, "203.0.113.0/24")
            .ingress6("icmpv6", 128, 0, null)
            .ingress6("58", null, null, "2001:db8::/32")
            .egress("udp", 53, 53, null)
            .withheld("tcp", 0, 1023, null));
  }

  private void addresses() {
    add(
        draft(15, "addresses")
            .tcp(22, 22, "192.0.2.7")
            .tcp(22, 22, "192.0.2.8/32")
            .tcp(22, 22, "10.0.0.1/24")
            .tcp(22, 22, "10.0.0.0/24")
            .ingress6("tcp", 22, 22, "2001:DB8::1/64")
            .ingress6("tcp", 22, 22, "2001:db8::2"));
    add(draft(16, "anywhere, twice").tcp(22, 22, null).tcp(22, 22, "0.0.0.0/0"));
  }

  /** A rule that admits such a group would, without it, admit everybody. */
  private void ofGoneProjects() {
    for (SampleProject project : people.goneProjects()) {
      GroupDraft gone = GroupDraft.of(project, "web", "of a project that is no more");
      add(gone.openEgress().tcp(80, 80, null));
      add(
          draft(17, "friends of " + project.name())
              .withheld("tcp", 22, 22, gone.id())
              .tcp(80, 80, null));
    }
  }

  /** Neutron keeps that name, in any spelling, for the one group that it makes itself. */
  private void calledDefault() {
    add(draft(18, "Default").fated(Fate.WITHHELD).openEgress().tcp(80, 80, null));
  }
}
