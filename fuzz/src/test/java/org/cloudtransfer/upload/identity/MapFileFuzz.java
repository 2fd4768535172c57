package org.cloudtransfer.upload.identity;

import java.util.Set;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.fuzz.Refusal;
import org.cloudtransfer.fuzz.Scratch;
import org.cloudtransfer.resource.User;

/** The map that somebody edited. */
public final class MapFileFuzz {
  private MapFileFuzz() {}

  /** Places nobody but known users, and those only where the target has somebody. */
  public static void read(byte[] data) {
    try {
      MapFile map =
          MapFile.read(Scratch.file("map.csv", data), Set.of("ann", "bob"), Set.of("x")::contains);
      for (String id : Set.of("ann", "bob")) {
        map.resolve(new User(id, null, null, null, User.Origin.UNKNOWN))
            .ifPresent(MapFileFuzz::check);
      }
    } catch (StopException stop) {
      Refusal.check(stop);
    }
  }

  private static void check(Placement placement) {
    if (!(placement instanceof Placement.Found found) || !found.targetId().equals("x")) {
      throw new AssertionError("placed: " + placement);
    }
  }
}
