package org.cloudtransfer.demo.sample;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A user of the old cloud.
 *
 * @param id in the old cloud; of a user of the hybrid backend's LDAP the login
 */
public record SampleUser(String id, String name, Kind kind) {
  /** The domain that the new cloud's directory has to itself. */
  public static final String LDAP_DOMAIN = "1da9c0de1da9c0de1da9c0de1da9c0de";

  /** The domain of the new cloud's second directory. */
  public static final String OTHER_LDAP_DOMAIN = "07e61da907e61da907e61da907e61da9";

  /** Where a user is. */
  public enum Kind {
    /** In the SQL tables of both clouds, under one ID. */
    SQL,
    /** In the directory: no row in the old cloud, a domain of its own in the new one. */
    LDAP,
    /** In the directory; the new cloud has two directories with a user of that login. */
    TWIN,
    /** An ID in other services' tables; the user is gone from both clouds. */
    GONE
  }

  /** Whether the new cloud has one account, and one only, that must be this user's. */
  public boolean isPlaced() {
    return kind == Kind.SQL || kind == Kind.LDAP;
  }

  Fate fate() {
    return isPlaced() ? Fate.CARRIED : Fate.WITHHELD;
  }

  /**
   * The ID in the new cloud: for a user of the directory SHA-256 over the domain's ID, the word
   * {@code user} and the login (keystone, identity/id_generators/sha256.py).
   */
  public String targetId() {
    return kind == Kind.SQL || kind == Kind.GONE ? id : sha256(LDAP_DOMAIN + "user" + id);
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
