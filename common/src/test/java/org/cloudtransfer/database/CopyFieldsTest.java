package org.cloudtransfer.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class CopyFieldsTest {
  private final CopyFields fields = new CopyFields("a,b,c\n".getBytes(UTF_8));

  private void show(String line) {
    fields.show(line.getBytes(UTF_8));
  }

  @Test
  void tellsNullFromTheEmptyText() throws SQLException {
    show(",\"\",\n");
    assertThat(fields.text("a")).isNull();
    assertThat(fields.text("b")).isEmpty();
    assertThat(fields.text("c")).isNull();
  }

  @Test
  void readsQuotesCommasAndLineEndsInTexts() throws SQLException {
    show("\"a \"\"b\"\", c\",\"\"\"\",\"two\nlines\"\n");
    assertThat(fields.text("a")).isEqualTo("a \"b\", c");
    assertThat(fields.text("b")).isEqualTo("\"");
    assertThat(fields.text("c")).isEqualTo("two\nlines");
  }

  @Test
  void readsTextOfAnyAlphabet() throws SQLException {
    show("\"ü\",\"\uD83D\uDD11\",\"\uFFFD\"\n");
    assertThat(fields.text("a")).isEqualTo("ü");
    assertThat(fields.text("b")).isEqualTo("\uD83D\uDD11");
    assertThat(fields.text("c")).isEqualTo("\uFFFD");
  }

  @Test
  void readsNumbersAndTruthValues() throws SQLException {
    show("\"-1\",\"t\",\"f\"\n");
    assertThat(fields.integer("a")).isEqualTo(-1);
    assertThat(fields.flag("b")).isTrue();
    assertThat(fields.flag("c")).isFalse();
    show(",,\n");
    assertThat(fields.integer("a")).isNull();
    assertThat(fields.flag("b")).isNull();
  }

  @Test
  void refusesBytesThatAreNoText() {
    fields.show(new byte[] {'"', (byte) 0xff, '"', ',', ',', '\n'});
    assertThatThrownBy(() -> fields.text("a"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("UTF-8");
  }

  @Test
  void refusesColumnThatIsNotThere() {
    show(",,\n");
    assertThatThrownBy(() -> fields.text("d")).isInstanceOf(SQLException.class);
  }
}
