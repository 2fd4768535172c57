package org.cloudtransfer.dist.packed.advisories;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * What was known on a day.
 *
 * @param taken the day, {@code 2026-11-29}
 * @param origin where it is from
 * @param packages those that were asked about, also in vain
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Snapshot(String taken, String origin, List<String> packages, List<Advisory> advisories) {
  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  Snapshot {
    LocalDate.parse(taken);
    packages = packages.stream().sorted().toList();
    advisories = List.copyOf(advisories);
  }

  static Snapshot read(Path file) throws IOException {
    return JSON.readValue(file.toFile(), Snapshot.class);
  }

  void write(Path file) throws IOException {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
    Files.writeString(file, JSON.writer(printer).writeValueAsString(this) + "\n");
  }

  LocalDate day() {
    return LocalDate.parse(taken);
  }
}
