package org.cloudtransfer.upload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --output json}: standard output is one JSON object and nothing else. */
class OutputJsonTest {
  @TempDir Path dir;

  private Bench bench() {
    Bench bench = Sample.fill(Bench.newton(dir));
    bench.source.keypair("nobody", "k", Keys.rsa(1));
    return bench;
  }

  /** The one object on standard output. */
  private static JsonNode object(Ran ran) {
    ObjectMapper mapper = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    try {
      JsonNode root = mapper.readTree(ran.out());
      assertThat(root.isObject()).as(ran.out()).isTrue();
      assertThat(root.path("format").asInt()).isEqualTo(1);
      return root;
    } catch (JsonProcessingException e) {
      throw new AssertionError(ran.out(), e);
    }
  }

  private static JsonNode of(Ran ran, String command) {
    JsonNode root = object(ran);
    assertThat(root.path("command").asText()).isEqualTo(command);
    assertThat(root.path("exit_code").asInt(-1)).isEqualTo(ran.code());
    return root;
  }

  private static long sum(JsonNode counts) {
    long sum = 0;
    for (JsonNode table : counts) {
      for (JsonNode count : table) {
        sum += count.asLong();
      }
    }
    return sum;
  }

  private static void assertAddsUp(JsonNode root) {
    assertThat(root.path("rows")).isNotEmpty();
    assertThat(sum(root.path("counts"))).isEqualTo(root.path("rows").size());
  }

  @Test
  void uploadPrintsOneObject() {
    try (Bench bench = bench()) {
      JsonNode root = of(bench.upload("--output", "json").exits(1), "upload");

      assertAddsUp(root);
      assertThat(root.path("rows")).hasSize(32);
      assertThat(root.path("counts").path("keypairs").path("created").asInt()).isEqualTo(3);
      assertThat(root.path("counts").path("keypairs").path("withheld").asInt()).isEqualTo(1);
    }
  }

  @Test
  void planPrintsOneObject() {
    try (Bench bench = bench()) {
      JsonNode root = object(bench.command("plan", "--output", "json", "-vv").exits(1));

      assertThat(root.path("actions")).isNotEmpty();
      assertThat(root.path("actions")).allMatch(a -> a.path("request").has("method"));
      assertThat(root.path("rows")).hasSize(32);
    }
  }

  @Test
  void verifyPrintsOneObject() {
    try (Bench bench = bench()) {
      assertAddsUp(of(bench.command("verify", "--output", "json").exits(4), "verify"));
      bench.upload().exits(1);
      assertAddsUp(of(bench.command("verify", "--output", "json").exits(4), "verify"));
    }
  }

  @Test
  void statusPrintsOneObject() {
    try (Bench bench = bench()) {
      JsonNode before = of(bench.run(status(bench)).exits(0), "status").path("counts");
      assertThat(before.path("keypairs").path("done").asInt()).isZero();
      assertThat(before.path("keypairs").path("untouched").asInt()).isPositive();
      bench.upload().exits(1);

      JsonNode counts = of(bench.run(status(bench)).exits(0), "status").path("counts");

      assertThat(counts.path("keypairs").path("done").asInt()).isEqualTo(3);
      assertThat(counts.path("keypairs").has("in_doubt")).isTrue();
    }
  }

  private static String[] status(Bench bench) {
    return new String[] {"status", "--tarball", bench.tarball().toString(), "--output", "json"};
  }

  @Test
  void rollbackPrintsOneObject() {
    try (Bench bench = bench()) {
      bench.upload().exits(1);

      JsonNode dry = of(bench.command("rollback", "--dry-run", "--output", "json"), "rollback");
      JsonNode root = of(bench.command("rollback", "--output", "json").exits(0), "rollback");

      assertAddsUp(dry);
      assertAddsUp(root);
      assertThat(root.path("counts")).isEqualTo(dry.path("counts"));
      assertThat(root.path("counts").path("keypairs").path("undone").asInt()).isEqualTo(3);
    }
  }
}
