package org.cloudtransfer.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.config.DatabaseLocator.Located;

/**
 * Whether a connection to MySQL is encrypted and whom it trusts, as PyMySQL and SQLAlchemy would
 * understand the same options: with a CA certificate and host name are verified, without one
 * neither is. {@code ssl_key=generated} is crowbar's way to ask for the latter.
 */
final class MySqlTls {
  private static final String UNVERIFIED_KEY = "generated";
  private static final Set<String> NO = Set.of("false", "no", "0", "none", "off");

  private final Located where;
  private final Map<String, String> options;

  MySqlTls(Located where) {
    this.where = where;
    this.options = where.url().options();
  }

  /** What the driver calls it. */
  Properties properties() {
    refuseClientCertificates();
    Properties properties = new Properties();
    properties.put("sslMode", mode());
    if (hasAuthority()) {
      properties.put("serverSslCert", authority());
    }
    return properties;
  }

  private String mode() {
    if (options.containsKey("ssl_mode")) {
      return stated(options.get("ssl_mode"));
    }
    if (isOff("ssl") || options.keySet().stream().noneMatch(name -> name.startsWith("ssl"))) {
      return "disable";
    }
    if (isOff("ssl_verify_cert") || !hasAuthority() && !isOn("ssl_verify_cert")) {
      return isOn("ssl_verify_identity") ? "verify-full" : "trust";
    }
    boolean anyHost = isOff("ssl_check_hostname") || isOff("ssl_verify_identity");
    boolean named = hasAuthority() || isOn("ssl_verify_identity") || isOn("ssl_check_hostname");
    return named && !anyHost ? "verify-full" : "verify-ca";
  }

  /** In the words of the client library of MySQL; encryption "if possible" the driver has not. */
  private String stated(String mode) {
    return switch (mode.toUpperCase(Locale.ROOT)) {
      case "DISABLED", "PREFERRED" -> "disable";
      case "REQUIRED" -> "trust";
      case "VERIFY_CA" -> "verify-ca";
      case "VERIFY_IDENTITY" -> "verify-full";
      default -> throw bad("has an unknown ssl_mode", "Correct it, or leave it out.");
    };
  }

  private boolean hasAuthority() {
    return !options.getOrDefault("ssl_ca", "").isEmpty();
  }

  private String authority() {
    Path file = Path.of(options.get("ssl_ca"));
    if (!Files.isReadable(file)) {
      throw bad(
          "names a CA that cannot be read: " + file,
          "Check that it exists and that this user may read it.");
    }
    return file.toString();
  }

  private void refuseClientCertificates() {
    String key = options.getOrDefault("ssl_key", UNVERIFIED_KEY);
    if (options.containsKey("ssl_cert") || !key.equals(UNVERIFIED_KEY)) {
      throw bad(
          "asks for a client certificate, which is not supported",
          "Give a URL without ssl_cert and ssl_key, of a database user who needs none.");
    }
    if (options.containsKey("ssl_capath")) {
      throw bad(
          "names a directory of CAs, which is not supported", "Name the CA's file with ssl_ca.");
    }
  }

  private boolean isOff(String option) {
    return NO.contains(options.getOrDefault(option, "").toLowerCase(Locale.ROOT));
  }

  private boolean isOn(String option) {
    return options.containsKey(option) && !isOff(option);
  }

  private StopException bad(String what, String remedy) {
    return StopException.badInput(
        "The database URL from " + where.origin() + " " + what + ".", remedy);
  }
}
