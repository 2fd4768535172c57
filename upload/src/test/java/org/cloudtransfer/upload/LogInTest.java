package org.cloudtransfer.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.cloudtransfer.simulator.SimulatorOptions;
import org.cloudtransfer.simulator.cloud.Profile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The dialects in which people say where their cloud is and who they are: each logs in. */
class LogInTest {
  private static final List<String> NAMES =
      List.of(
          "OS_USERNAME",
          "OS_PASSWORD",
          "OS_PROJECT_NAME",
          "OS_USER_DOMAIN_NAME",
          "OS_PROJECT_DOMAIN_NAME");

  @TempDir Path dir;
  private Bench bench;

  @BeforeEach
  void start() {
    bench =
        Bench.of(SimulatorOptions.of(Profile.ZED).regions("RegionOne", "RegionTwo"), dir)
            .projects("p");
    bench.source.nova("p", "cores", 40).neutron("p", "port", 7).cinder("p", "volumes", 5);
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private static Named<Consumer<Bench>> dialect(String name, Consumer<Bench> change) {
    return Named.of(name, change);
  }

  private static void without(Bench bench, String... names) {
    List.of(names).forEach(bench.env::remove);
  }

  static Stream<Named<Consumer<Bench>>> dialects() {
    return Stream.of(
        dialect("v3 with names", b -> {}),
        dialect(
            "v3 with IDs",
            b -> {
              without(b, "OS_USERNAME", "OS_PROJECT_NAME", "OS_USER_DOMAIN_NAME");
              b.env.put("OS_USER_ID", b.cloud.admin().id());
              b.env.put("OS_PROJECT_ID", b.cloud.adminProject().id());
            }),
        dialect(
            "v3 with domain IDs",
            b -> {
              without(b, "OS_USER_DOMAIN_NAME", "OS_PROJECT_DOMAIN_NAME");
              b.env.put("OS_USER_DOMAIN_ID", "default");
              b.env.put("OS_PROJECT_DOMAIN_ID", "default");
            }),
        dialect(
            "v2.0: OS_TENANT_NAME, no domains, the URL of v2.0",
            b -> {
              without(b, "OS_PROJECT_NAME", "OS_USER_DOMAIN_NAME", "OS_PROJECT_DOMAIN_NAME");
              b.env.put("OS_TENANT_NAME", "admin");
              b.env.put("OS_AUTH_URL", b.cloud.url() + "/identity/v2.0/");
            }),
        dialect(
            "v2.0: OS_TENANT_ID and OS_IDENTITY_API_VERSION=2",
            b -> {
              without(b, "OS_PROJECT_NAME", "OS_USER_DOMAIN_NAME", "OS_PROJECT_DOMAIN_NAME");
              b.env.put("OS_TENANT_ID", b.cloud.adminProject().id());
              b.env.put("OS_IDENTITY_API_VERSION", "2");
            }),
        dialect(
            "the URL without a version",
            b -> b.env.put("OS_AUTH_URL", b.cloud.url() + "/identity")),
        dialect(
            "OS_DEFAULT_DOMAIN",
            b -> {
              without(b, "OS_USER_DOMAIN_NAME", "OS_PROJECT_DOMAIN_NAME");
              b.env.put("OS_DEFAULT_DOMAIN", "default");
            }),
        dialect(
            "OS_DEFAULT_DOMAIN_NAME",
            b -> {
              without(b, "OS_USER_DOMAIN_NAME", "OS_PROJECT_DOMAIN_NAME");
              b.env.put("OS_DEFAULT_DOMAIN_NAME", "Default");
            }),
        dialect(
            "SOC: OS_ENDPOINT_TYPE=internalURL", b -> b.env.put("OS_ENDPOINT_TYPE", "internalURL")),
        dialect("OS_INTERFACE", b -> b.env.put("OS_INTERFACE", "admin")),
        dialect("another region", b -> b.env.put("OS_REGION_NAME", "RegionTwo")),
        dialect(
            "a token",
            b -> {
              b.env.put("OS_TOKEN", token(b));
              without(b, "OS_USERNAME", "OS_PASSWORD", "OS_USER_DOMAIN_NAME");
            }),
        dialect(
            "a token with OS_AUTH_TYPE=v3token",
            b -> {
              b.env.put("OS_TOKEN", token(b));
              b.env.put("OS_AUTH_TYPE", "v3token");
              b.env.put("OS_PASSWORD", "wrong");
            }),
        dialect("an application credential by ID", b -> credential(b, true)),
        dialect("an application credential by name", b -> credential(b, false)),
        dialect("system scope beside a project", b -> b.env.put("OS_SYSTEM_SCOPE", "all")),
        dialect(
            "endpoint overrides",
            b -> {
              b.env.put("OS_REGION_NAME", "Nowhere");
              b.env.put("OS_COMPUTE_ENDPOINT_OVERRIDE", b.cloud.url() + "/internal/compute/v2.1");
              b.env.put("OS_NETWORK_ENDPOINT_OVERRIDE", b.cloud.url() + "/internal/network/");
              b.env.put("OS_BLOCK_STORAGE_ENDPOINT_OVERRIDE", b.cloud.url() + "/volume/v3");
              b.env.put("OS_IDENTITY_ENDPOINT_OVERRIDE", b.cloud.url() + "/internal/identity");
            }),
        dialect(
            "clouds.yaml with OS_CLOUD",
            b -> yaml(b, "clouds", "clouds:\n  x:\n" + auth(b, "      password: adminsecret"))),
        dialect(
            "clouds.yaml, secure.yaml and clouds-public.yaml",
            b -> {
              yaml(b, "secure", "clouds:\n  x:\n    auth:\n      password: adminsecret\n");
              yaml(b, "clouds-public", "public-clouds:\n  all:\n" + auth(b, ""));
              yaml(b, "clouds", "clouds:\n  x:\n    profile: all\n");
            }));
  }

  private static String token(Bench bench) {
    String body =
        "{\"auth\":{\"identity\":{\"methods\":[\"password\"],\"password\":{\"user\":{\"id\":\""
            + bench.cloud.admin().id()
            + "\",\"password\":\"adminsecret\"}}},\"scope\":{\"project\":{\"id\":\""
            + bench.cloud.adminProject().id()
            + "\"}}}}";
    HttpRequest logIn =
        HttpRequest.newBuilder(URI.create(bench.cloud.authUrl() + "/auth/tokens"))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return HttpClient.newHttpClient()
          .send(logIn, HttpResponse.BodyHandlers.discarding())
          .headers()
          .firstValue("X-Subject-Token")
          .orElseThrow();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void credential(Bench bench, boolean byId) {
    var made =
        bench
            .cloud
            .cloud()
            .identity()
            .addApplicationCredential(
                bench.cloud.admin().id(), bench.cloud.adminProject().id(), "mine", "s3cret");
    without(bench, "OS_PASSWORD", "OS_PROJECT_NAME", "OS_PROJECT_DOMAIN_NAME");
    bench.env.put("OS_APPLICATION_CREDENTIAL_SECRET", "s3cret");
    if (byId) {
      without(bench, "OS_USERNAME", "OS_USER_DOMAIN_NAME");
      bench.env.put("OS_AUTH_TYPE", "v3applicationcredential");
      bench.env.put("OS_APPLICATION_CREDENTIAL_ID", made.id());
    } else {
      bench.env.put("OS_APPLICATION_CREDENTIAL_NAME", "mine");
    }
  }

  private static String auth(Bench bench, String more) {
    return "    region_name: RegionOne\n    auth:\n      auth_url: "
        + bench.cloud.authUrl()
        + "\n      username: admin\n      project_name: admin\n"
        + "      user_domain_name: Default\n      project_domain_name: Default\n"
        + more
        + "\n";
  }

  private static void yaml(Bench bench, String name, String text) {
    try {
      Path home = bench.data().resolveSibling("home");
      Path folder = Files.createDirectories(home.resolve(".config/openstack"));
      Files.writeString(folder.resolve(name + ".yaml"), text);
      NAMES.forEach(bench.env::remove);
      without(bench, "OS_AUTH_URL", "OS_REGION_NAME");
      bench.env.put("HOME", home.toString());
      bench.env.put("OS_CLOUD", "x");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dialects")
  void everyDialectLogsIn(Consumer<Bench> dialect) {
    dialect.accept(bench);

    bench.upload().exits(0);

    assertThat(bench.cloud.cloud().compute().quotas("p")).containsEntry("cores", 40);
  }

  @Test
  void endpointOverridesAreWhereItGoes() {
    bench.env.put("OS_COMPUTE_ENDPOINT_OVERRIDE", bench.cloud.url() + "/internal/compute");

    bench.upload().exits(0);

    assertThat(bench.cloud.requests().matching("PUT", "/compute/.*")).isEmpty();
    assertThat(bench.cloud.requests().matching("PUT", "/internal/compute/v2.1/.*")).isNotEmpty();
  }

  @Test
  void withSystemScopeOnlyKeystoneGetsThatToken() {
    bench.env.put("OS_SYSTEM_SCOPE", "all");

    bench.upload().exits(0);

    assertThat(bench.bodies("POST", "/auth/tokens"))
        .hasSize(2)
        .anySatisfy(body -> assertThat(body).contains("\"system\":{\"all\":true}"))
        .anySatisfy(body -> assertThat(body).contains("\"project\""));
  }

  @Test
  void systemScopeAloneIsNotEnough() {
    bench.env.put("OS_SYSTEM_SCOPE", "all");
    without(bench, "OS_PROJECT_NAME");

    bench.upload().exits(2).says("OS_SYSTEM_SCOPE", "OS_PROJECT_NAME");
  }

  @Test
  void aProxyOfTheEnvironmentIsUsedAndItsExceptionsAreMinded() {
    bench.env.put("http_proxy", "http://127.0.0.1:9");
    bench.upload().exits(3).says("does not answer");

    bench.env.put("NO_PROXY", "example.org, 127.0.0.1");
    bench.upload().exits(0);
  }

  @Test
  void aProxyThatIsNoneOfHttpIsRefusedAndItsPasswordNotShown() {
    bench.env.put("https_proxy", "socks5://me:s3cret@proxy:1080");

    bench.upload().exits(2).says("https_proxy").saysNot("s3cret");
  }

  /** Of late Cinder is {@code block-storage}, and its URL has no project. */
  @Test
  void theCatalogOf20251IsUnderstood() {
    try (Bench late = Bench.of(SimulatorOptions.of(Profile.EPOXY), dir.resolve("late"))) {
      late.projects("p").source.cinder("p", "volumes", 5);

      late.upload().exits(0);

      assertThat(late.cloud.cloud().volume().quotas("p")).containsEntry("volumes", 5);
    }
  }
}
