package org.cloudtransfer.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Arrays;
import org.cloudtransfer.resource.Project;
import org.junit.jupiter.api.Test;

class RecordReaderTest {
  private static final String HEAD = "id,name,domain,enabled\n";

  @Test
  void aFieldThatIsNeverClosedIsRefusedBeforeItFillsTheMemory() {
    assertThatThrownBy(() -> Csv.read(Project.TABLE, new Endless(HEAD + "\"")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("characters");
  }

  @Test
  void aLongFileOfShortRecordsIsNot() throws IOException {
    String row = "\"p\",\"" + "n".repeat(10_000) + "\",,\n";

    assertThat(Csv.read(Project.TABLE, new StringReader(HEAD + row.repeat(2_000)))).hasSize(2_000);
  }

  /** A text, and then the same character for ever. */
  private static final class Endless extends Reader {
    private final Reader head;

    Endless(String head) {
      this.head = new StringReader(head);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int n = head.read(buffer, offset, length);
      if (n >= 0) {
        return n;
      }
      Arrays.fill(buffer, offset, offset + length, 'x');
      return length;
    }

    @Override
    public void close() {
      // nothing is open
    }
  }
}
