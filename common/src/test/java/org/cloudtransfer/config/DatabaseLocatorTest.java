package org.cloudtransfer.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cloudtransfer.config.ServiceDatabase.NOVA;
import static org.cloudtransfer.config.ServiceDatabase.NOVA_API;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.cloudtransfer.config.DatabaseLocator.Given;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseLocatorTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of("CLOUDTRANSFER_NOVA_DB", "postgresql://u:p@of-environment/nova");

  @TempDir private Path root;

  @BeforeEach
  void configuration() throws IOException {
    Files.createDirectory(root.resolve("nova"));
    Files.writeString(
        root.resolve("nova/nova.conf"),
        "[database]\nconnection = postgresql://u:p@of-configuration/nova\n"
            + "[api_database]\nconnection = postgresql://u:p@of-configuration/nova_api\n");
  }

  private DatabaseLocator locator(Map<ServiceDatabase, Given> options, Map<String, String> env) {
    return new DatabaseLocator(root, options, env);
  }

  private static Map<ServiceDatabase, Given> option(String value) {
    return Map.of(NOVA, new Given("--nova-db", value));
  }

  @Test
  void anOptionComesBeforeTheEnvironmentBeforeTheConfiguration() {
    assertThat(locator(option("postgresql://u@of-option/nova"), ENVIRONMENT).locate(NOVA).url())
        .hasToString("postgresql://u@of-option:5432/nova");
    assertThat(locator(Map.of(), ENVIRONMENT).locate(NOVA).url().host())
        .isEqualTo("of-environment");
    assertThat(locator(Map.of(), Map.of()).locate(NOVA).url().host()).isEqualTo("of-configuration");
  }

  @Test
  void theApiDatabaseOfAnotherCloudIsNotMixedIn() {
    assertThat(locator(Map.of(), ENVIRONMENT).locateOptional(NOVA_API)).isEmpty();
    assertThat(locator(Map.of(), Map.of()).locateOptional(NOVA_API)).isPresent();
  }

  @Test
  void replicasAreReadOnRequestWhereThereAreAny() throws IOException {
    Files.writeString(
        root.resolve("nova/nova.conf"),
        "[database]\nconnection = mysql://u@first/nova\nslave_connection = mysql://u@second/nova\n"
            + "[api_database]\nconnection = mysql://u@first/nova_api\n");
    DatabaseLocator onRequest = new DatabaseLocator(root, Map.of(), Map.of(), true);

    assertThat(onRequest.locate(NOVA).url().host()).isEqualTo("second");
    assertThat(onRequest.locateOptional(NOVA_API).orElseThrow().url().host()).isEqualTo("first");
    assertThat(locator(Map.of(), Map.of()).locate(NOVA).url().host()).isEqualTo("first");
  }

  @Test
  void aPasswordOnTheCommandLineIsRefused() {
    for (String url :
        new String[] {"postgresql://u:s3cret@h/d", "postgresql://u@h/d?password=s3cret"}) {
      assertThatThrownBy(() -> locator(option(url), Map.of()).locate(NOVA))
          .hasMessageContaining("--nova-db holds a password")
          .hasMessageNotContaining("s3cret");
    }
  }

  @Test
  void aFileMayHoldAPassword() throws IOException {
    Path file = Files.writeString(root.resolve("url"), "postgresql://u:s3cret@of-file/nova\n");

    assertThat(locator(option("@" + file), Map.of()).locate(NOVA))
        .satisfies(
            located -> {
              assertThat(located.url().password().reveal()).isEqualTo("s3cret");
              assertThat(located.toString()).doesNotContain("s3cret").contains("--nova-db @");
            });
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> locator(option("@/nonexistent"), Map.of()).locate(NOVA))
        .hasMessageContaining("cannot read /nonexistent");
  }
}
