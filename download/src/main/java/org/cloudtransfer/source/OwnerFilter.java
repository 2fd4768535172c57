package org.cloudtransfer.source;

import java.util.Optional;
import java.util.Set;

/**
 * Whose rows are read.
 *
 * @param projects IDs; empty for all projects
 * @param users IDs; empty for all users
 */
public record OwnerFilter(Optional<Set<String>> projects, Optional<Set<String>> users) {
  public static final OwnerFilter ALL = new OwnerFilter(Optional.empty(), Optional.empty());

  Condition projectIn(Schema schema, String column) {
    return Condition.oneOf(schema.dialect(), column, projects);
  }

  Condition userIn(Schema schema, String column) {
    return Condition.oneOf(schema.dialect(), column, users);
  }

  /** Whether everybody's rows are read. */
  boolean isOpen() {
    return projects.isEmpty() && users.isEmpty();
  }

  /** Whether only users are asked for, so that what belongs to a project as a whole is not. */
  boolean onlyUsers() {
    return projects.isEmpty() && users.isPresent();
  }
}
