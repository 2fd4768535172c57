package org.cloudtransfer.archive;

import java.util.List;
import org.cloudtransfer.resource.CinderQuota;
import org.cloudtransfer.resource.Keypair;
import org.cloudtransfer.resource.NeutronQuota;
import org.cloudtransfer.resource.NovaQuota;
import org.cloudtransfer.resource.Project;
import org.cloudtransfer.resource.SecurityGroup;
import org.cloudtransfer.resource.SecurityGroupRule;
import org.cloudtransfer.resource.Table;
import org.cloudtransfer.resource.User;

/** Records that are hard on a CSV file, some of each table. */
final class Samples {
  /** Everything that a careless writer or reader spoils. */
  static final List<String> TEXTS =
      List.of(
          "plain",
          "two\nlines",
          "DOS\r\nlines",
          "lone\rreturn",
          "\"quoted\"",
          "\"",
          "\"\"",
          "a,b;c\td",
          " blank at both ends ",
          "\n",
          "\\N",
          "NULL",
          "#comment",
          "back\\slash \\\" both",
          "Jürgen Žižek 漢字 עברית 🦄",
          "\u0001\u001b[31m\u007f\u0085\u2028\ufeff");

  private Samples() {}

  record Filled<R>(Table<R> table, List<R> records) {}

  static List<Filled<?>> all() {
    return List.of(
        keypairs(),
        novaQuotas(),
        neutronQuotas(),
        cinderQuotas(),
        groups(),
        rules(),
        users(),
        projects());
  }

  private static Filled<Keypair> keypairs() {
    List<Keypair> records = new java.util.ArrayList<>();
    for (String text : TEXTS) {
      records.add(new Keypair("u " + text, text, "ssh", "ssh-rsa AAAA " + text, text));
    }
    records.add(new Keypair("u", "null key", "x509", null, null));
    records.add(new Keypair("u", "empty key", "x509", "", ""));
    return new Filled<>(Keypair.TABLE, records);
  }

  private static Filled<NovaQuota> novaQuotas() {
    return new Filled<>(
        NovaQuota.TABLE,
        List.of(
            new NovaQuota("p", null, "cores", -1),
            new NovaQuota("p", null, "ram", 0),
            new NovaQuota("p", null, "instances", null),
            new NovaQuota("p", "jürgen, \"J\"", "cores", Integer.MAX_VALUE)));
  }

  private static Filled<NeutronQuota> neutronQuotas() {
    return new Filled<>(
        NeutronQuota.TABLE,
        List.of(
            new NeutronQuota("p", "port", Integer.MIN_VALUE),
            new NeutronQuota("p", "vip", null),
            new NeutronQuota("p", "router", 0)));
  }

  private static Filled<CinderQuota> cinderQuotas() {
    return new Filled<>(
        CinderQuota.TABLE,
        List.of(
            new CinderQuota("p", "volumes_\"fast\", SSD\n", 5),
            new CinderQuota("p", "gigabytes", null)));
  }

  private static Filled<SecurityGroup> groups() {
    List<SecurityGroup> records = new java.util.ArrayList<>();
    int id = 0;
    for (String text : TEXTS) {
      records.add(new SecurityGroup("g" + id++, "p", text, text, null, false));
    }
    records.add(new SecurityGroup("null", "p", "default", null, true, true));
    records.add(new SecurityGroup("empty", "p", "", "", false, false));
    return new Filled<>(SecurityGroup.TABLE, records);
  }

  private static Filled<SecurityGroupRule> rules() {
    return new Filled<>(
        SecurityGroupRule.TABLE,
        List.of(
            new SecurityGroupRule(
                "r1", "g1", "p", "ingress", "IPv4", null, null, null, null, null, null),
            new SecurityGroupRule(
                "r2", "g1", "q", "egress", "IPv6", "tcp", 0, 65535, "::/0", "g2", "\"x\"\n"),
            new SecurityGroupRule("r3", "g1", null, "ingress", "IPv4", "", -1, -1, "", "", "")));
  }

  private static Filled<User> users() {
    return new Filled<>(
        User.TABLE,
        List.of(
            new User("jürgen\n", null, null, null, User.Origin.LDAP),
            new User("abc", "", "Default", false, User.Origin.SQL),
            new User("def", "D, \"E\"", "LDAP\r\n", true, User.Origin.FEDERATED),
            new User("ghi", "x", "y", true, User.Origin.UNKNOWN)));
  }

  private static Filled<Project> projects() {
    return new Filled<>(
        Project.TABLE,
        List.of(
            new Project("p", "Prüf\nstand", "Default", true),
            new Project("q", null, null, null),
            new Project("r", "", "", false)));
  }
}
