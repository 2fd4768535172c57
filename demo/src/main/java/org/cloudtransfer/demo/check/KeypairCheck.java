package org.cloudtransfer.demo.check;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cloudtransfer.demo.sample.Fate;
import org.cloudtransfer.demo.sample.Sample;
import org.cloudtransfer.simulator.cloud.Keypair;

/** Key pairs: each under its owner's ID in the new cloud, its text as it was, and no more. */
record KeypairCheck(Sample sample, State before, State after, Findings findings) {

  private record Content(String type, String publicKey) {}

  void run() {
    Map<String, Content> wanted = contents(before);
    long came =
        sample.keypairs().stream()
            .filter(keypair -> keypair.fate() == Fate.CARRIED)
            .peek(
                k ->
                    wanted.put(
                        key(k.user().targetId(), k.name()), new Content(k.type(), k.publicKey())))
            .count();
    Map<String, Content> found = contents(after);
    Set<String> all = new TreeSet<>(wanted.keySet());
    all.addAll(found.keySet());
    for (String key : all) {
      if (!wanted.containsKey(key)) {
        findings.differs("key pair too many: " + key);
      } else {
        Content there = found.getOrDefault(key, new Content("none", ""));
        findings.expect("key pair " + key, wanted.get(key), there);
      }
    }
    findings.checked("key pairs as in the old cloud", (int) came);
  }

  private static Map<String, Content> contents(State state) {
    Map<String, Content> contents = new TreeMap<>();
    for (Keypair k : state.keypairs()) {
      contents.put(key(k.userId(), k.name()), new Content(k.type(), k.publicKey()));
    }
    return contents;
  }

  private static String key(String user, String name) {
    return user + " / " + name;
  }
}
