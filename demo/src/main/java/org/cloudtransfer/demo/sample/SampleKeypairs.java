package org.cloudtransfer.demo.sample;

import java.util.ArrayList;
import java.util.List;

/** Which user has which key pairs. */
final class SampleKeypairs {
  private static final String SSH = "ssh";
  private static final String X509 = "x509";

  /**
   * Every kind of name that Nova takes: letters, digits, blanks inside, {@code _} and {@code -}.
   */
  private static final List<String> NAMES =
      List.of(
          "laptop",
          "Laptop",
          "my key",
          "my  key",
          "key-1",
          "key_2",
          "-",
          "_",
          "0",
          "2016-03-01",
          "null",
          "default",
          "NULL",
          "a".repeat(255),
          "Z" + " z".repeat(127));

  private final People people;
  private final List<SampleKeypair> keypairs = new ArrayList<>();

  private SampleKeypairs(People people) {
    this.people = people;
  }

  static List<SampleKeypair> of(People people) {
    SampleKeypairs all = new SampleKeypairs(people);
    all.everybodys();
    all.special();
    all.ofUnplacedUsers();
    return all.keypairs;
  }

  private void everybodys() {
    for (int i = 0; i < People.SQL_USERS; i++) {
      addSome(people.sqlUser(i), 2 * i, i % 3);
      addSome(people.ldapUser(i), 2 * i + 1, 1 + i % 2);
    }
  }

  private void addSome(SampleUser user, int seed, int count) {
    for (int k = 0; k < count; k++) {
      String name = NAMES.get((seed + k) % NAMES.size());
      boolean x509 = (seed + k) % 17 == 3;
      String key = x509 ? KeyTexts.CERTIFICATE : KeyTexts.ssh(4 * seed + k);
      keypairs.add(new SampleKeypair(user, name, x509 ? X509 : SSH, key, user.fate()));
    }
  }

  private void special() {
    SampleUser sql = people.sqlUser(1);
    SampleUser ldap = people.ldapUser(0);
    addSsh(sql, "case", 5000, Fate.CARRIED);
    addSsh(sql, "CASE", 5001, Fate.CARRIED);
    addSsh(sql, "deleted", 5002, Fate.DELETED);
    addSsh(ldap, "made anew", 5003, Fate.DELETED);
    addSsh(ldap, "made anew", 5004, Fate.CARRIED);
    addSsh(sql, "there already", 5005, Fate.PRESENT);
    addSsh(ldap, "there already", 5006, Fate.PRESENT);
    addSsh(sql, "another key there", 5007, Fate.WITHHELD);
    addSsh(ldap, "another key there", 5008, Fate.WITHHELD);
    keypairs.add(new SampleKeypair(sql, "no key", SSH, null, Fate.WITHHELD));
    keypairs.add(new SampleKeypair(ldap, "empty key", SSH, "", Fate.WITHHELD));
  }

  private void ofUnplacedUsers() {
    for (SampleUser user : people.unplacedUsers()) {
      addSsh(user, "whose", 6000, Fate.WITHHELD);
    }
  }

  private void addSsh(SampleUser user, String name, int seed, Fate fate) {
    keypairs.add(new SampleKeypair(user, name, SSH, KeyTexts.rsa(seed), fate));
  }
}
