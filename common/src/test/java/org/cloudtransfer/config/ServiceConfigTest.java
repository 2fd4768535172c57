package org.cloudtransfer.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceConfigTest {
  @TempDir private Path directory;
  private Path root;

  @BeforeEach
  void root() throws IOException {
    root = Files.createDirectory(directory.resolve("etc"));
  }

  private void connection(String file, String value) throws IOException {
    write(file, "[database]\nconnection = " + value + "\n");
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file).normalize();
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private String nova() {
    return ServiceConfig.read(root, Service.NOVA).requiredConnection(ServiceDatabase.NOVA).text();
  }

  // D26
  @Test
  void filesAreReadInTheOrderOfTheService() throws IOException {
    connection("../usr/share/nova/nova-dist.conf", "0");
    connection("nova/nova.conf", "1");
    connection("nova/nova-api.conf", "2");
    connection("nova/nova.conf.d/100-nova.conf", "3");
    connection("nova/nova.conf.d/500-local.conf", "4");
    connection("nova/nova.conf.d/900-ignored.txt", "x");
    connection("nova/nova-api.conf.d/010.conf", "5");

    assertThat(ServiceConfig.read(root, Service.NOVA).files())
        .extracting(file -> directory.relativize(file).toString())
        .containsExactly(
            "usr/share/nova/nova-dist.conf",
            "etc/nova/nova.conf",
            "etc/nova/nova-api.conf",
            "etc/nova/nova.conf.d/100-nova.conf",
            "etc/nova/nova.conf.d/500-local.conf",
            "etc/nova/nova-api.conf.d/010.conf");
    assertThat(nova()).isEqualTo("5");
  }

  // D26
  @ParameterizedTest
  @ValueSource(
      strings = {
        "nova/nova.conf",
        "nova/nova.conf.d/100-nova.conf",
        "kolla/nova-api/nova.conf",
        "nova-api/nova.conf",
        "nova.conf",
        "nova/conf.d/nova-api/50-database.conf",
        "etc/nova/nova.conf",
        "etc/nova/nova.conf.d/100-nova.conf",
        "etc/kolla/nova-api/nova.conf",
        "nova/etc/nova/nova.conf"
      })
  void anyLayoutIsFound(String file) throws IOException {
    connection(file, "here");

    assertThat(nova()).isEqualTo("here");
  }

  @Test
  void defaultsOfADistributionBelongToTheCopyOfItsMachine() throws IOException {
    connection("usr/share/nova/nova-dist.conf", "dist");
    write("etc/nova/nova.conf", "[DEFAULT]\n");

    assertThat(nova()).isEqualTo("dist");
  }

  @Test
  void fragmentsOfAnotherProgramAreNotRead() throws IOException {
    connection("neutron/neutron.conf", "neutron-server's");
    connection("neutron/conf.d/common/common.conf", "common");
    connection("neutron/conf.d/neutron-l3-agent/agent.conf", "the agent's");

    assertThat(
            ServiceConfig.read(root, Service.NEUTRON)
                .requiredConnection(ServiceDatabase.NEUTRON)
                .text())
        .isEqualTo("common");
  }

  @Test
  void aReplicaThatIsEmptyIsNone() throws IOException {
    write("nova/nova.conf", "[database]\nslave_connection =\n[api_database]\nslave_connection=r\n");

    ServiceConfig config = ServiceConfig.read(root, Service.NOVA);
    assertThat(config.replica(ServiceDatabase.NOVA)).isEmpty();
    assertThat(config.replica(ServiceDatabase.NOVA_API)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[DEFAULT]\nsql_connection = old\n",
        "[DATABASE]\nsql_connection = old\n",
        "[sql]\nconnection = old\n"
      })
  void oldSpellingsAreUnderstood(String text) throws IOException {
    write("nova/nova.conf", text);

    assertThat(nova()).isEqualTo("old");
  }

  @Test
  void theApiDatabaseMayBeMissing() throws IOException {
    write("nova/nova.conf", "[DEFAULT]\nsql_connection = old\n[api_database]\nconnection =\n");

    assertThat(ServiceConfig.read(root, Service.NOVA).connection(ServiceDatabase.NOVA_API))
        .isEmpty();
  }

  @Test
  void missingFilesAreNamedWithWhereTheyWereLookedFor() {
    assertThatThrownBy(() -> ServiceConfig.read(root, Service.CINDER))
        .hasMessageContaining("no configuration of cinder")
        .hasMessageContaining(root.resolve("cinder").toString());
  }

  @Test
  void aMissingConnectionIsNamedWithTheFiles() throws IOException {
    write("cinder/cinder.conf", "[database]\n");

    assertThatThrownBy(
            () ->
                ServiceConfig.read(root, Service.CINDER).requiredConnection(ServiceDatabase.CINDER))
        .hasMessageContaining("[database] connection is set in none of")
        .hasMessageContaining("cinder.conf");
  }
}
