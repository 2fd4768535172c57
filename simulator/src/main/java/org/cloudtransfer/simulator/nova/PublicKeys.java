package org.cloudtransfer.simulator.nova;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fingerprints of public keys; a key that cannot be read has none and is refused, as by nova's
 * cryptography library (nova/crypto.py, generate_fingerprint).
 */
final class PublicKeys {
  private static final Pattern SSH = Pattern.compile("\\A(\\S+)[ \\t]+(\\S+)");
  private static final HexFormat COLONS = HexFormat.ofDelimiter(":");

  private final Set<String> sshKeyTypes;

  PublicKeys(Set<String> sshKeyTypes) {
    this.sshKeyTypes = Set.copyOf(sshKeyTypes);
  }

  String fingerprint(String type, String text) {
    return type.equals("x509") ? ofCertificate(text) : ofSsh(text);
  }

  private String ofSsh(String text) {
    try {
      Matcher line = SSH.matcher(text);
      if (!line.find() || !sshKeyTypes.contains(line.group(1))) {
        throw new MalformedKey("unknown type");
      }
      new SshBlob(LenientBase64.decode(line.group(2))).check(line.group(1));
      // The fingerprint is taken of what stands between the first two blanks, line ends included.
      byte[] blob = LenientBase64.decode(text.split(" ", -1)[1]);
      return COLONS.formatHex(MessageDigest.getInstance("MD5").digest(blob));
    } catch (MalformedKey | ArrayIndexOutOfBoundsException | GeneralSecurityException e) {
      throw NovaFault.badRequest("Keypair data is invalid: failed to generate fingerprint");
    }
  }

  private static String ofCertificate(String text) {
    try {
      if (!text.contains("-----BEGIN CERTIFICATE-----")) {
        throw new GeneralSecurityException(
            "Unable to load PEM file. See https://cryptography.io/en/latest/faq/#why-can-t-i-import-my-pem-file for more details. MalformedFraming");
      }
      byte[] pem = text.substring(text.indexOf("-----BEGIN CERTIFICATE-----")).getBytes(UTF_8);
      byte[] der =
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(pem))
              .getEncoded();
      return COLONS.formatHex(MessageDigest.getInstance("SHA-1").digest(der));
    } catch (GeneralSecurityException e) {
      String said = "Keypair data is invalid: failed to generate X509 fingerprint. Error message: ";
      throw NovaFault.badRequest(said + e.getMessage());
    }
  }

  /** The text is no key. */
  static final class MalformedKey extends Exception {
    MalformedKey(String message) {
      super(message);
    }
  }
}
