package org.cloudtransfer.demo.sample;

import java.util.ArrayList;
import java.util.List;

/** Which project has which security groups: what everybody has, and one of each odd kind. */
final class SampleGroups {
  /** Names and descriptions that have to come through as they are. */
  private static final List<String> TEXTS =
      List.of(
          "Büro – Zürich",
          "\"quoted\", 'single', `back`",
          "two\nlines",
          "line\r\nends",
          "tab\tand \\ backslash \\N \\n",
          "  blanks around  ",
          "日本語のグループ",
          "🦊 fox",
          "NULL",
          "",
          "a,b;c|d",
          "'; DROP TABLE securitygroups; --",
          "<b>&amp;</b> ${x} %s {0}",
          "e\u0301 is not \u00e9",
          "x".repeat(255),
          "ü".repeat(255));

  private final People people;
  private final List<SampleGroup> groups = new ArrayList<>();

  private SampleGroups(People people) {
    this.people = people;
  }

  static List<SampleGroup> of(People people) {
    SampleGroups all = new SampleGroups(people);
    for (int i = 0; i < People.PROJECTS; i++) {
      all.defaultGroup(i);
      all.webAndDatabase(i);
      all.named(i);
    }
    OddGroups.of(people, all.groups).add();
    return all.groups;
  }

  /** As Neutron made it, tightened, or opened. */
  private void defaultGroup(int i) {
    SampleProject project = people.project(i);
    GroupDraft draft = GroupDraft.of(project, "default", "Default security group").asDefault();
    switch (i % 5) {
      case 0 -> draft.selfIngress().openEgress();
      case 1 -> draft.selfIngress().openEgress().tcp(22, 22, "0.0.0.0/0").ingress("icmp", null);
      case 2 -> draft.selfIngress();
      case 3 -> draft.tcp(22, 22, "192.0.2.0/24").egress("tcp", 443, 443, null);
      default -> draft.openEgress();
    }
    groups.add(draft.build());
  }

  private void webAndDatabase(int i) {
    SampleProject project = people.project(i);
    GroupDraft web =
        GroupDraft.of(project, "web", i % 4 == 3 ? null : "from everywhere")
            .openEgress()
            .tcp(80, 80, null)
            .tcp(443, 443, "0.0.0.0/0")
            .ingress6("tcp", 443, 443, "::/0");
    GroupDraft database =
        GroupDraft.of(project, "database", "from the web servers of project " + i)
            .openEgress()
            .fromGroup("tcp", 5432, 5432, web.id())
            .tcp(22, 22, "10." + i + ".0.0/16");
    groups.add(web.build());
    groups.add(database.build());
  }

  private void named(int i) {
    String name = TEXTS.get(i % TEXTS.size());
    String description = TEXTS.get((i * 5 + 2) % TEXTS.size());
    groups.add(
        GroupDraft.of(people.project(i), name, description)
            .openEgress()
            .ingress("udp", 1000 + i, 2000 + i, "198.51.100." + i)
            .build());
  }
}
