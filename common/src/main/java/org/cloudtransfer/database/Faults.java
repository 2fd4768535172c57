package org.cloudtransfer.database;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.config.DatabaseLocator.Located;

/** Sorts what a database throws by who can mend it, and says how. */
final class Faults {
  private final Located where;
  private final Dialect dialect;

  Faults(Located where, Dialect dialect) {
    this.where = where;
    this.dialect = dialect;
  }

  String database() {
    return "The "
        + where.database().text()
        + " database "
        + where.url()
        + " (from "
        + where.origin()
        + ")";
  }

  StopException of(SQLException thrown) {
    return switch (dialect.symptom(thrown)) {
      case MISSING ->
          stop(
              ExitCode.BAD_INPUT,
              "lacks a table or column: " + reason(thrown),
              "Check that the URL leads to the " + where.database().text() + " database.",
              thrown);
      case FORBIDDEN ->
          unreachable(
              "may not be read: " + reason(thrown),
              "Give the database user SELECT on the whole database, or use another user.",
              thrown);
      case REJECTED -> unreachable("does not let us in: " + reason(thrown), credentials(), thrown);
      case NO_DATABASE ->
          unreachable(
              "does not exist on that server: " + reason(thrown),
              "Correct the database's name in " + where.origin() + ".",
              thrown);
      case CHANGED ->
          unreachable(
              "has been altered since we began to read: " + reason(thrown),
              "Run the command again when nobody upgrades it.",
              thrown);
      case DROPPED -> noConnection(thrown).orElseGet(() -> dropped(thrown));
      case OTHER -> noConnection(thrown).orElseGet(() -> unreadable(thrown));
    };
  }

  private Optional<StopException> noConnection(SQLException thrown) {
    if (causedBy(thrown, UnknownHostException.class)) {
      return Optional.of(
          unreachable(
              "cannot be reached: there is no host " + where.url().host(),
              "Run where that name resolves, or correct it in " + where.origin() + ".",
              thrown));
    }
    if (causedBy(thrown, SSLException.class) || isOtherHost(thrown)) {
      return Optional.of(
          unreachable(
              "cannot be reached by TLS as asked for: " + reason(thrown),
              "Check the URL's options for TLS, above all that the CA is the server's and the host"
                  + " is named as in its certificate.",
              thrown));
    }
    if (causedBy(thrown, ConnectException.class)
        || causedBy(thrown, NoRouteToHostException.class)
        || causedBy(thrown, SocketTimeoutException.class)) {
      return Optional.of(
          unreachable(
              "cannot be reached: " + reason(thrown),
              "Check that the server runs, and that this machine may connect to it.",
              thrown));
    }
    return Optional.empty();
  }

  /** PostgreSQL's driver compares names by itself, and throws without a cause. */
  private static boolean isOtherHost(SQLException thrown) {
    return String.valueOf(thrown.getMessage())
        .contains("could not be verified by hostnameverifier");
  }

  private StopException dropped(SQLException thrown) {
    return unreachable(
        "refuses the connection, or has dropped it: " + reason(thrown),
        "Check the server and the network, then run the command again.",
        thrown);
  }

  private StopException unreadable(SQLException thrown) {
    return stop(
        ExitCode.BAD_INPUT,
        "cannot be read: " + reason(thrown),
        "Run again with --debug, and report this with what it prints.",
        thrown);
  }

  private String credentials() {
    String remedy = "Correct user and password in " + where.origin() + ".";
    return where.doubtful()
        ? remedy
            + " A $ in it refers to an option that no file sets and was taken as it stands;"
            + " a plain dollar sign is written $$."
        : remedy;
  }

  private StopException unreachable(String what, String remedy, SQLException thrown) {
    return stop(ExitCode.UNREACHABLE, what, remedy, thrown);
  }

  private StopException stop(ExitCode code, String what, String remedy, SQLException thrown) {
    return new StopException(code, database() + " " + what + ".", remedy, thrown);
  }

  private static String reason(SQLException thrown) {
    return String.valueOf(thrown.getMessage())
        .lines()
        .findFirst()
        .orElse("no reason given")
        .replaceFirst("^\\(conn=-?\\d+\\) ", "")
        .replaceFirst("\\.$", "");
  }

  private static boolean causedBy(Throwable thrown, Class<? extends Throwable> type) {
    return Stream.iterate(thrown, t -> t != null, Throwable::getCause).anyMatch(type::isInstance);
  }
}
