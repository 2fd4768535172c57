package org.cloudtransfer.upload;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.cloudtransfer.resource.User;
import org.cloudtransfer.simulator.cloud.Network;
import org.cloudtransfer.upload.GeneratedCloud.Piece;

/**
 * Makes clouds of everything odd: groups that name each other at random, across projects, and
 * themselves, and nobody; equal names; default groups changed and tightened; limits of -1 and 0, of
 * users, of volume types, of unknown names; keys with odd names; owners who are not in the target;
 * and a target that holds none, some, or other versions of all that.
 */
final class CloudGenerator {
  private static final Integer[] LIMITS = {-1, 0, 1, 5, 10, 20, 51200, -2, null, 2147483647};
  private static final String[] NOVA = {
    "instances",
    "cores",
    "ram",
    "key_pairs",
    "metadata_items",
    "injected_files",
    "floating_ips",
    "security_groups",
    "server_groups",
    "made_up"
  };
  private static final String[] NEUTRON = {
    "network",
    "port",
    "subnet",
    "router",
    "floatingip",
    "security_group",
    "security_group_rule",
    "vip",
    "made_up"
  };
  private static final String[] CINDER = {
    "volumes",
    "gigabytes",
    "snapshots",
    "backups",
    "gigabytes_fast",
    "volumes_fast",
    "volumes_ghost",
    "per_volume_gigabytes",
    "made_up"
  };
  private static final String[] KEY_NAMES = {
    "laptop", "a b", "ü", "x@y", "a.b", " lead", "with/slash", "\"quoted\"", "new\nline", "default"
  };
  private static final String[] GROUP_NAMES = {"web", "web", "db", "ü b", "default", "Default", ""};
  private static final String[] DESCRIPTIONS = {null, "", "one", "two, \"lines\"\nof it"};
  private static final String[] PROTOCOLS = {
    null, null, "tcp", "tcp", "udp", "icmp", "icmpv6", "6", "47", "vrrp", "any", "TCP", "bogus"
  };
  private static final Integer[][] PORTS = {
    {null, null},
    {null, null},
    {22, 22},
    {80, 443},
    {1, 65535},
    {0, 0},
    {0, 100},
    {8, 0},
    {8, null},
    {443, 80},
    {-1, -1},
    {8, -1},
    {70000, 70000}
  };
  private static final String[] PREFIXES = {
    null,
    null,
    "0.0.0.0/0",
    "10.0.0.0/8",
    "10.1.2.3/8",
    "10.1.2.3",
    "10.1.2.3/32",
    "2001:db8::/32",
    "::/0",
    "::1",
    "garbage",
    "10.0.0.0/33",
    ""
  };

  private final Random random;
  private final List<Piece> pieces = new ArrayList<>();
  private final Set<Object> keys = new HashSet<>();
  private final List<String> projects = new ArrayList<>();
  private final List<String> users = new ArrayList<>();
  private final List<String> groups = new ArrayList<>();

  private CloudGenerator(long seed) {
    this.random = new Random(seed);
  }

  /** The same cloud for the same seed. */
  static GeneratedCloud of(long seed) {
    CloudGenerator g = new CloudGenerator(seed);
    boolean current = g.chance(50);
    List<String> policy = new ArrayList<>(List.of("--workers", g.chance(50) ? "1" : "4"));
    policy.addAll(List.of("--default-groups", g.any("merge", "merge", "exact", "skip")));
    policy.addAll(List.of("--quotas-policy", g.any("exact", "exact", "raise-only")));
    g.owners();
    g.quotas();
    g.keypairs();
    g.groups();
    g.strangers();
    return new GeneratedCloud(current, policy, g.pieces);
  }

