package org.cloudtransfer.reliability;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;

/** Public keys as users have them. */
final class Keys {
  private static final int MODULUS = 257;

  private Keys() {}

  /** A sound RSA key, another one for each seed. */
  static String rsa(int seed) {
    byte[] modulus = new byte[MODULUS];
    new Random(seed).nextBytes(modulus);
    modulus[0] = 0;
    modulus[1] |= (byte) 0x80;
    modulus[MODULUS - 1] |= 1;
    byte[] type = "ssh-rsa".getBytes(StandardCharsets.US_ASCII);
    return "ssh-rsa " + blob(type, new byte[] {1, 0, 1}, modulus) + " user@host" + seed;
  }

  private static String blob(byte[]... parts) {
    ByteBuffer buffer = ByteBuffer.allocate(2 * MODULUS);
    for (byte[] part : parts) {
      buffer.putInt(part.length).put(part);
    }
    byte[] bytes = new byte[buffer.flip().remaining()];
    buffer.get(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
