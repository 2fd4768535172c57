package org.cloudtransfer.upload.cloud;

import java.util.List;

/** A service of the target, and the names that catalogs give it, best first. */
public enum Service {
  IDENTITY("identity"),
  COMPUTE("compute"),
  NETWORK("network"),
  /**
   * Cinder has been {@code volume}, {@code volumev2}, {@code volumev3} and, of late, {@code
   * block-storage}.
   */
  VOLUME("volumev3", "block-storage", "volumev2", "volume");

  private final List<String> types;

  Service(String... types) {
    this.types = List.of(types);
  }

  List<String> types() {
    return types;
  }
}
