package org.cloudtransfer.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BillTest {
  @TempDir private Path dir;

  private JsonNode bill(String release) throws IOException {
    Files.writeString(dir.resolve("release"), release);
    Files.writeString(dir.resolve("plain"), "{\"components\": [{\"name\": \"picocli\"}]}");
    Bill.withJava(dir, dir.resolve("plain"), dir.resolve("whole"));
    return new ObjectMapper().readTree(dir.resolve("whole").toFile()).path("components");
  }

  @Test
  void theImagesJavaIsNamedWithItsWholeVersion() throws IOException {
    JsonNode parts =
        bill("IMPLEMENTOR=\"Eclipse Adoptium\"\nJAVA_RUNTIME_VERSION=\"25.0.3+9-LTS\"\n");

    assertThat(parts).hasSize(2);
    assertThat(parts.get(1).path("version").asText()).isEqualTo("25.0.3+9-LTS");
    assertThat(parts.get(1).path("publisher").asText()).isEqualTo("Eclipse Adoptium");
    assertThat(parts.get(1).path("purl").asText()).isEqualTo("pkg:generic/openjdk@25.0.3%2B9-LTS");
  }

  @Test
  void aJdkThatDoesNotTellItsVersionIsRefused() {
    assertThatThrownBy(() -> bill("IMPLEMENTOR=\"Somebody\"\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("JAVA_RUNTIME_VERSION");
  }
}
