package org.cloudtransfer.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.cloudtransfer.simulator.Client.Answer;
import org.cloudtransfer.simulator.cloud.Keypair;
import org.cloudtransfer.simulator.cloud.Project;
import org.cloudtransfer.simulator.cloud.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeypairsTest {
  private static final String PATH = "/compute/v2.1/os-keypairs";
  private static final String KEY = Keys.ed25519(1);

  private final Simulator simulator = Simulator.start(SimulatorOptions.current());
  private final Client admin = Client.admin(simulator);
  private int users;

  @AfterAll
  void close() {
    simulator.close();
  }

  private String newUser() {
    return "user-" + ++users;
  }

  private static String body(String user, String name, String key) {
    String text = key.replace("\n", "\\n");
    return "{'keypair': {'name': '%s', 'user_id': '%s', 'public_key': '%s'}}"
        .formatted(name, user, text);
  }

  private Answer create(String version, String user, String name, String key) {
    return admin.version(version).post(PATH, body(user, name, key));
  }

  @Test
  void importsWithoutGivingAPrivateKey() {
    String user = newUser();
    Answer answer = create("2.10", user, "k", KEY);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.at("/keypair/user_id").asText()).isEqualTo(user);
    assertThat(answer.at("/keypair/type").asText()).isEqualTo("ssh");
    assertThat(answer.body().path("keypair").has("private_key")).isFalse();
    assertThat(simulator.cloud().compute().keypairs(user))
        .extracting(Keypair::name, Keypair::publicKey)
        .containsExactly(tuple("k", KEY));
  }

  @ParameterizedTest
  @CsvSource({
    // made with ssh-keygen -l -E md5
    "5e:1a:32:cd:f2:d2:40:f8:af:44:c3:ae:9f:7e:5d:0f,RSA",
    "2b:b2:ea:a8:e1:10:79:20:f1:a0:7b:bc:4f:c7:94:08,ECDSA",
    "00:ca:3f:da:c6:de:b3:e2:8f:2c:95:a6:d1:a3:c7:00,ED25519"
  })
  void fingerprintIsTheOneOfSshKeygen(String fingerprint, RealKey key) {
    Answer answer = create("2.10", newUser(), "k", key.text);
    assertThat(answer.at("/keypair/fingerprint").asText()).isEqualTo(fingerprint);
  }

  enum RealKey {
    RSA(
        "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQC49Y0pdWo1MrqxK089gIZU7TA32jJv16"
            + "FkaS+0Wl/iDPuetzx/za6esMvgl2M4vXzu4OjmG2acJ5Pd6O4hwDfD3IcXh3FgnbkYtdKS"
            + "V9X/l3my2xVXCIAKUZZnvH+i/ow+Ks+A6bJA/wLKvbYSYjj0KoleD8qCAGK86FKekeIM7h"
            + "FU8OmoUDn3W3ynATYYjjThT+7XnQIJwr9FXFMEPGNyoXWxHrOVRpcj/dZsh0dyUVrRY0Qw"
            + "+QCzs5dJhSSEGbj76scFTd3rCeISm8fXuqx5t1PAyB7pHsnZ8oZWJLORNt3+RFspRt8sJh"
            + "eU22qHSMuTT9IIPhZMikkD9T/5ZaQnWLyT+ceY2933Vv8ez+D7gzM5QT59WaQsThIIqYDj"
            + "Z15/VhI+86HcKjd52MBKTWvxrg0Xo5tW5X2WDAaO4otYg+/Rt8mkdUx522YH0dyJ3ZVWKT"
            + "aW60mQT0H4K87lUDH/x1eE+0W+vfI2r8Aobz+l6KLQgtaHMIqUCNuJERgo41s="),
    ECDSA(
        "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAA"
            + "BBBK4uXOQMAWb2dHR3uAUEXaIwZlg1ZJUylUGBND/Jsm3G8Ba4ISPnSYhuH1yNN4cPZQeh"
            + "UqyxRuUYXrOCSXLnmO4="),
    ED25519(
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPv3yDr7k4j3IJMNOEWeg212NCZ5etE0A6" + "6jkMYSOmqj");

    private final String text;

    RealKey(String text) {
      this.text = text;
    }
  }

  @Test
  void sameNameOfOneUserIsAConflictWhateverTheKey() {
    String user = newUser();
    create("2.10", user, "x", KEY);
    Answer again = create("2.10", user, "x", Keys.ed25519(2));
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.at("/conflictingRequest/message").asText())
        .isEqualTo("Key pair 'x' already exists.");
    assertThat(create("2.10", newUser(), "x", KEY).status()).isEqualTo(201);
    assertThat(create("2.10", user, "y", KEY).status()).isEqualTo(201);
  }

  @Test
  void emptyUserIdIsTheCallers() {
    assertThat(create("2.10", "", "own", KEY).at("/keypair/user_id").asText())
        .isEqualTo(simulator.admin().id());
  }

  @Test
  void nullUserIdIsRefusedByTheSchema() {
    Answer answer =
        admin
            .version("2.10")
            .post(PATH, "{'keypair': {'name': 'n', 'user_id': null, 'public_key': 'x'}}");
    assertThat(answer.message()).contains("None is not of type 'string'");
  }

  @Test
  void tooLongUserIdIsAnErrorOfTheDatabase() {
    Answer answer = create("2.10", "u".repeat(300), "k", KEY);
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body().has("computeFault")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ssh-rsa AAAAgarbage",
        "ssh-dss AAAAB3NzaC1kc3MAAACBAP",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIP==",
        "ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIPv3yDr7k4j3IJMNOEWeg212NCZ5etE0A66jkMYSOmqj",
        "sk-ssh-ed25519@openssh.com AAAA",
        "no key"
      })
  void unreadableKeyIs400(String key) {
    Answer answer = create("2.10", newUser(), "bad", key);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.message())
        .isEqualTo("Keypair data is invalid: failed to generate fingerprint");
  }

  @Test
  void smallRsaSeveralLinesAndTrailingNewlineAreStoredAsSent() {
    String user = newUser();
    String several = KEY + "\n" + Keys.ed25519(2);
    assertThat(create("2.10", user, "small", Keys.rsa(3, 1024)).status()).isEqualTo(201);
    assertThat(create("2.10", user, "lines", several).status()).isEqualTo(201);
    assertThat(create("2.10", user, "newline", KEY + "\n").status()).isEqualTo(201);
    assertThat(simulator.cloud().compute().keypair(user, "lines").orElseThrow().publicKey())
        .isEqualTo(several);
  }

  @ParameterizedTest
  @CsvSource({
    "a.b@c,2.10,400",
    "a.b@c,2.91,400",
    "a.b@c,2.92,201",
    "a/b,2.10,400",
    "a/b,2.92,400",
    "schlüssel,2.10,400",
    "' lead',2.10,400",
    "'trail ',2.92,400",
    "a b_c-9,2.10,201"
  })
  void nameMayHaveSomeCharactersOnly(String name, String version, int status) {
    assertThat(create(version, newUser(), name, KEY).status()).isEqualTo(status);
  }

  @Test
  void badNameIsAnsweredWithTheAllowedCharacters() {
    assertThat(create("2.10", newUser(), "a.b", KEY).message())
        .isEqualTo(
            "An invalid 'name' value was provided. The name must be: Only expected characters:"
                + " [_- 0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ]");
  }

  @Test
  void nameHasAtMost255Characters() {
    assertThat(create("2.10", newUser(), "n".repeat(255), KEY).status()).isEqualTo(201);
    assertThat(create("2.10", newUser(), "n".repeat(256), KEY).status()).isEqualTo(400);
    assertThat(create("2.10", newUser(), "", KEY).message()).endsWith("'' is too short");
  }

  @Test
  void keyIsGeneratedIfNoneIsSentUpTo291() {
    String body = "{'keypair': {'name': 'gen', 'user_id': '%s'}}".formatted(newUser());
    Answer made = admin.version("2.91").post(PATH, body);
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.at("/keypair/private_key").asText())
        .startsWith("-----BEGIN RSA PRIVATE KEY-----");
    Answer refused = admin.version("2.92").post(PATH, body);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.message()).endsWith("'public_key' is a required property");
  }

  @Test
  void certificateHasASha1Fingerprint() {
    String body =
        "{'keypair': {'name': 'cert', 'type': 'x509', 'user_id': '%s', 'public_key': '%s'}}";
    String pem = Keys.CERTIFICATE.replace("\n", "\\n");
    Answer made = admin.version("2.10").post(PATH, body.formatted(newUser(), pem));
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.at("/keypair/fingerprint").asText())
        .isEqualTo("35:6e:b7:a9:b7:b1:3a:c7:5f:a8:0c:4e:3b:fb:2b:b4:d4:2e:40:be");
    Answer refused = admin.version("2.10").post(PATH, body.formatted(newUser(), KEY));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.message()).contains("failed to generate X509 fingerprint");
  }

  @Test
  void fieldsAreUnknownBeforeTheirMicroversion() {
    Answer userId = create("2.9", newUser(), "k", KEY);
    assertThat(userId.status()).isEqualTo(400);
    assertThat(userId.message())
        .endsWith("Additional properties are not allowed ('user_id' was unexpected)");
    String typed = "{'keypair': {'name': 'k', 'type': 'ssh', 'public_key': '%s'}}".formatted(KEY);
    assertThat(admin.version("2.1").post(PATH, typed).message()).contains("'type'");
  }

  @Test
  void creationIs200BeforeMicroversion22() {
    String body = "{'keypair': {'name': 'v21', 'public_key': '%s'}}".formatted(KEY);
    assertThat(admin.post(PATH, body).status()).isEqualTo(200);
    assertThat(admin.delete(PATH + "/v21").status()).isEqualTo(202);
  }

  @Test
  void ownersCountAgainstTheCallersLimit() {
    String user = newUser();
    for (int i = 0; i < 100; i++) {
      assertThat(create("2.10", user, "q" + i, KEY).status()).isEqualTo(201);
    }
    simulator.cloud().compute().setQuota("other", "key_pairs", 500);
    Answer refused = create("2.10", user, "q100", KEY);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.at("/forbidden/message").asText())
        .isEqualTo("Quota exceeded, too many key pairs.");
    simulator.cloud().compute().setQuota(simulator.adminProject().id(), "key_pairs", 101);
    assertThat(create("2.10", user, "q100", KEY).status()).isEqualTo(201);
    simulator.cloud().compute().removeQuotas(simulator.adminProject().id());
  }

  @Test
  void listIsPagedFrom235AndSortedByName() {
    String user = newUser();
    for (String name : new String[] {"c", "a", "b"}) {
      create("2.10", user, name, KEY);
    }
    Answer all = admin.version("2.10").get(PATH + "?user_id=" + user + "&limit=2");
    assertThat(all.body().findValuesAsText("name")).containsExactly("a", "b", "c");
    assertThat(all.at("/keypairs/0/keypair").has("user_id")).isFalse();
    Answer page = admin.version("2.35").get(PATH + "?user_id=" + user + "&limit=2");
    assertThat(page.body().findValuesAsText("name")).containsExactly("a", "b");
    String next = page.at("/keypairs_links/0/href").asText();
    assertThat(next).endsWith("/compute/v2.1/os-keypairs?user_id=" + user + "&limit=2&marker=b");
    Answer rest = admin.version("2.35").get(next.substring(simulator.url().length()));
    assertThat(rest.body().findValuesAsText("name")).containsExactly("c");
    assertThat(rest.body().has("keypairs_links")).isFalse();
  }

  @Test
  void unknownMarkerIs400() {
    assertThat(admin.version("2.35").get(PATH + "?marker=x").message())
        .isEqualTo("Marker x could not be found.");
  }

  @Test
  void showAndDeleteWithoutUserIdMeanTheCallersOwnKeys() {
    String user = newUser();
    create("2.10", user, "theirs", KEY);
    Client v10 = admin.version("2.10");
    assertThat(v10.get(PATH + "/theirs").status()).isEqualTo(404);
    assertThat(v10.get(PATH + "/theirs?user_id=" + user).at("/keypair/public_key").asText())
        .isEqualTo(KEY);
    assertThat(v10.delete(PATH + "/theirs").message())
        .isEqualTo("Keypair theirs not found for user " + simulator.admin().id());
    assertThat(v10.delete(PATH + "/theirs?user_id=" + user).status()).isEqualTo(204);
    assertThat(simulator.cloud().compute().keypairs(user)).isEmpty();
  }

  @Test
  void unknownQueryParametersAreRefusedFrom275() {
    assertThat(admin.version("2.74").get(PATH + "?x=1").status()).isEqualTo(200);
    assertThat(admin.version("2.75").get(PATH + "?x=1").status()).isEqualTo(400);
  }

  @Test
  void microversionIsNegotiatedByEitherHeader() {
    Answer answer = admin.get(PATH, "X-OpenStack-Nova-API-Version", "2.40");
    assertThat(answer.header("OpenStack-API-Version")).isEqualTo("compute 2.40");
    assertThat(answer.header("X-OpenStack-Nova-API-Version")).isEqualTo("2.40");
    assertThat(admin.version("latest").get(PATH).header("OpenStack-API-Version"))
        .isEqualTo("compute 2.93");
    Answer above = admin.version("2.99").get(PATH);
    assertThat(above.status()).isEqualTo(406);
    assertThat(above.at("/computeFault/message").asText())
        .isEqualTo("Version 2.99 is not supported by the API. Minimum is 2.1 and maximum is 2.93.");
    assertThat(admin.version("2.x").get(PATH).status()).isEqualTo(400);
  }

  @Test
  void memberMayOnlyTouchItsOwnKeys() {
    User user = simulator.cloud().identity().addUser("default", "member", "pw");
    Project project = simulator.cloud().identity().addProject("default", "member");
    simulator.cloud().identity().grant(user.id(), project.id(), "member");
    Client member = Client.of(simulator, "member", "pw", "Default", project.id()).version("2.10");
    assertThat(member.post(PATH, body(user.id(), "own", KEY)).status()).isEqualTo(201);
    Answer refused = member.post(PATH, body("bob", "own", KEY));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.message())
        .isEqualTo("Policy doesn't allow os_compute_api:os-keypairs:create to be performed.");
    assertThat(member.get(PATH + "?user_id=bob").status()).isEqualTo(403);
  }
}
