package org.cloudtransfer.config;

import java.nio.file.Path;
import java.util.List;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.fuzz.Refusal;
import org.cloudtransfer.fuzz.Scratch;

/** A service's configuration, up to the URL of its database. */
public final class OsloConfigFuzz {
  private OsloConfigFuzz() {}

  /** Reads it as the configuration of each service. */
  public static void read(byte[] data) {
    Path file = Scratch.file("service.conf", data);
    for (ServiceDatabase database : ServiceDatabase.values()) {
      try {
        new ServiceConfig(database.service(), List.of(file), OsloConfig.read(List.of(file)))
            .connection(database)
            .ifPresent(value -> DatabaseUrl.parse(value.text(), value.place()));
      } catch (StopException stop) {
        Refusal.check(stop);
      }
    }
  }
}
