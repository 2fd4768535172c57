package org.cloudtransfer.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cloudtransfer.conformance.Client.COMPUTE;
import static org.cloudtransfer.simulator.cloud.Profile.PIKE;
import static org.cloudtransfer.simulator.cloud.Profile.TRAIN;
import static org.cloudtransfer.simulator.cloud.Profile.ZED;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.cloudtransfer.conformance.Client.Answer;

/** What Nova answers when a keypair is imported for a user. */
class KeypairAnswersTest {
  private static final String KEY = Keys.rsa(1, 2048);
  private static final String OTHER_KEY = Keys.rsa(2, 2048);

  private static ObjectNode body(String user, String name, String key) {
    ObjectNode keypair = JsonNodeFactory.instance.objectNode();
    keypair.put("name", name).put("public_key", key).put("user_id", user);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("keypair", keypair);
    return body;
  }

  private static Answer post(CloudUnderTest cloud, String version, ObjectNode body) {
    return cloud.admin().version(version).post(COMPUTE, "/os-keypairs", body);
  }

  private static Answer post(CloudUnderTest cloud, String user, String name, String key) {
    return post(cloud, "2.10", body(user, name, key));
  }

  private static void with(ObjectNode body, String field, String value) {
    ((ObjectNode) body.get("keypair")).put(field, value);
  }

