package org.cloudtransfer.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.config.OsloConfig.Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of oslo.config, one line each. */
class OsloConfigTest {
  @TempDir private Path directory;

  private OsloConfig config(String... files) throws IOException {
    List<Path> paths = new java.util.ArrayList<>();
    for (String text : files) {
      Path file = directory.resolve(paths.size() + ".conf");
      paths.add(Files.writeString(file, text));
    }
    return OsloConfig.read(paths);
  }

  private String value(String text) throws IOException {
    return config(text).find("database", "x").map(OsloConfig.Value::text).orElse(null);
  }

  /** {@code ~} stands for a new line, {@code _} at the beginning of one for a blank. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      textBlock =
          """
          sides are trimmed                      | [database]~x  =  y            | y
          colon separates too                    | [database]~x: y               | y
          first of equals and colon separates    | [database]~x = a:b=c          | a:b=c
          first of colon and equals separates    | [database]~x: a=b             | a=b
          no inline comment with a hash          | [database]~x = a # b          | a # b
          no inline comment with a semicolon     | [database]~x = a ; b          | a ; b
          comment in column 0 with a hash        | [database]~#x = y             | -
          comment in column 0 with a semicolon   | [database]~;x = y             | -
          pair of double quotes is removed       | [database]~x = "y z"          | y z
          pair of single quotes is removed       | [database]~x = 'y'            | y
          only one pair of quotes is removed     | [database]~x = "'y'"          | 'y'
          quotes that differ stay                | [database]~x = "y'            | "y'
          quotes inside stay                     | [database]~x = a"b"           | a"b"
          the last assignment wins               | [database]~x = 1~x = 2        | 2
          sections are merged                    | [database]~x = 1~[o]~[database]~y = 2 | 1
          section names ignore case              | [DataBase]~x = y              | y
          keys do not                            | [database]~X = y              | -
          sections keep apart                    | [other]~x = y                 | -
          value continues on an indented line    | [database]~x = a~_b~_c~y = 1  | a~b~c
          blank line ends a value                | [database]~x = a~~y = b       | a
          comment ends a value                   | [database]~x = a~#~y = b      | a
          percent sign is nothing special        | [database]~x = a%20%(b)s      | a%20%(b)s
          backslash at the end is itself         | [database]~x = a\\            | a\\
          reference within the section           | [database]~y = 1~x = a${y}b   | a1b
          reference to DEFAULT                   | [DEFAULT]~y = 1~[database]~x = $y | 1
          own section before DEFAULT             | [DEFAULT]~y = 1~[database]~y = 2~x = $y | 2
          reference to another section           | [o]~y = 1~[database]~x = ${o.y}/$o.y | 1/1
          default in lower case is not DEFAULT   | [default]~y = 1~[database]~x = $y | $y
          references in references               | [DEFAULT]~a = $b~b = 1~[database]~x = $a | 1
          doubled dollar sign is one             | [DEFAULT]~y = 1~[database]~x = $$y | $y
          escaped dollar sign is one             | [DEFAULT]~y = 1~[database]~x = \\$y | $y
          dollar sign before a digit is itself   | [database]~x = a$1            | a$1
          dollar sign at the end is itself       | [database]~x = a$             | a$
          reference to nothing stays             | [database]~x = a$nope         | a$nope
          empty value                            | [database]~x =                | ``
          """)
  void rule(String name, String file, String expected) throws IOException {
    String text = file.replace("~_", "~ ").replace("~", "\n").replace("\\\\", "\\");
    String wanted = expected == null ? null : expected.replace("~", "\n").replace("\\\\", "\\");

    assertThat(value(text)).isEqualTo(wanted);
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [database~x = y           | 1 | must end with ]
          []~x = y                  | 1 | no name
          x = y                     | 1 | before the first section
          [database]~~nonsense      | 3 | neither a section nor an assignment
          [database]~= y            | 2 | nothing before the =
          [database]~_y             | 2 | continues nothing
          [database]~x = 1~~_y      | 4 | continues nothing
          """)
  void malformedLineIsNamed(String file, int line, String message) {
    String text = file.replace("~_", "~ ").replace("~", "\n");

    assertThatThrownBy(() -> config(text))
        .hasMessageContaining("0.conf:" + line + ": ")
        .hasMessageContaining(message)
        .asInstanceOf(type(StopException.class))
        .extracting(StopException::exitCode)
        .isEqualTo(ExitCode.BAD_INPUT);
  }

  @Test
  void aMalformedLineIsNotShown() {
    assertThatThrownBy(() -> config("[database]\nsecret")).hasMessageNotContaining("secret");
  }

  @Test
  void aReferenceToItselfIsRefused() {
    assertThatThrownBy(() -> value("[database]\nx = $y\ny = $x\n"))
        .hasMessageContaining("refers to itself");
  }

  @Test
  void theLaterFileWins() throws IOException {
    assertThat(config("[database]\nx = 1\ny = 1", "[database]\nx = 2").find("database", "x"))
        .hasValueSatisfying(
            value -> {
              assertThat(value.text()).isEqualTo("2");
              assertThat(value.file()).hasFileName("1.conf");
            });
  }

  @Test
  void ofTwoSpellingsTheLaterFileWinsAndThenTheFirstSpelling() throws IOException {
    Name current = new Name("database", "connection");
    Name old = new Name("DEFAULT", "sql_connection");

    OsloConfig oneFile = config("[DEFAULT]\nsql_connection = b\n[database]\nconnection = a\n");
    assertThat(oneFile.findFirst(current, old)).map(OsloConfig.Value::text).contains("a");

    OsloConfig twoFiles = config("[database]\nconnection = a\n", "[DEFAULT]\nsql_connection = b\n");
    assertThat(twoFiles.findFirst(current, old)).map(OsloConfig.Value::text).contains("b");
  }

  @Test
  void aValueKnowsItsPlaceAndPrintsNothingElse() throws IOException {
    OsloConfig config = config("[database]\n\nconnection = secret\n");

    assertThat(config.find("database", "connection"))
        .hasValueSatisfying(
            value ->
                assertThat(value.toString())
                    .endsWith("0.conf:3 [database] connection")
                    .doesNotContain("secret"));
  }

  @Test
  void aValueWithAnUnknownReferenceIsDoubtful() throws IOException {
    OsloConfig config = config("[database]\nx = $my_ip\ny = $$\n");

    assertThat(config.find("database", "x")).get().extracting("doubtful").isEqualTo(true);
    assertThat(config.find("database", "y")).get().extracting("doubtful").isEqualTo(false);
  }

  @Test
  void aCommentInLatin1DoesNotHurt() throws IOException {
    Path file = directory.resolve("latin1.conf");
    Files.write(file, "# Köln\n[database]\nx = y\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(OsloConfig.read(List.of(file)).find("database", "x")).isPresent();
  }
}
