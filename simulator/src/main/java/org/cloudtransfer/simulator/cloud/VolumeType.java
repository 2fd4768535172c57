package org.cloudtransfer.simulator.cloud;

/** A cinder volume type; three quotas carry its name. */
public record VolumeType(String id, String name) {}
