package org.cloudtransfer.simulator.nova;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cloudtransfer.simulator.cloud.Profile;
import org.cloudtransfer.simulator.http.PythonText;

/** What a body of POST /os-keypairs may be, by microversion. */
final class KeypairSchema {
  private static final String LETTERS =
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String BAD_NAME = "An invalid 'name' value was provided. The name must be: ";

  private final Profile profile;

  KeypairSchema(Profile profile) {
    this.profile = profile;
  }

  /** The keypair of the body; a 400 if it is not as the schema wants it. */
  JsonNode checked(JsonNode body, Microversion version) {
    JsonNode keypair = new Shape(body).only(Set.of("keypair")).required("keypair");
    new Shape("keypair", keypair).isObject().only(known(version)).required(required(version));
    checkName(keypair.path("name"), version);
    checkText(keypair, "public_key");
    checkText(keypair, "user_id");
    checkType(keypair.path("type"));
    return keypair;
  }

  private static Set<String> known(Microversion version) {
    Set<String> known = new TreeSet<>(Set.of("name", "public_key"));
    if (version.from(2)) {
      known.add("type");
    }
    if (version.from(10)) {
      known.add("user_id");
    }
    return known;
  }

  private static List<String> required(Microversion version) {
    return version.from(92) ? List.of("name", "public_key") : List.of("name");
  }

  private static void checkText(JsonNode keypair, String field) {
    JsonNode value = keypair.path(field);
    if (!value.isMissingNode() && !value.isTextual()) {
      throw notText(field, value);
    }
  }

  private static RuntimeException notText(String field, JsonNode value) {
    String problem = PythonText.of(value) + " is not of type 'string'";
    return NovaFault.badField(field, PythonText.plain(value), problem);
  }

  private static void checkType(JsonNode type) {
    if (!type.isMissingNode() && !Set.of("ssh", "x509").contains(type.asText())) {
      String problem = PythonText.of(type) + " is not one of ['ssh', 'x509']";
      throw NovaFault.badField("type", PythonText.plain(type), problem);
    }
  }

  private void checkName(JsonNode given, Microversion version) {
    if (!given.isTextual()) {
      throw notText("name", given);
    }
    String name = given.textValue();
    if (name.isEmpty() || name.length() > 255) {
      String problem = PythonText.of(name) + (name.isEmpty() ? " is too short" : " is too long");
      throw NovaFault.badField("name", name, problem);
    }
    if (!name.equals(name.strip()) || name.codePoints().anyMatch(Character::isISOControl)) {
      String text = "printable characters. Can not start or end with whitespace.";
      throw NovaFault.badRequest(BAD_NAME + text);
    }
    checkCharacters(name, version.from(92) ? "@._- " + LETTERS : "_- " + LETTERS);
  }

  private void checkCharacters(String name, String allowed) {
    if (name.chars().allMatch(c -> allowed.indexOf(c) >= 0)) {
      return;
    }
    throw NovaFault.badRequest(
        profile.since(Profile.ZED)
            ? BAD_NAME + "Only expected characters: [" + allowed + "]"
            : "Keypair data is invalid: Keypair name contains unsafe characters");
  }
}
