package org.cloudtransfer.config;

import java.nio.charset.StandardCharsets;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.fuzz.Refusal;

/** SQLAlchemy's URLs. */
public final class DatabaseUrlFuzz {
  private DatabaseUrlFuzz() {}

  /** A URL without host, port or database never comes out, nor does a password. */
  public static void read(byte[] data) {
    try {
      DatabaseUrl url = DatabaseUrl.parse(new String(data, StandardCharsets.UTF_8), "a file");
      if (url.host().isEmpty() || url.database().isEmpty() || url.maskedHost().isEmpty()) {
        throw new AssertionError("incomplete: " + url);
      }
      if (url.port() < 0 || url.port() > 65535) {
        throw new AssertionError("port " + url.port());
      }
    } catch (StopException stop) {
      Refusal.check(stop);
    }
  }
}
