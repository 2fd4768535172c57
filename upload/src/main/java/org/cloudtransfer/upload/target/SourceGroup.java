package org.cloudtransfer.upload.target;

import java.util.List;
import java.util.Objects;
import org.cloudtransfer.resource.SecurityGroup;
import org.cloudtransfer.resource.SecurityGroupRule;

/**
 * A group of the archive with its rules.
 *
 * @param project the target's ID of its project; the source's own if the target does not have it
 */
record SourceGroup(SecurityGroup group, String project, List<SecurityGroupRule> rules) {
  SourceGroup {
    rules = List.copyOf(rules);
  }

  String id() {
    return group.id();
  }

  String name() {
    return Objects.requireNonNullElse(group.name(), "");
  }

  /** Neutron refuses null; NULL and empty read the same there. */
  String description() {
    return Objects.requireNonNullElse(group.description(), "");
  }

  boolean isStateful() {
    return !Boolean.FALSE.equals(group.stateful());
  }
}
