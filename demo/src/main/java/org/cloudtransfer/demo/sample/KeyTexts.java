package org.cloudtransfer.demo.sample;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/**
 * Public keys as users bring them: well formed (RFC 4253, 5656), so that any Nova takes them, and
 * of no use, for nobody has the private halves.
 */
public final class KeyTexts {
  private static final List<String> CURVES = List.of("nistp256", "nistp384", "nistp521");

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

  private KeyTexts() {}

  /** An SSH key, of this or that type. */
  static String ssh(int seed) {
    return switch (seed % 8) {
      case 5 -> dss(seed);
      case 6 -> ecdsa(seed);
      default -> rsa(seed);
    };
  }

  /** An RSA key that no other seed gives. */
  public static String rsa(int seed) {
    byte[] modulus = positive(seed, seed % 4 == 0 ? 256 : 128);
    modulus[modulus.length - 1] |= 1;
    return "ssh-rsa " + blob("ssh-rsa", new byte[] {1, 0, 1}, modulus) + comment(seed);
  }

  private static String dss(int seed) {
    byte[] generator = {2};
    byte[] key = positive(seed + 1, 127);
    return "ssh-dss "
        + blob("ssh-dss", positive(seed, 128), positive(seed, 20), generator, key)
        + comment(seed);
  }

  /** The point is the curve's base point: any point on the curve will do. */
  private static String ecdsa(int seed) {
    String curve = CURVES.get(seed / 8 % CURVES.size());
    String type = "ecdsa-sha2-" + curve;
    return type + " " + blob(type, curve.getBytes(US_ASCII), basePoint(curve)) + comment(seed);
  }

  private static byte[] basePoint(String curve) {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec(curve.replace("nistp", "secp") + "r1"));
      ECParameterSpec spec = parameters.getParameterSpec(ECParameterSpec.class);
      int size = (spec.getCurve().getField().getFieldSize() + 7) / 8;
      ECPoint point = spec.getGenerator();
      return ByteBuffer.allocate(2 * size + 1)
          .put((byte) 4)
          .put(fixed(point.getAffineX(), size))
          .put(fixed(point.getAffineY(), size))
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java lacks " + curve, e);
    }
  }

  private static byte[] fixed(BigInteger number, int size) {
    byte[] bytes = new byte[size];
    byte[] digits = number.toByteArray();
    int length = Math.min(size, digits.length);
    System.arraycopy(digits, digits.length - length, bytes, size - length, length);
    return bytes;
  }

  private static byte[] positive(int seed, int bytes) {
    byte[] number = new byte[bytes + 1];
    new Random(seed).nextBytes(number);
    number[0] = 0;
    number[1] |= (byte) 0x80;
    return number;
  }

  private static String blob(String type, byte[]... parts) {
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

  private static String comment(int seed) {
    return switch (seed % 7) {
      case 0 -> "";
      case 1 -> " user" + seed + "@host\n";
      case 2 -> " jürgen's \"laptop\", the new one";
      case 3 -> " first line\nsecond line, of a comment\n";
      default -> " user" + seed + "@host";
    };
  }
}
