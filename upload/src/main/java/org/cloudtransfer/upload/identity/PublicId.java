package org.cloudtransfer.upload.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The ID that Keystone generates for a user of a directory: SHA-256 over domain ID, the word {@code
 * user} and the local ID, without separators (keystone, Liberty to today:
 * identity/id_generators/sha256.py, fed with sorted keys by identity/mapping_backends/sql.py).
 */
final class PublicId {
  private PublicId() {}

  static String of(String domainId, String localId) {
    try {
      byte[] text = (domainId + "user" + localId).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
