package org.cloudtransfer.conformance;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Random;

/** Public keys as users have them. */
final class Keys {
  static final String CERTIFICATE =
      """
      -----BEGIN CERTIFICATE-----
      MIIDAzCCAeugAwIBAgIUHrhEWwyvW5ic/cBbX3yGK2svdegwDQYJKoZIhvcNAQEL
      BQAwEDEOMAwGA1UEAwwFcHJvYmUwIBcNMjYxMTIxMDUxNzA1WhgPMjEyNjEwMjgw
      NTE3MDVaMBAxDjAMBgNVBAMMBXByb2JlMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A
      MIIBCgKCAQEAwHxR0mS9NoXCQ4VXP/QCQ2WJCaDnEP9gdx+OWcTFh5Nzr2F+eBzH
      XlKBzGKFMYYt9DHg5NgM8jF06FldRqJeWPuIuHqBc2SVv919Y1wBchGYVNbSZMYD
      uuMtVnBxaR8DerO6LX3d2vy9/52djUwWA7R1BfOpLn6TSx+fMAj9haygrfv8pyDU
      T5cdTeVmPK+HXwH4s1Mzkqt+fQlBhV5AZj9QIzOhU3gMVmx2mMf6zgOyXc3Ur8Te
      QMDeDTHp2smLUTx7nL1wcLSgC63M7NKcvA9Ehf7xWVOzXJKk8f+nDVe270GJ86d4
      gVj/way+ikfGRH1shC2x7vRxFaXYBDJ5YQIDAQABo1MwUTAdBgNVHQ4EFgQUXxp4
      NXmjVX0tLIfAj2j42Q84Y9swHwYDVR0jBBgwFoAUXxp4NXmjVX0tLIfAj2j42Q84
      Y9swDwYDVR0TAQH/BAUwAwEB/zANBgkqhkiG9w0BAQsFAAOCAQEAYpCexXXSq5Mk
      hm17KkrswVuwkRWxIuKg2XZkKqF4Guf/fsVb5XA7aJuh6LvAEDs3Q5mfJ1bTXQDY
      mRDPrm9vRFsK+H2WboCFwKj2Y4OVSsmY+ZIfUSEz72/EZKkgh7oNW8TLW6bfiuAV
      EfiVwdl/JrmCuzwJNBY5Dm5OjB26jJHM0y7lUYBt5LS7HuSdkNRbRpXH54fBEA7z
      ykTRKYLZqtcbwI2IkAIvIKqgyuxHNXSskPDrobFwymINFGi54ZWeetbExwGHTYpj
      b7hWZ4x19mqQ1DJx9g6m0nnPM3D1TRfUbilxk3UWfRyA0DF3dzkWc9Ps25989fjo
      8QHJcyNBjw==
      -----END CERTIFICATE-----
      """;

  private Keys() {}

  static String ed25519(int seed) {
    return "ssh-ed25519 " + blob("ssh-ed25519", bytes(seed, 32)) + " user@host";
  }

  static String rsa(int seed, int bits) {
    byte[] modulus = bytes(seed, bits / 8 + 1);
    modulus[0] = 0;
    modulus[1] |= (byte) 0x80;
    modulus[bits / 8] |= 1;
    return "ssh-rsa " + blob("ssh-rsa", new byte[] {1, 0, 1}, modulus) + " user@host";
  }

  private static byte[] bytes(int seed, int count) {
    byte[] bytes = new byte[count];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  static String blob(String type, byte[]... parts) {
    ByteBuffer buffer = ByteBuffer.allocate(4096);
    put(buffer, type.getBytes(US_ASCII));
    for (byte[] part : parts) {
      put(buffer, part);
    }
    byte[] bytes = new byte[buffer.position()];
    buffer.flip().get(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static void put(ByteBuffer buffer, byte[] part) {
    buffer.putInt(part.length).put(part);
  }
}
