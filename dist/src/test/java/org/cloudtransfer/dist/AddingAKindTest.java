package org.cloudtransfer.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pieces of code in the document are those of the sources. */
final class AddingAKindTest {
  private static final Pattern FILE_OR_PIECE =
      Pattern.compile("(?ms)^`(\\S+\\.java)`$|^```java\\n(.*?)^```$");

  @Test
  void piecesAreInTheirFiles() throws IOException {
    Matcher matcher = FILE_OR_PIECE.matcher(new Document("adding-a-kind.md").text());
    String source = "";
    int pieces = 0;
    while (matcher.find()) {
      if (matcher.group(1) != null) {
        source = Files.readString(Path.of("..", matcher.group(1)));
      } else {
        assertThat(source).contains(matcher.group(2));
        pieces++;
      }
    }
    assertThat(pieces).isPositive();
  }
}
