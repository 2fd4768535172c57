package org.cloudtransfer.upload.target;

/** Compares the public halves of key pairs. */
final class PublicKey {
  private PublicKey() {}

  /**
   * Whether two texts are the same key. The comment of an OpenSSH line is no part of the key; a
   * text of several lines is compared as a whole.
   */
  static boolean same(String one, String other) {
    String a = one.strip();
    String b = other.strip();
    return a.equals(b) || isLine(a) && isLine(b) && key(a).equals(key(b));
  }

  private static boolean isLine(String text) {
    return !text.contains("\n") && text.split("\\s+").length >= 2;
  }

  private static String key(String line) {
    String[] parts = line.split("\\s+");
    return parts[0] + " " + parts[1];
  }
}
