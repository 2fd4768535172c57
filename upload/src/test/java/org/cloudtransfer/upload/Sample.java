package org.cloudtransfer.upload;

/**
 * A small cloud of everything: what stays as it is, what is set, made, joined, withheld, and what
 * refers to each other in circles.
 */
final class Sample {
  private Sample() {}

  static Bench fill(Bench bench) {
    bench.projects("p", "q").users("ann", "bob");
    bench.cloud.cloud().volume().addType("fast");
    bench.cloud.cloud().network().ensureDefaultGroup("q");
    bench.cloud.cloud().network().addGroup("p", "web", "somebody else's");
    bench.cloud.cloud().compute().addKeypair("bob", "old", "ssh", Keys.rsa(9), "f");
    bench
        .source
        .nova("p", "cores", 40)
        .nova("p", "ann", "cores", 7)
        .nova("q", "ram", 51200)
        .neutron("p", "port", 77)
        .neutron("p", "vip", 10)
        .cinder("q", "gigabytes_fast", 5)
        .keypair("ann", "laptop", Keys.rsa(1))
        .keypair("ann", "windows", "x509", Keys.CERTIFICATE)
        .keypair("bob", "old", Keys.rsa(9))
        .keypair("bob", "new", Keys.rsa(2))
        .defaultGroup("dp", "p")
        .defaultGroup("dq", "q")
        .group("w1", "p", "web", "one")
        .group("w2", "p", "web", "one")
        .group("db", "q", "db", null)
        .openEgress("w1", "db", "dp")
        .untouched("dq")
        .rules(
            Rule.ingress("dp").tcp(22, 22),
            Rule.ingress("w1").from("w2"),
            Rule.ingress("w1").tcp(80, 80),
            Rule.ingress("w2").from("db"),
            Rule.ingress("db").tcp(3306, 3306).from("w1"),
            Rule.ingress("dq").tcp(22, 22));
    return bench;
  }
}
