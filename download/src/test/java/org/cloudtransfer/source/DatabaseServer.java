package org.cloudtransfer.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cloudtransfer.config.ServiceDatabase;

/**
 * A real database server for tests, the same one for all of them, with old clouds in it. The
 * services' user has a password of the kind that crowbar writes into URLs as it is.
 */
public abstract class DatabaseServer {
  /** Neither encoded nor escaped; a dollar sign that no name follows needs no escape. */
  public static final String PASSWORD = "p@ss:w/o#r$1?d%zz";

  private static final List<String> LIBERTY = List.of("keystone", "nova", "neutron", "cinder");
  private static final List<String> ZED =
      List.of("keystone", "nova", "nova_api", "neutron", "cinder");

  /** The cloud that a database was made for, unless a test has changed it since. */
  private final Map<String, String> untouched = new HashMap<>();

  DatabaseServer() {}

  /** As in URLs, e.g. {@code postgresql}. */
  public abstract String scheme();

  /** As the server calls itself, e.g. {@code PostgreSQL 17}. */
  public abstract String engine();

  public abstract int port();

  /** Runs statements as the superuser; names may be quoted by double quotes. */
  public final void sql(String database, String statements) {
    untouched.remove(database);
    run(database, statements);
  }

  abstract void run(String database, String statements);

  /** Makes a database, or empties it. */
  abstract void recreate(String database);

  /** The statement that makes the server count a table's rows, about. */
  public abstract String analyze(String table);

  /** Lets the services' user read and write all tables that are there now. */
  public abstract void letServiceRead(String database);

  /** Takes a table away from the services' user. */
  public abstract void hide(String database, String table);

  /** Ends the connections of the services' user. */
  public abstract void disconnect();

  /** The directory of the schemas in this server's spelling. */
  abstract String spelling();

  @Override
  public String toString() {
    return engine();
  }

  /** Takes two values of a column for the same only if they are. */
  public abstract void compareExactly(String database, String table, String column);

  /** Makes a cloud of Liberty anew: four databases with the sample rows. */
  public void liberty() {
    untouched.clear();
    ensureLiberty();
  }

  /** Makes a cloud of Zed anew, in the middle of Nova's online migrations. */
  public void zed() {
    untouched.clear();
    ensureZed();
  }

  /** As {@link #liberty}, but leaves databases alone that nothing was done to by {@link #sql}. */
  public void ensureLiberty() {
    LIBERTY.forEach(name -> ensure(name, spelling() + "liberty", "sample"));
  }

  /** As {@link #zed}, but leaves databases alone that nothing was done to by {@link #sql}. */
  public void ensureZed() {
    ZED.forEach(name -> ensure(name, spelling() + "zed"));
  }

  /** The one cloud of the fixtures as it lies in the databases at a moment; nothing is left out. */
  public void cloudAt(Moment moment) {
    for (ServiceDatabase database : Fixtures.databases(moment)) {
      recreate(database.text());
      sql(database.text(), spelled(Fixtures.sql(database, moment)));
      letServiceRead(database.text());
    }
  }

  /** Makes another cell of Nova, with the tables of that moment and without rows. */
  public void cell(String database, Moment moment) {
    recreate(database);
    sql(database, spelled(Fixtures.sql(ServiceDatabase.NOVA, moment)));
    for (String table : List.of("key_pairs", "quotas", "project_user_quotas", "quota_classes")) {
      sql(database, "DELETE FROM " + table);
    }
    letServiceRead(database);
  }

  /** Neutral SQL as this server wants it: {@code serial}, {@code ENUM name(...)}, and the like. */
  abstract String spelled(String sql);

  private void ensure(String database, String... directories) {
    if (directories[0].equals(untouched.get(database))) {
      return;
    }
    recreate(database);
    for (String directory : directories) {
      sql(database, resource(directory + "/" + database + ".sql"));
    }
    letServiceRead(database);
    untouched.put(database, directories[0]);
  }

  /** The URL that a service's configuration holds. */
  public String url(String database) {
    return url(PASSWORD, database);
  }

  public String url(String password, String database) {
    return scheme() + "://service:" + password + "@127.0.0.1:" + port() + "/" + database;
  }

  /** The URL that leads to the server's unix socket. */
  public abstract String localUrl(String database);

  /** Writes the configuration of all services below a root, as crowbar does for Liberty. */
  public Path configure(Path root) throws IOException {
    for (String name : LIBERTY) {
      configure(
          root, name, "[DEFAULT]\ndebug = false\n[database]\nconnection = " + url(name) + "\n");
    }
    return root;
  }

  /** Writes the configuration of all services of a cloud of the fixtures. */
  public Path configure(Path root, Moment moment) throws IOException {
    for (String name : LIBERTY) {
      String api =
          name.equals("nova") && Fixtures.databases(moment).contains(ServiceDatabase.NOVA_API)
              ? "[api_database]\nconnection = " + url("nova_api") + "\n"
              : "";
      configure(root, name, "[database]\nconnection = " + url(name) + "\n" + api);
    }
    return root;
  }

  /** Writes the configuration of one service below a root. */
  public static void configure(Path root, String service, String text) throws IOException {
    Path file = root.resolve(service).resolve(service + ".conf");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String resource(String name) {
    try (InputStream in = DatabaseServer.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
