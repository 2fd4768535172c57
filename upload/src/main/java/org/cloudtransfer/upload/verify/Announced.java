package org.cloudtransfer.upload.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.cloudtransfer.archive.Archive;
import org.cloudtransfer.archive.Manifest;
import org.cloudtransfer.cli.StopException;

/** How many rows an archive's manifest announces. */
public final class Announced {
  private Announced() {}

  /**
   * By table; empty for an archive of format 0, which has no manifest.
   *
   * @throws StopException if the manifest cannot be read
   */
  public static Map<String, Long> rows(Archive archive) {
    Path file = archive.directory().resolve(Manifest.FILE_NAME);
    if (archive.format() == 0) {
      return Map.of();
    }
    try {
      Map<String, Long> rows = new HashMap<>();
      for (JsonNode entry : new ObjectMapper().readTree(Files.readAllBytes(file)).path("files")) {
        String name = entry.path("name").asText().replaceFirst("\\.csv$", "");
        rows.put(name, entry.path("rows").asLong());
      }
      return rows;
    } catch (IOException e) {
      throw StopException.badInput(
          "The manifest " + file + " cannot be read: " + e.getMessage() + ".",
          "Unpack the tarball again by removing its data directory, but keep the journal in it.");
    }
  }
}
