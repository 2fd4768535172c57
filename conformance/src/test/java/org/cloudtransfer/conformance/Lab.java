package org.cloudtransfer.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The real clouds of {@code lab/}, where they are up.
 *
 * <p>Environment: {@code CLOUDTRANSFER_LAB} is the lab's directory ({@code LAB_DIR}), {@code
 * CLOUDTRANSFER_LAB_CLOUD} the name of the cloud to test on ({@code new}), {@code
 * CLOUDTRANSFER_LAB_REQUIRED=1} makes its absence a failure.
 */
final class Lab {
  private Lab() {}

  static boolean isRequired() {
    return "1".equals(System.getenv("CLOUDTRANSFER_LAB_REQUIRED"));
  }

  /** The lab's directory; "" if nobody named one. */
  static String directory() {
    return System.getenv().getOrDefault("CLOUDTRANSFER_LAB", "");
  }

  static Path home(String cloud) {
    return Path.of(directory(), cloud);
  }

  static String cloud() {
    return System.getenv().getOrDefault("CLOUDTRANSFER_LAB_CLOUD", "new");
  }

  static boolean isUp() {
    return whyNot().isEmpty();
  }

  /** Why the cases do not run on a real cloud; "" if they do. */
  static String whyNot() {
    if (directory().isEmpty()) {
      return "CLOUDTRANSFER_LAB does not name the directory of a lab (lab/README.md).";
    }
    Path openrc = home(cloud()).resolve("openrc");
    if (!Files.exists(openrc)) {
      return openrc + " does not exist: run lab/up " + cloud() + " and lab/seed.";
    }
    String url = words(openrc).get("OS_AUTH_URL");
    return answers(url) ? "" : "Nothing answers at " + url + ": run lab/up " + cloud() + ".";
  }

  private static boolean answers(String url) {
    try {
      HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
      connection.setConnectTimeout(2000);
      connection.setReadTimeout(20_000);
      return connection.getResponseCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** The {@code A=b} assignments of an openrc or cloud.env file. */
  static Map<String, String> words(Path file) {
    Map<String, String> words = new HashMap<>();
    try {
      Arrays.stream(Files.readString(file).replace("export ", "").split("\\s+"))
          .map(word -> word.split("=", 2))
          .filter(word -> word.length == 2)
          .forEach(word -> words.put(word[0], word[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