  private void put(String text, Consumer<Bench> piece) {
    pieces.add(new Piece(text, piece));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  @SafeVarargs
  private <T> T any(T... some) {
    return some[random.nextInt(some.length)];
  }

  private String any(List<String> some) {
    return some.get(random.nextInt(some.size()));
  }

  private int upTo(int most) {
    return random.nextInt(most + 1);
  }

  private void owners() {
    for (int i = 0; i <= upTo(3); i++) {
      String id = "p" + i;
      projects.add(id);
      if (i == 0 || chance(80)) {
        put("target project " + id, b -> b.projects(id));
      }
      if (chance(50)) {
        put("source project " + id, b -> b.source.project(id, "name of " + id));
      }
    }
    for (int i = 0; i <= upTo(2); i++) {
      String id = "u" + i;
      users.add(id);
      if (chance(75)) {
        put("target user " + id, b -> b.users(id));
      }
      if (chance(50)) {
        put(
            "source user " + id,
            b -> b.source.user(id, "name of " + id, "Default", User.Origin.SQL));
      }
    }
    if (chance(60)) {
      put("target volume type fast", b -> b.cloud.cloud().volume().addType("fast"));
    }
  }

  private void quotas() {
    for (int i = upTo(8); i > 0; i--) {
      String project = any(projects);
      String user = chance(30) ? any(users) : null;
      String resource = any(NOVA);
      Integer limit = any(LIMITS);
      if (keys.add(java.util.Arrays.asList("nova", project, user, resource))) {
        put(
            "source nova " + project + " " + user + " " + resource + " " + limit,
            b -> b.source.nova(project, user, resource, limit));
      }
    }
    for (int i = upTo(6); i > 0; i--) {
      String project = any(projects);
      String resource = any(NEUTRON);
      Integer limit = any(LIMITS);
      if (keys.add(List.of("neutron", project, resource))) {
        put(
            "source neutron " + project + " " + resource + " " + limit,
            b -> b.source.neutron(project, resource, limit));
      }
    }
    for (int i = upTo(6); i > 0; i--) {
      String project = any(projects);
      String resource = any(CINDER);
      Integer limit = any(LIMITS);
      if (keys.add(List.of("cinder", project, resource))) {
        put(
            "source cinder " + project + " " + resource + " " + limit,
            b -> b.source.cinder(project, resource, limit));
      }
    }
  }

  private void keypairs() {
    for (int i = upTo(6); i > 0; i--) {
      String user = any(users);
      String name = chance(5) ? "x".repeat(256) : any(KEY_NAMES);
      String type = chance(10) ? "x509" : "ssh";
      String key =
          type.equals("x509")
              ? Keys.CERTIFICATE
              : any(Keys.rsa(upTo(3)), Keys.rsa(upTo(3)), Keys.ed25519(1), "", "garbage", null);
      if (keys.add(List.of("key", user, name))) {
        put(
            "source key " + user + " " + name + " " + type + " " + shortened(key),
            b -> b.source.keypair(user, name, type, key));
      }
      if (chance(20)) {
        String there = any(key, Keys.rsa(9));
        put(
            "target key " + user + " " + name + " " + shortened(there),
            b ->
                b.cloud
                    .cloud()
                    .compute()
                    .addKeypair(user, name, type, there == null ? "" : there, "f"));
      }
    }
  }

  private static String shortened(String key) {
    return key == null
        ? null
        : key.substring(0, Math.min(key.length(), 16)).strip() + key.hashCode();
  }

  private void groups() {
    int count = upTo(7);
    for (int i = 0; i < count; i++) {
      groups.add("g" + i);
    }
    for (String id : groups) {
      String project = any(projects);
      if (chance(25) && keys.add(List.of("default", project))) {
        put("source default " + id + " of " + project, b -> b.source.defaultGroup(id, project));
        if (chance(50)) {
          put("source untouched rules of " + id, b -> b.source.untouched(id));
        }
      } else {
        String name = any(GROUP_NAMES);
        String description = any(DESCRIPTIONS);
        boolean stateless = chance(8);
        put(
            "source group "
                + id
                + " of "
                + project
                + " '"
                + name
                + "' "
                + description
                + (stateless ? " stateless" : ""),
            b -> {
              if (stateless) {
                b.source.stateless(id, project, name);
              } else {
                b.source.group(id, project, name, description);
              }
            });
        if (chance(60)) {
          put("source open egress of " + id, b -> b.source.openEgress(id));
        }
      }
    }
    if (count > 0) {
      rules(upTo(14));
    }
  }

  private void rules(int count) {
    for (int i = 0; i < count; i++) {
      Rule rule = rule(any(groups));
      put("source " + rule, b -> b.source.rules(rule));
      if (chance(10)) {
        put("source again " + rule, b -> b.source.rules(rule));
      }
    }
  }

  private Rule rule(String group) {
    Integer[] ports = any(PORTS);
    Rule rule = chance(70) ? Rule.ingress(group) : Rule.egress(group);
    rule = chance(30) ? rule.v6() : rule;
    rule = rule.protocol(any(PROTOCOLS)).ports(ports[0], ports[1]);
    rule = chance(20) ? rule.owner(any(projects)) : rule;
    rule = chance(10) ? rule.says(any("why", "", "ü")) : rule;
    if (chance(45) && !groups.isEmpty()) {
      return rule.from(chance(12) ? "gone" : any(groups));
    }
    return rule.net(any(PREFIXES));
  }

  /** What the target holds beforehand. */
  private void strangers() {
    for (int i = upTo(4); i > 0; i--) {
      quotaThere();
    }
    for (String project : projects) {
      if (chance(30)) {
        int kind = upTo(3);
        put("target default of " + project + " " + kind, b -> defaultThere(b, project, kind));
      }
    }
    for (int i = upTo(3); i > 0; i--) {
      String project = any(projects);
      String name = any("web", "web", "db", "other");
      String description = any("", "one", "theirs");
      Rule rule = rule("theirs").net(any(null, "10.0.0.0/8"));
      boolean extra = chance(50);
      put(
          "target group of "
              + project
              + " '"
              + name
              + "' "
              + description
              + (extra ? " " + rule : ""),
          b -> groupThere(b, project, name, description, extra ? rule : null));
    }
  }

  private void quotaThere() {
    String project = any(projects);
    String user = any(users);
    int limit = any(-1, 0, 3, 100);
    Map<String, Consumer<Bench>> kinds =
        Map.of(
            "nova cores", b -> b.cloud.cloud().compute().setQuota(project, "cores", limit),
            "nova user ram", b -> b.cloud.cloud().compute().setQuota(project, user, "ram", limit),
            "nova class cores", b -> b.cloud.cloud().compute().setClassQuota("cores", limit),
            "nova use", b -> b.cloud.cloud().compute().use(project, user, "cores", 4),
            "neutron port", b -> b.cloud.cloud().network().setQuota(project, "port", limit),
            "cinder volumes", b -> b.cloud.cloud().volume().setQuota(project, "volumes", limit),
            "cinder use", b -> b.cloud.cloud().volume().use(project, "volumes", 4));
    String kind = any(kinds.keySet().stream().sorted().toList());
    put("target " + kind + " " + project + " " + user + " " + limit, kinds.get(kind));
  }

  private static void defaultThere(Bench bench, String project, int kind) {
    Network network = bench.cloud.cloud().network();
    var group = network.ensureDefaultGroup(project);
    if (kind == 1) {
      network.rules(group.id()).forEach(rule -> network.removeRule(rule.id()));
    } else if (kind == 2) {
      network.addRule(group, "ingress", "IPv4", "tcp", 443, 443, null, null);
    } else if (kind == 3) {
      network.rules(group.id()).stream()
          .filter(rule -> rule.direction().equals("egress"))
          .forEach(rule -> network.removeRule(rule.id()));
      network.addRule(group, "egress", "IPv4", "udp", 53, 53, "10.0.0.0/8", null);
    }
  }

  private static void groupThere(
      Bench bench, String project, String name, String description, Rule rule) {
    Network network = bench.cloud.cloud().network();
    var group = network.addGroup(project, name, description);
    if (rule != null
        && (rule.min() == null || rule.min() > 0)
        && !"bogus".equals(rule.protocol())) {
      network.addRule(
          group,
          rule.direction(),
          rule.ethertype(),
          rule.protocol(),
          rule.min(),
          rule.max(),
          rule.ethertype().equals("IPv4") ? rule.prefix() : null,
          null);
    }
  }
}
