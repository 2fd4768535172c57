package org.cloudtransfer.config;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cloudtransfer.cli.Secret;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.config.DatabaseUrl.Engine;

/** Takes a URL apart by the rules that {@link DatabaseUrl} states. */
final class UrlParser {
  private static final String EXAMPLE = "postgresql://USER:PASSWORD@HOST/DATABASE";
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z0-9]+)(\\+[A-Za-z0-9_]+)?://");
  private static final Pattern PLACE =
      Pattern.compile("(?:\\[([^\\]]*)]|([^:/?]*))(?::([^/?]*))?(?:/([^?]*))?(?:\\?(.*))?");

  private final String text;
  private final String origin;

  UrlParser(String text, String origin) {
    this.text = text;
    this.origin = origin;
  }

  DatabaseUrl parse() {
    Matcher scheme = SCHEME.matcher(text);
    if (!scheme.lookingAt()) {
      throw bad("is no database URL");
    }
    Engine engine = engine(scheme.group(1).toLowerCase(Locale.ROOT));
    String rest = text.substring(scheme.end());
    int at = rest.lastIndexOf('@');
    return located(engine, at < 0 ? "" : rest.substring(0, at), rest.substring(at + 1));
  }

  private Engine engine(String dialect) {
    return switch (dialect) {
      case "postgresql", "postgres" -> Engine.POSTGRESQL;
      case "mysql", "mariadb" -> Engine.MYSQL;
      case "sqlite" ->
          throw bad("names an SQLite database, which only test installations of OpenStack use");
      default -> throw bad("names an engine that is not supported: " + dialect);
    };
  }

  private DatabaseUrl located(Engine engine, String credentials, String place) {
    Matcher parts = PLACE.matcher(place);
    if (!parts.matches()) {
      throw bad("cannot be understood after the last @");
    }
    Map<String, String> options = options(parts.group(5));
    int colon = credentials.indexOf(':');
    String user = colon < 0 ? credentials : credentials.substring(0, colon);
    String password = colon < 0 ? null : decoded(credentials.substring(colon + 1));
    String host =
        decoded(taken(options, "host", parts.group(1) == null ? parts.group(2) : parts.group(1)));
    int port = port(taken(options, "port", parts.group(3)), engine);
    return new DatabaseUrl(
        engine,
        taken(options, "user", user.isEmpty() ? null : decoded(user)),
        secret(taken(options, "password", password)),
        host.isEmpty() || host.startsWith("/") ? "localhost" : host,
        port,
        socket(engine, host, port, options.remove("unix_socket")),
        database(taken(options, "dbname", decoded(parts.group(4)))),
        options);
  }

  /** As an option of the driver, a component overrides what the URL says before it. */
  private static String taken(Map<String, String> options, String name, String otherwise) {
    String option = options.remove(name);
    return option == null ? otherwise : option;
  }

  private static Secret secret(String password) {
    return password == null || password.isEmpty() ? null : new Secret(password);
  }

  /** Of PostgreSQL the host names the socket's directory, of MySQL an option the socket itself. */
  private static String socket(Engine engine, String host, int port, String option) {
    if (engine == Engine.POSTGRESQL) {
      return host.startsWith("/") ? host + "/.s.PGSQL." + port : null;
    }
    return option == null || option.isEmpty() ? null : option;
  }

  private int port(String port, Engine engine) {
    if (port == null || port.isEmpty()) {
      return engine.port();
    }
    if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65535) {
      throw bad("has a port that is no number up to 65535, after the last @");
    }
    return Integer.parseInt(port);
  }

  private String database(String name) {
    if (name == null || name.isEmpty()) {
      throw bad("names no database");
    }
    return name;
  }

  private Map<String, String> options(String query) {
    Map<String, String> options = new LinkedHashMap<>();
    for (String option : query == null ? new String[0] : query.split("&")) {
      int equals = option.indexOf('=');
      if (equals > 0) {
        options.put(
            decoded(option.substring(0, equals)),
            decoded(option.substring(equals + 1).replace('+', ' ')));
      }
    }
    return options;
  }

  private static String decoded(String text) {
    if (text == null || text.indexOf('%') < 0) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int escaped = bytes[i] == '%' ? escaped(bytes, i) : -1;
      out.write(escaped < 0 ? bytes[i] : escaped);
      i += escaped < 0 ? 0 : 2;
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /** The byte that two hexadecimal digits after a percent sign stand for, or -1. */
  private static int escaped(byte[] bytes, int percent) {
    if (percent + 2 >= bytes.length) {
      return -1;
    }
    int high = Character.digit(bytes[percent + 1], 16);
    int low = Character.digit(bytes[percent + 2], 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  private StopException bad(String reason) {
    return StopException.badInput(
        "The database URL from " + origin + " " + reason + ".",
        "It should look like " + EXAMPLE + ".");
  }
}
