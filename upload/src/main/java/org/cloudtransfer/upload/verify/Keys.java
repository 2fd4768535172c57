package org.cloudtransfer.upload.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cloudtransfer.resource.Keypair;
import org.cloudtransfer.upload.cloud.Request;
import org.cloudtransfer.upload.cloud.Service;
import org.cloudtransfer.upload.verify.Verdict.Result;

/** Compares key pairs: name, type, key, fingerprint. */
record Keys(Question question) {
  /** Lists other users' key pairs with their types, in one page. */
  private static final String MICROVERSION = "2.10";

  private static final String MD5 = "([0-9a-f]{2}:){15}[0-9a-f]{2}";

  void compare(Comparison comparison) {
    Whereabouts whereabouts = new Whereabouts(question.identities(), comparison);
    Map<String, List<Keypair>> rings = new LinkedHashMap<>();
    for (Keypair keypair : question.of(Keypair.TABLE)) {
      whereabouts
          .keyring(keypair.key(), keypair.userId())
          .ifPresent(
              account -> rings.computeIfAbsent(account, a -> new ArrayList<>()).add(keypair));
    }
    List<String> accounts = List.copyOf(rings.keySet());
    List<Map<String, JsonNode>> shown = question.workers().map(accounts, this::shown);
    for (int i = 0; i < accounts.size(); i++) {
      List<Keypair> ring = rings.get(accounts.get(i));
      Map<String, JsonNode> there = shown.get(i);
      ring.forEach(keypair -> judge(keypair, there.get(keypair.name()), ring, comparison));
    }
  }

  private Map<String, JsonNode> shown(String account) {
    Request list =
        Request.get(Service.COMPUTE, "os-keypairs").with("user_id", account).at(MICROVERSION);
    Map<String, JsonNode> byName = new HashMap<>();
    question
        .cloud()
        .read(list, "keypairs")
        .forEach(item -> byName.put(item.path("keypair").path("name").asText(), keypair(item)));
    return byName;
  }

  private static JsonNode keypair(JsonNode item) {
    return item.path("keypair");
  }

  private void judge(Keypair wanted, JsonNode there, List<Keypair> ring, Comparison comparison) {
    if (there == null) {
      boolean none = text(wanted.publicKey()).isEmpty();
      comparison.add(
          wanted.key(),
          none ? Result.WITHHELD : Result.MISSING,
          none ? "its public key is empty" : Reasons.missing(question.ledger(), wanted.key()));
      return;
    }
    Optional<String> difference = difference(wanted, there);
    if (difference.isEmpty()) {
      comparison.add(wanted.key(), Result.SAME, "");
    } else if (ring.stream().anyMatch(other -> isTwin(wanted, other, there))) {
      comparison.add(
          wanted.key(), Result.WITHHELD, "another user's key of that name is in the same account");
    } else {
      comparison.add(wanted.key(), Result.DIFFERENT, difference.get());
    }
  }

  private static boolean isTwin(Keypair wanted, Keypair other, JsonNode there) {
    return other != wanted
        && other.name().equals(wanted.name())
        && difference(other, there).isEmpty();
  }

  private static Optional<String> difference(Keypair wanted, JsonNode there) {
    String type = there.path("type").asText("ssh");
    if (!type.equals(wanted.type())) {
      return Optional.of("it is of type " + type + ", not " + wanted.type());
    }
    if (!essence(wanted.publicKey()).equals(essence(there.path("public_key").asText()))) {
      return Optional.of("it is another key");
    }
    String print = there.path("fingerprint").asText("");
    boolean comparable =
        print.matches(MD5) && wanted.fingerprint() != null && wanted.fingerprint().matches(MD5);
    return comparable && !Objects.equals(print, wanted.fingerprint())
        ? Optional.of("its fingerprint is " + print + ", not " + wanted.fingerprint())
        : Optional.empty();
  }

  private static String text(String key) {
    return key == null ? "" : key.strip();
  }

  /** Algorithm and blob of an OpenSSH line, whose comment is anybody's; else all of the text. */
  private static String essence(String key) {
    List<String> lines = text(key).lines().map(String::strip).toList();
    String[] words = lines.isEmpty() ? new String[0] : lines.get(0).split("[ \t]+");
    return lines.size() == 1 && words.length > 1
        ? words[0] + " " + words[1]
        : String.join("\n", lines);
  }
}
