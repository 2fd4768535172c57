package org.cloudtransfer.simulator.cloud;

import java.time.Instant;
import java.util.List;

/** A neutron security group, without its rules. */
public record SecurityGroup(
    String id,
    String projectId,
    String name,
    String description,
    boolean stateful,
    List<String> tags,
    int revision,
    Instant createdAt,
    Instant updatedAt) {

  public SecurityGroup {
    tags = List.copyOf(tags);
  }

  SecurityGroup touched(Instant now) {
    return new SecurityGroup(
        id, projectId, name, description, stateful, tags, revision + 1, createdAt, now);
  }
}
