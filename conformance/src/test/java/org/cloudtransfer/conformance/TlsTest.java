package org.cloudtransfer.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cloudtransfer.conformance.Client.COMPUTE;
import static org.cloudtransfer.conformance.Client.IDENTITY;
import static org.cloudtransfer.conformance.Client.NETWORK;
import static org.cloudtransfer.conformance.Client.VOLUME;
import static org.cloudtransfer.resource.ResourceKind.CINDER_QUOTAS;
import static org.cloudtransfer.resource.ResourceKind.NEUTRON_QUOTAS;
import static org.cloudtransfer.resource.ResourceKind.NOVA_QUOTAS;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A cloud whose services are reached by TLS, under an authority that no system knows. */
class TlsTest {
  @TempDir static Path keys;
  private static PrivateAuthority authority;
  private static SSLContext server;
  private static Path client;

  @TempDir private Path directory;
  private final List<TlsFront> fronts = new ArrayList<>();
  private String project;

  @BeforeAll
  static void authority() throws Exception {
    authority = new PrivateAuthority(keys);
    server = authority.server();
    client = authority.client("client");
  }

  @AfterEach
  void close() throws Exception {
    for (TlsFront front : fronts) {
      front.close();
    }
  }

  /** The environment that leads to all services of the cloud through TLS. */
  private Map<String, String> behindTls(CloudUnderTest cloud, boolean strict) throws Exception {
    Map<String, String> env = new HashMap<>(cloud.env());
    for (var service :
        Map.of(IDENTITY, "IDENTITY", COMPUTE, "COMPUTE", NETWORK, "NETWORK", VOLUME, "VOLUMEV3")
            .entrySet()) {
      URI plain = URI.create(cloud.admin().endpoint(service.getKey()));
      TlsFront front = new TlsFront(plain, server, strict);
      fronts.add(front);
      env.put("OS_" + service.getValue() + "_ENDPOINT_OVERRIDE", front.url());
    }
    env.put("OS_AUTH_URL", env.get("OS_IDENTITY_ENDPOINT_OVERRIDE"));
    return env;
  }

  private Path tarball(CloudUnderTest cloud) {
    project = cloud.project();
    return new ArchiveOf()
        .nova(project, "cores", 33)
        .neutron(project, "network", 34)
        .cinder(project, "volumes", 35)
        .only(NOVA_QUOTAS, NEUTRON_QUOTAS, CINDER_QUOTAS)
        .write(directory);
  }

  private void arrived(CloudUnderTest cloud, Run run) {
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.requests()).isNotEmpty().allMatch(line -> line.contains(" https://127.0.0.1:"));
    assertThat(cloud.novaQuota(project, "cores")).isEqualTo(33);
    assertThat(cloud.neutronQuota(project, "network")).isEqualTo(34);
    assertThat(cloud.cinderQuota(project, "volumes")).isEqualTo(35);
  }

  private static void untrusted(Run run) {
    assertThat(run.code()).as(run.toString()).isEqualTo(3);
    assertThat(run.said()).contains("No trusted connection").contains("--os-cacert");
    assertThat(run.writes()).isEmpty();
  }

  @Fact("N20")
  void privateAuthorityIsTrustedOnceTheEnvironmentNamesIt(CloudUnderTest cloud) throws Exception {
    Path tarball = tarball(cloud);
    Map<String, String> env = behindTls(cloud, false);
    untrusted(Run.upload(env, tarball));
    env.put("OS_CACERT", authority.file().toString());
    arrived(cloud, Run.upload(env, tarball));
  }

  @Fact("N20")
  void privateAuthorityIsTrustedOnceAnOptionNamesIt(CloudUnderTest cloud) throws Exception {
    Path tarball = tarball(cloud);
    Map<String, String> env = behindTls(cloud, false);
    arrived(cloud, Run.upload(env, tarball, "--os-cacert", authority.file().toString()));
  }

  @Fact({"N20", "N22"})
  void privateAuthorityIsTrustedOnceCloudsYamlNamesIt(CloudUnderTest cloud) throws Exception {
    Path tarball = tarball(cloud);
    Map<String, String> env = behindTls(cloud, false);
    untrusted(Run.upload(cloudsYaml(env, ""), tarball));
    arrived(cloud, Run.upload(cloudsYaml(env, "cacert: " + authority.file()), tarball));
  }

  @Fact("N20")
  void insecureTrustsAnybody(CloudUnderTest cloud) throws Exception {
    Path tarball = tarball(cloud);
    Map<String, String> env = behindTls(cloud, false);
    untrusted(Run.upload(cloudsYaml(env, "verify: true"), tarball));
    arrived(cloud, Run.upload(env, tarball, "--insecure"));
    assertThat(Run.upload(cloudsYaml(env, "verify: false"), tarball).code()).isZero();
  }

  @Fact("N20")
  void clientCertificateIsShownWhereOneIsDemanded(CloudUnderTest cloud) throws Exception {
    Path tarball = tarball(cloud);
    Map<String, String> env = behindTls(cloud, true);
    env.put("OS_CACERT", authority.file().toString());
    Run without = Run.upload(env, tarball);
    assertThat(without.code()).as(without.toString()).isEqualTo(3);
    assertThat(without.writes()).isEmpty();
    env.put("OS_CERT", client.toString());
    env.put("OS_KEY", client.toString().replace(".pem", ".key"));
    arrived(cloud, Run.upload(env, tarball));
  }

  /** The environment of somebody who has all of it in clouds.yaml. */
  private Map<String, String> cloudsYaml(Map<String, String> env, String more) throws Exception {
    StringBuilder text = new StringBuilder("clouds:\n  mine:\n");
    text.append("    region_name: ").append(env.get("OS_REGION_NAME")).append('\n');
    env.forEach(
        (name, value) -> {
          if (name.endsWith("_ENDPOINT_OVERRIDE")) {
            text.append(
                "    %s: %s\n".formatted(name.substring(3).toLowerCase(Locale.ROOT), value));
          }
        });
    text.append("    ").append(more).append('\n');
    text.append("    auth:\n");
    for (String name :
        List.of(
            "AUTH_URL",
            "USERNAME",
            "PASSWORD",
            "USER_DOMAIN_NAME",
            "PROJECT_NAME",
            "PROJECT_DOMAIN_NAME")) {
      String value = env.get("OS_" + name);
      text.append("      %s: %s\n".formatted(name.toLowerCase(Locale.ROOT), value));
    }
    Path file = Files.writeString(directory.resolve("clouds.yaml"), text);
    return Map.of("OS_CLOUD", "mine", "OS_CLIENT_CONFIG_FILE", file.toString());
  }
}
