package org.cloudtransfer.simulator.nova;

import java.util.Base64;
import org.cloudtransfer.simulator.nova.PublicKeys.MalformedKey;

/**
 * Base64 as Python's {@code b64decode} reads it: what is not of the alphabet is skipped, what
 * follows the padding is ignored, a part of a quadruple without padding is an error.
 */
final class LenientBase64 {
  private LenientBase64() {}

  static byte[] decode(String text) throws MalformedKey {
    StringBuilder digits = new StringBuilder();
    int padding = 0;
    for (char c : text.toCharArray()) {
      if (c == '=') {
        padding++;
        if (digits.length() % 4 >= 2 && digits.length() % 4 + padding >= 4) {
          return Base64.getDecoder().decode(digits.toString());
        }
      } else if (isDigit(c)) {
        padding = 0;
        digits.append(c);
      }
    }
    if (digits.length() % 4 != 0) {
      throw new MalformedKey("Incorrect padding");
    }
    return Base64.getDecoder().decode(digits.toString());
  }

  private static boolean isDigit(char c) {
    return c < 128 && (Character.isLetterOrDigit(c) || c == '+' || c == '/');
  }
}
