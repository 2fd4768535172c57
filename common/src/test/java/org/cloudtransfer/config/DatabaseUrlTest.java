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
        "postgresql://u:secret@h:99999/d"
      })
  void whatCannotBeUsedIsRefusedWithoutShowingIt(String url) {
    assertThatThrownBy(() -> parse(url))
        .hasMessageContaining("The database URL from a test")
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          postgresql://u:p@/d?host=/run/postgresql | /run/postgresql/.s.PGSQL.5432
          postgresql+psycopg2://u:p@/d?host=/run/postgresql&port=6432 | /run/postgresql/.s.PGSQL.6432
          postgresql://u:p@%2Frun%2Fpostgresql/d | /run/postgresql/.s.PGSQL.5432
          mysql+pymysql://u:p@localhost/d?unix_socket=/run/mysqld/mysqld.sock | /run/mysqld/mysqld.sock
          mysql+mysqldb://u:p@/d?charset=utf8&unix_socket=/run/mysqld/mysqld.sock | /run/mysqld/mysqld.sock
          """)
  void unixSocketsAreFound(String url, String socket) {
    DatabaseUrl parsed = parse(url);

    assertThat(parsed.isLocal()).isTrue();
    assertThat(parsed.socket()).isEqualTo(socket);
    assertThat(parsed.host()).isEqualTo("localhost");
    assertThat(parsed.maskedHost()).isEqualTo("unix socket");
    assertThat(parsed.toString()).endsWith("://u:***@/d at " + socket);
  }

  @Test
  void namesInATemplateStandForPartsOfAnotherUrl() {
    DatabaseUrl main = parse("mysql+pymysql://n%40va:p:w@db:3307/nova?charset=utf8&ssl_ca=/a b");
    DatabaseUrl cell =
        DatabaseUrl.ofTemplate(
            "mysql+pymysql://{username}:{password}@{hostname}:{port}/nova_cell0?{query}",
            main,
            "a test");

    assertThat(cell.user()).isEqualTo("n@va");
    assertThat(cell.password().reveal()).isEqualTo("p:w");
    assertThat(cell).hasToString("mysql://n@va:***@db:3307/nova_cell0");
    assertThat(cell.options()).isEqualTo(main.options());
    assertThat(cell.isSameAs(main)).isFalse();
    assertThat(
            DatabaseUrl.ofTemplate("{scheme}://{hostname}:{port}/{path}", main, "").isSameAs(main))
        .isTrue();
  }

  @Test
  void socketsAreKeptInATemplate() {
    for (String url :
        new String[] {"postgresql://u@/d?host=/run/pg", "mysql://u@h/d?unix_socket=/run/my.sock"}) {
      DatabaseUrl main = parse(url);
      String template = "{scheme}://{username}@{hostname}:{port}/cell?{query}";
      assertThat(DatabaseUrl.ofTemplate(template, main, "").socket()).isEqualTo(main.socket());
    }
  }

  @Test
  void withoutASocketItIsTcp() {
    assertThat(parse("postgresql://u:p@h/d").isLocal()).isFalse();
    assertThat(parse("mysql://u:p@h/d?unix_socket=").isLocal()).isFalse();
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
