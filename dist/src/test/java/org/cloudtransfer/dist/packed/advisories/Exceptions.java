package org.cloudtransfer.dist.packed.advisories;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What is bundled although an advisory speaks against it, each with the reason. */
record Exceptions(List<Exception> exceptions) {

  /**
   * One of them; for that version only, so that it ends with the next.
   *
   * @param id of the advisory; {@code baseline} for a Java
   * @param reason why it does no harm here, or why there is no other way
   */
  record Exception(String id, String name, String version, String reason) {
    Exception {
      if (reason == null || reason.isBlank()) {
        throw new IllegalArgumentException("no reason is given for " + id + " of " + name);
      }
    }

    boolean isOf(Finding finding) {
      return finding.id().equals(id) && finding.component().equals(new Component(name, version));
    }
  }

  static Exceptions read(Path file) throws IOException {
    return new ObjectMapper().readValue(file.toFile(), Exceptions.class);
  }

  boolean cover(Finding finding) {
    return exceptions.stream().anyMatch(exception -> exception.isOf(finding));
  }

  /** Those that are for nothing that was found. */
  List<Exception> idle(List<Finding> findings) {
    return exceptions.stream()
        .filter(exception -> findings.stream().noneMatch(exception::isOf))
        .toList();
  }
}
