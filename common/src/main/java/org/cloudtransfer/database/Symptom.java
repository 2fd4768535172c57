package org.cloudtransfer.database;

import java.sql.SQLException;

/** What a server's error says, in whatever numbers it says it. */
enum Symptom {
  MISSING,
  FORBIDDEN,
  REJECTED,
  NO_DATABASE,
  DROPPED,
  CHANGED,
  OTHER;

  /** By SQLSTATE, of which PostgreSQL has one per error. */
  static Symptom ofPostgres(SQLException thrown) {
    String state = state(thrown);
    return switch (state) {
      case "42P01", "42703" -> MISSING;
      case "42501" -> FORBIDDEN;
      case "28P01", "28000" -> REJECTED;
      case "3D000" -> NO_DATABASE;
      default -> isOfConnection(state) || state.startsWith("57P") ? DROPPED : OTHER;
    };
  }

  /** By number: MySQL and MariaDB lump very different errors together as 42000 and HY000. */
  static Symptom ofMySql(SQLException thrown) {
    return switch (thrown.getErrorCode()) {
      case 1146, 1054 -> MISSING;
      case 1142, 1143, 1370 -> FORBIDDEN;
      case 1045, 1698, 1044, 1130, 1820, 1862, 3118, 4151 -> REJECTED;
      case 1049 -> NO_DATABASE;
      case 1040, 1129, 1203, 1226, 1317, 1927, 1969, 3024 -> DROPPED;
      case 1412 -> CHANGED;
      default -> isOfConnection(state(thrown)) ? DROPPED : OTHER;
    };
  }

  private static boolean isOfConnection(String state) {
    return state.startsWith("08") || state.startsWith("53");
  }

  private static String state(SQLException thrown) {
    return thrown.getSQLState() == null ? "" : thrown.getSQLState();
  }
}
