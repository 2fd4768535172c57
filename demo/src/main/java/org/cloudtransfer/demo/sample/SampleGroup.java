package org.cloudtransfer.demo.sample;

import java.util.List;

/**
 * A security group of the old cloud with its rules.
 *
 * @param description may be null, as in the database
 */
public record SampleGroup(
    String id,
    SampleProject project,
    String name,
    String description,
    boolean isDefault,
    Fate fate,
    List<SampleRule> rules) {
  public SampleGroup {
    rules = List.copyOf(rules);
  }
}
