package org.cloudtransfer.fuzz;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.cloudtransfer.archive.ArchiveFuzz;
import org.cloudtransfer.archive.CsvFuzz;
import org.cloudtransfer.archive.LegacyFuzz;
import org.cloudtransfer.archive.ManifestFuzz;
import org.cloudtransfer.archive.TarFuzz;
import org.cloudtransfer.config.DatabaseUrlFuzz;
import org.cloudtransfer.config.OsloConfigFuzz;
import org.cloudtransfer.upload.cloud.AnswerFuzz;
import org.cloudtransfer.upload.cloud.CloudsYamlFuzz;
import org.cloudtransfer.upload.cloud.LoginFuzz;
import org.cloudtransfer.upload.cloud.RetryAfterFuzz;
import org.cloudtransfer.upload.cloud.TargetFuzz;
import org.cloudtransfer.upload.execute.JournalFuzz;
import org.cloudtransfer.upload.identity.MapFileFuzz;
import org.cloudtransfer.upload.report.PlanFileFuzz;

/** The targets by name, and the entry point of the fuzzer for one of them. */
public final class Fuzz {
  static final Map<String, Consumer<byte[]>> TARGETS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("answer", AnswerFuzz::read),
              Map.entry("archive", ArchiveFuzz::read),
              Map.entry("clouds-yaml", CloudsYamlFuzz::read),
              Map.entry("csv", CsvFuzz::read),
              Map.entry("database-url", DatabaseUrlFuzz::read),
              Map.entry("journal", JournalFuzz::read),
              Map.entry("legacy", LegacyFuzz::read),
              Map.entry("login", LoginFuzz::read),
              Map.entry("manifest", ManifestFuzz::read),
              Map.entry("map", MapFileFuzz::read),
              Map.entry("oslo-config", OsloConfigFuzz::read),
              Map.entry("plan", PlanFileFuzz::read),
              Map.entry("retry-after", RetryAfterFuzz::read),
              Map.entry("tar", TarFuzz::read),
              Map.entry("target", TargetFuzz::read)));

  private static final Consumer<byte[]> CHOSEN = TARGETS.get(System.getProperty("fuzz.target", ""));

  private Fuzz() {}

  /** Called by the fuzzer; the system property {@code fuzz.target} says which target. */
  public static void fuzzerTestOneInput(byte[] data) {
    CHOSEN.accept(data);
  }
}
