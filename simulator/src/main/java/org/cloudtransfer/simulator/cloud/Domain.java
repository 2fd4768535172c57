package org.cloudtransfer.simulator.cloud;

/** A keystone domain. */
public record Domain(String id, String name, boolean enabled) {}
