package org.cloudtransfer.resource;

import java.util.Arrays;
import java.util.List;

/**
 * A user that some row of the archive refers to.
 *
 * @param name the login; null if the source does not know it
 * @param domain the domain's name; null if the source does not know it
 * @param enabled null if the source does not know it
 */
public record User(String id, String name, String domain, Boolean enabled, Origin origin) {

  /** Where the source keeps the user. */
  public enum Origin {
    SQL,
    LDAP,
    FEDERATED,
    UNKNOWN;

    /** As written in {@code users.csv}. */
    public String text() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Origin of(String text) {
      for (Origin origin : values()) {
        if (origin.text().equals(text)) {
          return origin;
        }
      }
      return UNKNOWN;
    }
  }

  public static final Table<User> TABLE =
      new Table<>(
          "users",
          List.of("id", "name", "domain", "enabled", "origin"),
          row ->
              new User(
                  row.required("id"),
                  row.text("name"),
                  row.text("domain"),
                  row.flag("enabled"),
                  Origin.of(row.text("origin"))),
          u -> Arrays.asList(u.id, u.name, u.domain, u.enabled, u.origin.text()),
          u -> RowKey.of("users", u.id),
          null,
          null,
          User::id);
}
