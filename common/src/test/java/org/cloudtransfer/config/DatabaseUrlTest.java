package org.cloudtransfer.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

// D28
class DatabaseUrlTest {

  private static DatabaseUrl parse(String url) {
    return DatabaseUrl.parse(url, "a test");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          postgresql://u:p@h/d | POSTGRESQL | u | p | h | 5432 | d
          postgres://u:p@h/d | POSTGRESQL | u | p | h | 5432 | d
          postgresql+psycopg2://u:p@h:6432/d | POSTGRESQL | u | p | h | 6432 | d
          postgresql+pg8000://u@h/d | POSTGRESQL | u | - | h | 5432 | d
          postgresql://h/d | POSTGRESQL | - | - | h | 5432 | d
          postgresql:///d | POSTGRESQL | - | - | localhost | 5432 | d
          postgresql://u:p@[2001:db8::1]/d | POSTGRESQL | u | p | 2001:db8::1 | 5432 | d
          postgresql://u:p@[::1]:6432/d?x=y | POSTGRESQL | u | p | ::1 | 6432 | d
          postgresql://u:p@h/d?sslmode=require | POSTGRESQL | u | p | h | 5432 | d
          postgresql://u@/d?host=h2&port=1 | POSTGRESQL | u | - | h2 | 1 | d
          mysql://u:p@h/d | MYSQL | u | p | h | 3306 | d
          mysql+pymysql://u:p@h/d?charset=utf8 | MYSQL | u | p | h | 3306 | d
          mariadb+mariadbconnector://u:p@h/d | MYSQL | u | p | h | 3306 | d
          """)
  void partsAreFound(
      String url, String engine, String user, String password, String host, int port, String name) {
    DatabaseUrl parsed = parse(url);

    assertThat(parsed.engine().name()).isEqualTo(engine);
    assertThat(parsed.user()).isEqualTo(user);
    assertThat(parsed.hasPassword() ? parsed.password().reveal() : null).isEqualTo(password);
    assertThat(parsed.host()).isEqualTo(host);
    assertThat(parsed.port()).isEqualTo(port);
    assertThat(parsed.database()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a@b | a@b
          a@b@c | a@b@c
          a#b | a#b
          a/b | a/b
          a:b | a:b
          a?b=c&d | a?b=c&d
          a$b | a$b
          a+b | a+b
          100% | 100%
          a%zz | a%zz
          a%4 | a%4
          a%40b | a@b
          a%2Fb%3a | a/b:
          %C3%BC | ü
          ü | ü
          a[b]c | a[b]c
          "' | "'
          """)
  void passwordsAreUnderstoodEncodedOrNot(String written, String meant) {
    DatabaseUrl url = parse("postgresql://nova:" + written + "@10.0.0.1/nova?sslmode=disable");

    assertThat(url.password().reveal()).isEqualTo(meant);
    assertThat(url.user()).isEqualTo("nova");
    assertThat(url.host()).isEqualTo("10.0.0.1");
    assertThat(url.database()).isEqualTo("nova");
    assertThat(url.options()).containsOnlyKeys("sslmode");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "/var/lib/nova.sqlite",
        "sqlite:///secret",
        "sqlite://",
        "oracle://u:secret@h/d",
        "postgresql://u:secret@h",
        "postgresql://u:secret@h/",
        "postgresql://u:secret@h:port/d",
        "postgresql://u:secret@h:99999/d",
        "postgresql://u:secret@/d?host=/run/postgresql",
        "mysql+pymysql://u:secret@localhost/d?unix_socket=/run/mysqld/mysqld.sock"
      })
  void whatCannotBeUsedIsRefusedWithoutShowingIt(String url) {
    assertThatThrownBy(() -> parse(url))
        .hasMessageContaining("The database URL from a test")
        .hasMessageNotContaining("secret");
  }

  @Test
  void thePasswordIsNotPrinted() {
    assertThat(parse("postgresql+psycopg2://u:s3cret@[::1]/d?sslkey=s3cret"))
        .hasToString("postgresql://u:***@[::1]:5432/d");
    assertThat(parse("postgresql://u@h/d?password=s3cret").toString()).doesNotContain("s3cret");
  }

  @Test
  void theHostIsMasked() {
    assertThat(parse("postgresql://192.0.2.7/d").maskedHost()).isEqualTo("192.0.x.x");
    assertThat(parse("postgresql://db.example/d").maskedHost()).matches("#[0-9a-f]{8}");
    assertThat(parse("postgresql://[2001:db8::1]/d").maskedHost()).matches("#[0-9a-f]{8}");
  }
}
