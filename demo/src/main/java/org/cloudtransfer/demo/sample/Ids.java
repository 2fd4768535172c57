package org.cloudtransfer.demo.sample;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** IDs that are the same each time. */
final class Ids {
  private Ids() {}

  /** With dashes, as Neutron has them. */
  static String uuid(String seed) {
    return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Without dashes, as Keystone has them. */
  static String hex(String seed) {
    return uuid(seed).replace("-", "");
  }
}
