package org.cloudtransfer.dist.packed.advisories;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The oldest releases of Java with all security fixes that were published by a day, as the release
 * notes of the JDK name them; OSV does not have them.
 *
 * @param minimum by feature release, {@code "25": "25.0.5.1"}
 */
record JavaBaseline(String taken, String origin, Map<String, String> minimum) {
  static final String ID = "baseline";

  static JavaBaseline read(Path file) throws IOException {
    return new ObjectMapper().readValue(file.toFile(), JavaBaseline.class);
  }

  Optional<Finding> finding(Component java) {
    Runtime.Version version = Runtime.Version.parse(java.version());
    String least = minimum.get(String.valueOf(version.feature()));
    if (least == null) {
      return Optional.of(
          new Finding(java, ID, "no baseline of Java " + version.feature() + " is written down"));
    }
    return Runtime.Version.parse(least).compareToIgnoreOptional(version) > 0
        ? Optional.of(new Finding(java, ID, "below the security baseline " + least))
        : Optional.empty();
  }
}
