package org.cloudtransfer.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.cloudtransfer.cli.Secret;
import org.cloudtransfer.cli.StopException;

/**
 * A database's URL in SQLAlchemy's spelling, taken apart.
 *
 * <p>{@code dialect[+driver]://[user[:password]@][host][:port]/[database][?key=value&...]}. Crowbar
 * writes passwords as they are, SQLAlchemy expects them percent-encoded; the rules that serve both:
 *
 * <ul>
 *   <li>the host begins after the <em>last</em> {@code @}, the password after the first {@code :}
 *       of what is before it: a password may hold {@code @ : / ? #}, while neither database nor
 *       options can hold {@code @};
 *   <li>{@code %} and two hexadecimal digits are one byte of UTF-8, any other {@code %} is itself,
 *       as in Python's {@code unquote}; {@code +} is itself.
 * </ul>
 *
 * @param user null if the URL names none
 * @param password null if the URL holds none
 * @param host a name, or an address without brackets
 * @param socket the file of a unix socket on this machine, to be used instead of host and port;
 *     null for TCP
 * @param options what follows the {@code ?}, by name; without {@code host} and the like, which are
 *     in the other components already
 */
public record DatabaseUrl(
    Engine engine,
    String user,
    Secret password,
    String host,
    int port,
    String socket,
    String database,
    Map<String, String> options) {

  public DatabaseUrl {
    options = Map.copyOf(options);
  }

  /** The database servers that OpenStack runs on; MariaDB is a MySQL here. */
  public enum Engine {
    POSTGRESQL(5432),
    MYSQL(3306);

    private final int port;

    Engine(int port) {
      this.port = port;
    }

    int port() {
      return port;
    }
  }

  /**
   * Takes a URL apart.
   *
   * @param origin where it comes from, for messages, which never show the URL itself
   * @throws StopException if it cannot be understood, or is of an engine that is never supported
   */
  public static DatabaseUrl parse(String text, String origin) {
    return new UrlParser(text.strip(), origin).parse();
  }

  /**
   * Takes a URL apart in which names such as {@code {username}} stand for parts of another, as in
   * Nova's cell mappings.
   *
   * @param other what the names stand for; its {@code {path}} is its database
   * @throws StopException as {@link #parse}
   */
  public static DatabaseUrl ofTemplate(String text, DatabaseUrl other, String origin) {
    return parse(UrlTemplate.filled(text, other), origin);
  }

  /** Whether it leads to the same database of the same server, as far as the spelling tells. */
  public boolean isSameAs(DatabaseUrl other) {
    return engine == other.engine
        && host.equalsIgnoreCase(other.host)
        && port == other.port
        && Objects.equals(socket, other.socket)
        && database.equals(other.database);
  }

  /** Whether the server is reached by a unix socket. */
  public boolean isLocal() {
    return socket != null;
  }

  public boolean hasPassword() {
    return password != null;
  }

  /**
   * The host in a form that may be passed on to others: an IPv4 address without its last two
   * numbers, anything else as a short hash that can be compared but not read; of a unix socket only
   * that it is one.
   */
  public String maskedHost() {
    if (isLocal()) {
      return "unix socket";
    }
    String[] numbers = host.split("\\.");
    if (host.matches("\\d+\\.\\d+\\.\\d+\\.\\d+")) {
      return numbers[0] + "." + numbers[1] + ".x.x";
    }
    return "#" + sha256(host).substring(0, 8);
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Without the password and without the options. */
  @Override
  public String toString() {
    String who = user == null ? "" : user + (hasPassword() ? ":***" : "") + "@";
    String scheme = engine.name().toLowerCase(Locale.ROOT) + "://" + who;
    if (isLocal()) {
      return scheme + "/" + database + " at " + socket;
    }
    String where = host.contains(":") ? "[" + host + "]" : host;
    return scheme + where + ":" + port + "/" + database;
  }
}
