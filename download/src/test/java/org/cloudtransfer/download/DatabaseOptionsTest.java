package org.cloudtransfer.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.cloudtransfer.source.DatabaseServer;
import org.cloudtransfer.source.OnEveryServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** URLs given to the run itself, on a machine without any service. */
// D26
@OnEveryServer
class DatabaseOptionsTest {
  @Parameter private DatabaseServer server;

  @TempDir private Path directory;

  @BeforeParameterizedClassInvocation
  static void cloud(DatabaseServer server) {
    server.ensureLiberty();
  }

  private Run download(Map<String, String> environment, String... options) {
    String[] all = java.util.Arrays.copyOf(options, options.length + 3);
    all[options.length] = "--release=liberty";
    all[options.length + 1] = "--config-dir=" + directory;
    all[options.length + 2] = "--directory=" + directory.resolve("data");
    return Run.with(environment, all);
  }

  private String file(String database) throws IOException {
    return "@" + Files.writeString(directory.resolve(database), server.url(database) + "\n");
  }

  @Test
  void filesHoldUrlsWithPasswords() throws IOException {
    Run run =
        download(
            Map.of(),
            "--nova-db=" + file("nova"),
            "--neutron-db=" + file("neutron"),
            "--cinder-db=" + file("cinder"),
            "--keystone-db=" + file("keystone"));

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).doesNotContain("warning");
    assertThat(run.out()).containsPattern("keypairs +7 +0");
  }

  @Test
  void theEnvironmentHoldsUrlsWithPasswords() {
    Run run =
        download(
            Map.of(
                "CLOUDTRANSFER_CINDER_DB",
                server.url("cinder"),
                "CLOUDTRANSFER_KEYSTONE_DB",
                server.url("keystone")),
            "--cinder-quotas");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).doesNotContain("warning");
  }

  @Test
  void theServerIsReachedByItsUnixSocket() throws IOException {
    String url = server.localUrl("nova");
    Run run = download(Map.of("CLOUDTRANSFER_NOVA_DB", url), "--keypairs", "-v");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).contains("://service:***@/nova at /").doesNotContain("p@ss");
    assertThat(Files.readString(directory.resolve("data/manifest.json"))).contains("unix socket");
  }

  @Test
  void aUnixSocketThatIsNotThereIsNamed() {
    String url =
        server
            .localUrl("nova")
            .replaceAll("(host|unix_socket)=[^&]*", "$1=" + directory.resolve("none"));
    Run run = download(Map.of("CLOUDTRANSFER_NOVA_DB", url), "--keypairs");

    assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
    assertThat(run.err()).contains("/nova at " + directory.resolve("none"), "cannot be reached");
  }

  @Test
  void aMissingFileIsNamed() {
    Run run = download(Map.of(), "--keypairs", "--nova-db", "@" + directory.resolve("nova.url"));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--nova-db: cannot read " + directory.resolve("nova.url"));
  }
}
