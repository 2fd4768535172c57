package org.cloudtransfer.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A document of the checkout that the build can write. */
public record Document(String name) {

  /** The file in the checkout; the tests run in {@code dist}. */
  public Path file() {
    return Path.of("..", "docs", name);
  }

  public String text() throws IOException {
    return Files.readString(file());
  }

  /** Compares; with {@code -Ddocs.write} writes instead. */
  public void is(String expected) throws IOException {
    if (System.getProperty("docs.write") != null) {
      Files.writeString(file(), expected);
    }
    assertThat(text())
        .as(
            "docs/%s is stale. Write it: ./mvnw -pl dist -am verify -Ddocs.write, then read what"
                + " has changed and commit it.",
            name)
        .isEqualTo(expected);
  }
}
