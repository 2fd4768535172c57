package org.cloudtransfer.simulator.nova;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;

/**
 * The RSA key pair that nova makes up if none is sent (up to 2.91); certificates are not modelled.
 */
record GeneratedKey(String publicKey, String privateKey) {
  /** What PKCS#8 puts before a PKCS#1 key of 2048 bits. */
  private static final int PKCS8_HEADER = 26;

  static GeneratedKey make(String type) {
    if (!type.equals("ssh")) {
      throw NovaFault.unexpected("simulator: generated certificates are not modelled");
    }
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return of(generator.generateKeyPair());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has RSA", e);
    }
  }

  private static GeneratedKey of(KeyPair pair) {
    RSAPublicKey rsa = (RSAPublicKey) pair.getPublic();
    ByteArrayOutputStream blob = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(blob);
    put(out, "ssh-rsa".getBytes(StandardCharsets.US_ASCII));
    put(out, rsa.getPublicExponent().toByteArray());
    put(out, rsa.getModulus().toByteArray());
    String text = Base64.getEncoder().encodeToString(blob.toByteArray());
    byte[] pkcs8 = pair.getPrivate().getEncoded();
    byte[] pkcs1 = Arrays.copyOfRange(pkcs8, PKCS8_HEADER, pkcs8.length);
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pkcs1);
    return new GeneratedKey(
        "ssh-rsa " + text + " Generated-by-Nova",
        "-----BEGIN RSA PRIVATE KEY-----\n" + lines + "\n-----END RSA PRIVATE KEY-----\n");
  }

  private static void put(DataOutputStream out, byte[] bytes) {
    try {
      out.writeInt(bytes.length);
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return "GeneratedKey[" + publicKey + "]";
  }
}
