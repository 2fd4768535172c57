package org.cloudtransfer.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/**
 * A certificate for 127.0.0.1 that is its own authority, and its key, both as PEM. The JDK makes
 * them by its tool only.
 */
public record SelfSigned(Path certificate, Path key) {
  /** Makes them in that directory. */
  public static SelfSigned in(Path directory) throws IOException {
    Path store = directory.resolve("server.p12");
    String options =
        " -genkeypair -alias server -keyalg RSA -dname CN=server -validity 2 -ext san=ip:127.0.0.1"
            + " -storepass secret -keystore ";
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    run(List.of((keytool + options + store).split(" ")), directory.resolve("keytool.log"));
    try {
      char[] password = "secret".toCharArray();
      KeyStore keys = KeyStore.getInstance(store.toFile(), password);
      Path key = Files.createFile(directory.resolve("server.key"));
      Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
      return new SelfSigned(
          Files.writeString(
              directory.resolve("server.pem"),
              pem("CERTIFICATE", keys.getCertificate("server").getEncoded())),
          Files.writeString(key, pem("PRIVATE KEY", keys.getKey("server", password).getEncoded())));
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private static void run(List<String> command, Path log) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      if (process.waitFor() != 0) {
        throw new IOException("keytool fails:\n" + Files.readString(log));
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static String pem(String type, byte[] content) {
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
        .formatted(type, Base64.getMimeEncoder().encodeToString(content));
  }
}
