package org.cloudtransfer.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

/**
 * Style or script that stands inside the page. The page's policy allows nothing but what has these
 * hashes, so that nothing that got into the page from elsewhere could ever run.
 */
record Inlined(String text) {

  /** The files, which lie beside this class, one after the other. */
  static Inlined of(String... files) {
    return new Inlined(Arrays.stream(files).map(Inlined::read).collect(Collectors.joining()));
  }

  private static String read(String file) {
    try (InputStream in = Inlined.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " is not in the jar", e);
    }
  }

  /** As a Content-Security-Policy names it. */
  String hash() {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(sum) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
