package org.cloudtransfer.dist.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.cloudtransfer.demo.sample.Sample;
import org.cloudtransfer.demo.source.OldCloud;
import org.cloudtransfer.demo.target.NewCloud;
import org.cloudtransfer.dist.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runbook's commands, run as they stand there with the unpacked distribution. */
final class RunbookTest {
  private static final Document RUNBOOK = new Document("runbook.md");

  @TempDir private Path directory;

  @Test
  void commandsPrintWhatTheRunbookSays() throws IOException, InterruptedException {
    Sample sample = Sample.describe();
    Path work = Files.createDirectory(directory.resolve("work"));
    Transcript transcript = new Transcript(RUNBOOK.text());
    try (OldCloud from = OldCloud.start(directory.resolve("old"), sample);
        NewCloud to = NewCloud.start(sample)) {
      Files.writeString(work.resolve("openrc"), openrc(to));
      Plain plain = new Plain(Map.of(work.toString(), "/root"));
      List<String> outputs =
          transcript.run(work, environment(from)).stream().map(plain::of).toList();
      assertThat(outputs).hasSameSizeAs(transcript.commands());
      RUNBOOK.is(transcript.with(outputs));
    }
  }

  private static String openrc(NewCloud to) {
    return to.environment().entrySet().stream()
        .map(e -> "export %s='%s'%n".formatted(e.getKey(), e.getValue()))
        .collect(Collectors.joining());
  }

  /** In place of the configuration in {@code /etc}, which is not ours to write. */
  private static Map<String, String> environment(OldCloud from) {
    Map<String, String> environment = new HashMap<>();
    from.urls()
        .forEach(
            (service, url) ->
                environment.put("CLOUDTRANSFER_" + service.toUpperCase(Locale.ROOT) + "_DB", url));
    Path bin = Path.of(System.getProperty("distribution"), "bin").toAbsolutePath();
    environment.put("PATH", bin + ":" + System.getenv("PATH"));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    return environment;
  }
}
