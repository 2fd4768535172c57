package org.cloudtransfer.simulator.cloud;

/** A keystone project. */
public record Project(
    String id, String name, String domainId, String description, boolean enabled) {}
