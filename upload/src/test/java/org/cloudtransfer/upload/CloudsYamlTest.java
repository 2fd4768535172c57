package org.cloudtransfer.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.upload.cloud.CloudsYaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** clouds.yaml as openstacksdk reads it. */
class CloudsYamlTest {
  @TempDir Path dir;
  private final Map<String, String> env = new HashMap<>();

  private Path file(String name, String text) throws IOException {
    Path file = dir.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Map<String, String> environment(String cloud) {
    env.put("HOME", dir.resolve("home").toString());
    return new CloudsYaml(env, dir.resolve("here")).environment(cloud);
  }

  private static String named(String region) {
    return "clouds: {a: {region_name: " + region + ", auth: {auth_url: u}}}";
  }

  @Test
  void placesAreSearchedInOrder() throws IOException {
    file("home/.config/openstack/clouds.yaml", named("home"));
    assertThat(environment("a")).containsEntry("OS_REGION_NAME", "home");
    file("xdg/openstack/clouds.yml", named("xdg"));
    env.put("XDG_CONFIG_HOME", dir.resolve("xdg").toString());
    assertThat(environment("a")).containsEntry("OS_REGION_NAME", "xdg");
    file("here/clouds.yml", named("yml"));
    assertThat(environment("a")).containsEntry("OS_REGION_NAME", "yml");
    file("here/clouds.yaml", named("here"));
    assertThat(environment("a")).containsEntry("OS_REGION_NAME", "here");
    env.put("OS_CLIENT_CONFIG_FILE", file("given.yaml", named("given")).toString());
    assertThat(environment("a")).containsEntry("OS_REGION_NAME", "given");
  }

  @Test
  void whatItSaysIsWhatAnOpenrcWouldSet() throws IOException {
    file(
        "here/clouds.yaml",
        """
        clouds:
          a:
            auth_type: v3password
            region_name: R
            interface: internal
            cacert: /ca.pem
            auth:
              auth_url: https://k/v3
              username: u
              password: 0123
              user_domain_name: D
              project_name: p
        """);

    assertThat(environment("a"))
        .containsOnly(
            Map.entry("OS_AUTH_TYPE", "v3password"),
            Map.entry("OS_REGION_NAME", "R"),
            Map.entry("OS_INTERFACE", "internal"),
            Map.entry("OS_CACERT", "/ca.pem"),
            Map.entry("OS_AUTH_URL", "https://k/v3"),
            Map.entry("OS_USERNAME", "u"),
            Map.entry("OS_PASSWORD", "0123"),
            Map.entry("OS_USER_DOMAIN_NAME", "D"),
            Map.entry("OS_PROJECT_NAME", "p"));
  }

  /** Unquoted; openstacksdk takes these as text or as whole numbers of the same digits. */
  @ParameterizedTest
  @ValueSource(strings = {"123456", "98765432109876543210", "0123", "a#b", "on1"})
  void aPasswordIsTakenAsItIsWritten(String password) throws IOException {
    file("here/clouds.yaml", "clouds:\n  a:\n    auth:\n      password: " + password + "\n");

    assertThat(environment("a")).containsEntry("OS_PASSWORD", password);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12e34567", "1e5"})
  void aNumberLikePasswordIsTakenAsItIsWritten(String password) throws IOException {
    aPasswordIsTakenAsItIsWritten(password);
  }

  @Test
  void verifyNoIsInsecureToo() throws IOException {
    verifyFalseIsInsecure("verify: no", true);
  }

  @Test
  void secureYamlIsLaidOver() throws IOException {
    file("here/clouds.yaml", "clouds: {a: {auth: {username: u, password: old}, region_name: R}}");
    file("here/secure.yaml", "clouds: {a: {auth: {password: new}}, b: {auth: {username: v}}}");

    assertThat(environment("a"))
        .containsEntry("OS_USERNAME", "u")
        .containsEntry("OS_PASSWORD", "new")
        .containsEntry("OS_REGION_NAME", "R");
    env.put(
        "OS_CLIENT_SECURE_FILE",
        file("s.yaml", "clouds: {a: {auth: {password: newest}}}").toString());
    assertThat(environment("a")).containsEntry("OS_PASSWORD", "newest");
  }

  @ParameterizedTest
  @ValueSource(strings = {"profile", "cloud"})
  void aProfileIsLaidUnder(String key) throws IOException {
    file(
        "here/clouds.yaml",
        "clouds: {a: {" + key + ": vendor, region_name: mine, auth: {username: u}}}");
    file(
        "here/clouds-public.yaml",
        "public-clouds: {vendor: {region_name: theirs, interface: admin, auth: {auth_url: k}}}");

    assertThat(environment("a"))
        .containsEntry("OS_REGION_NAME", "mine")
        .containsEntry("OS_INTERFACE", "admin")
        .containsEntry("OS_AUTH_URL", "k")
        .containsEntry("OS_USERNAME", "u");
  }

  @ParameterizedTest
  @CsvSource({
    "verify: false, true",
    "verify: False, true",
    "insecure: true, true",
    "verify: true, false",
    "insecure: false, false"
  })
  void verifyFalseIsInsecure(String setting, boolean insecure) throws IOException {
    file("here/clouds.yaml", "clouds: {a: {" + setting + "}}");

    assertThat(environment("a").containsKey("OS_INSECURE")).isEqualTo(insecure);
  }

  @Test
  void ofAMissingCloudItNamesThoseThatAreThere() throws IOException {
    file("here/clouds.yaml", "clouds: {prod: {}, lab: {}}");

    assertThatThrownBy(() -> environment("nope"))
        .isInstanceOf(StopException.class)
        .hasMessageContaining("nope")
        .hasMessageContaining("prod")
        .hasMessageContaining("lab");
  }

  @Test
  void withoutAFileItNamesThePlaces() {
    assertThatThrownBy(() -> environment("a"))
        .isInstanceOf(StopException.class)
        .hasMessageContaining("clouds.yaml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "      password: 'hunter2\n",
        "      password: \"hunter2\n",
        "      password: hunter2: x\n",
        "      password: @hunter2\n",
        "      password: *hunter2\n",
        "      password: !hunter2 x\n",
        "\t      password: hunter2\n",
        "      password: [hunter2\n"
      })
  void brokenYamlNamesTheLineAndNeverQuotesIt(String line) throws IOException {
    file("broken.yaml", "clouds:\n  a:\n    auth:\n" + line);
    try (Bench bench = Sample.fill(Bench.newton(dir.resolve("bench")))) {
      bench.env.put("OS_CLIENT_CONFIG_FILE", dir.resolve("broken.yaml").toString());

      bench
          .command("plan", "--os-cloud", "a", "-vv")
          .exits(2)
          .says("broken.yaml", "line ")
          .saysNot("hunter2");
    }
  }

  @Test
  void theOptionGoesBeforeTheVariableAndBothBeforeAnOpenrc() throws IOException {
    try (Bench bench = Sample.fill(Bench.newton(dir.resolve("bench")))) {
      String cloud =
          """
            %s:
              region_name: RegionOne
              auth: {auth_url: '%s', username: admin, password: %s, project_name: admin,
                     user_domain_name: Default, project_domain_name: Default}
          """;
      file(
          "two.yaml",
          "clouds:\n"
              + String.format(cloud, "good", bench.cloud.authUrl(), "adminsecret")
              + String.format(cloud, "bad", bench.cloud.authUrl(), "wrong"));
      bench.env.put("OS_CLIENT_CONFIG_FILE", dir.resolve("two.yaml").toString());
      bench.env.put("OS_CLOUD", "bad");
      bench.command("plan").exits(3);
      bench.command("plan", "--os-cloud", "good").exits(0);
      bench.env.put("OS_CLOUD", "good");
      bench.command("plan").exits(0);
      bench.command("plan", "--os-cloud", "bad").exits(3);
      bench.env.put("OS_PASSWORD", "wrong");
      bench.command("plan").exits(0);
    }
  }
}