  @Fact("K1")
  void importedKeypairIsAnsweredWithItsOwnerAndWithoutPrivateKey(CloudUnderTest cloud) {
    String user = cloud.user();
    Answer answer = post(cloud, user, "key", KEY);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.at("/keypair/user_id").asText()).isEqualTo(user);
    assertThat(answer.at("/keypair/fingerprint").asText()).matches("([0-9a-f]{2}:){15}[0-9a-f]{2}");
    assertThat(answer.body().path("keypair").has("private_key")).isFalse();
  }

  @Fact("K2")
  void nameThatExistsConflictsWhateverTheKey(CloudUnderTest cloud) {
    String user = cloud.user();
    post(cloud, user, "key", KEY).orFail();
    for (String key : new String[] {KEY, OTHER_KEY}) {
      Answer answer = post(cloud, user, "key", key);
      assertThat(answer.refusal()).isEqualTo("409 conflictingRequest");
      assertThat(answer.message()).isEqualTo("Key pair 'key' already exists.");
    }
  }

  @Fact("K3")
  void sameNameOfAnotherUserAndSameKeyUnderAnotherNameAreTaken(CloudUnderTest cloud) {
    String user = cloud.user();
    post(cloud, user, "key", KEY).orFail();
    assertThat(post(cloud, cloud.user(), "key", KEY).status()).isEqualTo(201);
    assertThat(post(cloud, user, "other", KEY).status()).isEqualTo(201);
  }

  @Fact("K4")
  void userWhomNobodyKnowsIsTaken(CloudUnderTest cloud) {
    assertThat(post(cloud, CloudUnderTest.unknownId(), "key", KEY).status()).isEqualTo(201);
  }

  @Fact("K5")
  void emptyUserMeansTheCaller(CloudUnderTest cloud) {
    String name = CloudUnderTest.fresh("key");
    Answer answer = post(cloud, "", name, KEY);
    assertThat(answer.status()).isEqualTo(201);
    String caller = answer.at("/keypair/user_id").asText();
    cloud.removeKeypair(caller, name);
    assertThat(caller).isNotEmpty();
  }

  @Fact("K6")
  void userIdOf300CharactersBreaksTheService(CloudUnderTest cloud) {
    assertThat(post(cloud, "u".repeat(300), "key", KEY).refusal()).isEqualTo("500 computeFault");
  }

  @Fact("K7")
  void keyThatIsNoneIsRefused(CloudUnderTest cloud) {
    String user = cloud.user();
    for (String key : new String[] {"ssh-rsa nonsense", ""}) {
      Answer answer = post(cloud, user, "key", key);
      assertThat(answer.refusal()).isEqualTo("400 badRequest");
      assertThat(answer.message())
          .startsWith("Keypair data is invalid: failed to generate fingerprint");
    }
  }

  @Fact("K8")
  void smallKeysManyLinesAndNewlinesAreStoredByteForByte(CloudUnderTest cloud) {
    String user = cloud.user();
    String lines = KEY + "\n" + OTHER_KEY + "\n";
    for (String key : new String[] {Keys.rsa(3, 1024), lines, KEY + "\n"}) {
      String name = CloudUnderTest.fresh("key");
      assertThat(post(cloud, user, name, key).status()).isEqualTo(201);
      assertThat(cloud.keypairs(user)).containsEntry(name, key);
    }
  }

  @Fact(
      value = {"K9", "N25"},
      since = ZED)
  void dotsAndAtSignsInNamesAreTakenFromMicroversion292On(CloudUnderTest cloud) {
    String user = cloud.user();
    Answer early = post(cloud, "2.91", body(user, "me@host.test", KEY));
    assertThat(early.refusal()).isEqualTo("400 badRequest");
    assertThat(early.message()).contains("Only expected characters: [_- 0");
    assertThat(post(cloud, "2.92", body(user, "me@host.test", KEY)).status()).isEqualTo(201);
  }

  @Fact(
      value = {"K19", "N25"},
      until = TRAIN)
  void dotsAndAtSignsInNamesAreRefused(CloudUnderTest cloud) {
    Answer answer = post(cloud, cloud.user(), "me@host.test", KEY);
    assertThat(answer.refusal()).isEqualTo("400 badRequest");
    assertThat(answer.message()).contains("unsafe characters");
  }

  @Fact("K10")
  void slashUmlautLeadingBlankAndLongNamesAreRefusedInEveryVersion(CloudUnderTest cloud) {
    String user = cloud.user();
    for (String version : List.of("2.10", "2." + Math.min(92, cloud.profile().microversion()))) {
      for (String name : new String[] {"a/b", "Grüße", " key", "k".repeat(256)}) {
        assertThat(post(cloud, version, body(user, name, KEY)).refusal())
            .as(version + " " + name)
            .isEqualTo("400 badRequest");
      }
    }
  }

  @Fact(value = "K11", since = ZED)
  void keyIsGeneratedWhenNoneIsGivenBelow292AndDemandedFromThereOn(CloudUnderTest cloud) {
    ObjectNode body = body(cloud.user(), "key", KEY);
    ((ObjectNode) body.get("keypair")).remove("public_key");
    Answer refused = post(cloud, "2.92", body);
    assertThat(refused.refusal()).isEqualTo("400 badRequest");
    assertThat(refused.message()).contains("'public_key' is a required property");
    Answer generated = post(cloud, "2.91", body);
    assertThat(generated.status()).isEqualTo(201);
    assertThat(generated.at("/keypair/private_key").asText()).contains("PRIVATE KEY");
  }

  @Fact(value = "K20", until = TRAIN)
  void keyIsGeneratedWhenNoneIsGiven(CloudUnderTest cloud) {
    ObjectNode body = body(cloud.user(), "key", KEY);
    ((ObjectNode) body.get("keypair")).remove("public_key");
    Answer generated = post(cloud, "2.10", body);
    assertThat(generated.status()).isEqualTo(201);
    assertThat(generated.at("/keypair/private_key").asText()).contains("PRIVATE KEY");
  }

  /** By its cryptography library, so an old cloud that was updated may take them. */
  @Fact(
      value = {"K21", "N25"},
      until = PIKE)
  void ed25519KeysAreRefused(CloudUnderTest cloud) {
    Answer answer = post(cloud, cloud.user(), "key", Keys.ed25519(1));
    assertThat(answer.refusal()).isEqualTo("400 badRequest");
    assertThat(answer.message()).contains("failed to generate fingerprint");
  }

  @Fact(
      value = {"K22", "N25"},
      since = TRAIN)
  void ed25519KeysAreTaken(CloudUnderTest cloud) {
    assertThat(post(cloud, cloud.user(), "key", Keys.ed25519(1)).status()).isEqualTo(201);
  }

  @Fact({"K12", "N25"})
  void certificatesAreTakenAsX509AndSshKeysAreNot(CloudUnderTest cloud) {
    String user = cloud.user();
    ObjectNode certificate = body(user, "certificate", Keys.CERTIFICATE);
    with(certificate, "type", "x509");
    assertThat(post(cloud, "2.10", certificate).status()).isEqualTo(201);
    ObjectNode ssh = body(user, "ssh", KEY);
    with(ssh, "type", "x509");
    assertThat(post(cloud, "2.10", ssh).refusal()).isEqualTo("400 badRequest");
  }

  @Fact("K13")
  void userIdBelow210AndTypeBelow22AreUnknownProperties(CloudUnderTest cloud) {
    Answer user = post(cloud, "2.9", body(cloud.user(), "key", KEY));
    assertThat(user.refusal()).isEqualTo("400 badRequest");
    assertThat(user.message()).contains("Additional properties are not allowed");
    ObjectNode typed = body("", "key", KEY);
    ((ObjectNode) typed.get("keypair")).remove("user_id");
    with(typed, "type", "ssh");
    assertThat(post(cloud, "2.1", typed).refusal()).isEqualTo("400 badRequest");
  }

  @Fact({"K14", "D7"})
  void keypairsAreCountedPerUserAndMeasuredAgainstTheCallersLimit(CloudUnderTest cloud) {
    String user = cloud.user();
    for (int i = 0; i < 100; i++) {
      post(cloud, user, "key-" + i, KEY).orFail();
    }
    Answer answer = post(cloud, user, "one more", KEY);
    assertThat(answer.refusal()).isEqualTo("403 forbidden");
    assertThat(answer.message()).isEqualTo("Quota exceeded, too many key pairs.");
  }

  @Fact("K15")
  void microversionAboveTheHighestIsNotAcceptable(CloudUnderTest cloud) {
    Answer answer = cloud.admin().version("2.999").get(COMPUTE, "/os-keypairs");
    assertThat(answer.status()).isEqualTo(406);
    assertThat(answer.message())
        .isEqualTo(
            "Version 2.999 is not supported by the API. Minimum is 2.1 and maximum is 2."
                + cloud.profile().microversion()
                + ".");
  }

  @Fact("K16")
  void keypairOfAnotherUserIsForbiddenToMembers(CloudUnderTest cloud) {
    Answer answer =
        cloud
            .member()
            .version("2.10")
            .post(COMPUTE, "/os-keypairs", body(cloud.user(), "key", KEY));
    assertThat(answer.refusal()).isEqualTo("403 forbidden");
    assertThat(answer.message())
        .startsWith("Policy doesn't allow os_compute_api:os-keypairs:create");
  }

  @Fact("K17")
  void listHasNoUserIdsAndPagesFrom235On(CloudUnderTest cloud) {
    String user = cloud.user();
    post(cloud, user, "a", KEY).orFail();
    post(cloud, user, "b", OTHER_KEY).orFail();
    String list = "/os-keypairs?limit=1&user_id=" + user;
    assertThat(cloud.admin().version("2.34").get(COMPUTE, list).at("/keypairs")).hasSize(2);
    Answer page = cloud.admin().version("2.35").get(COMPUTE, list);
    assertThat(page.at("/keypairs")).hasSize(1);
    assertThat(page.at("/keypairs/0/keypair").has("user_id")).isFalse();
    assertThat(cloud.admin().version("2.35").get(COMPUTE, list + "&marker=a").at("/keypairs"))
        .hasSize(1);
  }

  @Fact("K18")
  void oneKeypairIsLookedForAtTheCallersUnlessAUserIsNamed(CloudUnderTest cloud) {
    String user = cloud.user();
    String name = CloudUnderTest.fresh("key");
    post(cloud, user, name, KEY).orFail();
    Client admin = cloud.admin().version("2.10");
    assertThat(admin.get(COMPUTE, "/os-keypairs/" + name).refusal()).isEqualTo("404 itemNotFound");
    assertThat(admin.get(COMPUTE, "/os-keypairs/" + name + "?user_id=" + user).status())
        .isEqualTo(200);
  }
}
