package org.cloudtransfer.simulator.nova;

import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.util.Arrays;
import org.cloudtransfer.simulator.nova.PublicKeys.MalformedKey;

/** The binary part of an SSH public key (RFC 4253, 5656, 8709). */
final class SshBlob {
  private final ByteBuffer bytes;

  SshBlob(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes);
  }

  /** Reads all of it and checks it as OpenSSL does when it loads the key. */
  void check(String type) throws MalformedKey, GeneralSecurityException {
    try {
      require(text().equals(type), "inner type differs");
      switch (type) {
        case "ssh-rsa" -> rsa();
        case "ssh-dss" -> dsa();
        case "ssh-ed25519" -> require(string().length == 32, "not 32 bytes");
        default -> ecdsa(type.substring("ecdsa-sha2-".length()));
      }
      require(!bytes.hasRemaining(), "bytes left over");
    } catch (BufferUnderflowException e) {
      throw new MalformedKey("cut short");
    }
  }

  private void rsa() throws MalformedKey {
    BigInteger exponent = number();
    BigInteger modulus = number();
    require(exponent.testBit(0) && exponent.intValue() != 1, "exponent");
    require(modulus.bitLength() >= 512 && exponent.compareTo(modulus) < 0, "modulus");
  }

  private void dsa() throws MalformedKey {
    BigInteger p = number();
    BigInteger q = number();
    BigInteger g = number();
    number();
    require(p.bitLength() == 1024 && q.bitLength() == 160, "SSH has 1024 bit DSA keys only");
    require(g.compareTo(BigInteger.ONE) > 0 && g.compareTo(p) < 0, "generator");
  }

  private void ecdsa(String curve) throws MalformedKey, GeneralSecurityException {
    require(text().equals(curve), "curve differs");
    ECParameterSpec spec = spec(curve);
    byte[] point = string();
    int size = (spec.getCurve().getField().getFieldSize() + 7) / 8;
    require(point.length == 2 * size + 1 && point[0] == 4, "no uncompressed point");
    BigInteger x = new BigInteger(1, Arrays.copyOfRange(point, 1, size + 1));
    BigInteger y = new BigInteger(1, Arrays.copyOfRange(point, size + 1, point.length));
    require(isOn(spec, x, y), "not on the curve");
  }

  private static ECParameterSpec spec(String curve) throws GeneralSecurityException {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec(curve.replace("nistp", "secp") + "r1"));
    return parameters.getParameterSpec(ECParameterSpec.class);
  }

  private static boolean isOn(ECParameterSpec spec, BigInteger x, BigInteger y) {
    BigInteger p = ((ECFieldFp) spec.getCurve().getField()).getP();
    BigInteger a = spec.getCurve().getA();
    BigInteger b = spec.getCurve().getB();
    BigInteger right = x.pow(3).add(a.multiply(x)).add(b).mod(p);
    return y.pow(2).mod(p).equals(right);
  }

  private byte[] string() throws MalformedKey {
    int length = bytes.getInt();
    require(length >= 0 && length <= bytes.remaining(), "length");
    byte[] string = new byte[length];
    bytes.get(string);
    return string;
  }

  private String text() throws MalformedKey {
    return new String(string(), StandardCharsets.US_ASCII);
  }

  private BigInteger number() throws MalformedKey {
    byte[] digits = string();
    require(digits.length > 0 && digits[0] >= 0, "negative number");
    return new BigInteger(digits);
  }

  private static void require(boolean fine, String problem) throws MalformedKey {
    if (!fine) {
      throw new MalformedKey(problem);
    }
  }
}
