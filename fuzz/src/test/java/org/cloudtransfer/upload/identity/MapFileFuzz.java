package org.cloudtransfer.upload.identity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.fuzz.Refusal;
import org.cloudtransfer.fuzz.Scratch;
import org.cloudtransfer.upload.cloud.OneUser;
import org.cloudtransfer.upload.identity.MapFile.Line;

/** The map that somebody edited. */
public final class MapFileFuzz {
  private static final Keystone KEYSTONE = new Keystone(OneUser.cloud("x"));
  private static final IdentityMapper.Known KNOWN =
      new IdentityMapper.Known(Set.of("ann", "bob"), Set.of("p"), Set.of("d"));

  private MapFileFuzz() {}

  /** Places nobody but known users, and those only where the target has somebody. */
  public static void read(byte[] data) {
    try {
      List<Line> lines = MapFile.read(Scratch.file("map.csv", data), MapFile.Type.USER);
      GivenMap map = GivenMap.of(lines, KNOWN, KEYSTONE);
      map.users().forEach(MapFileFuzz::check);
      if (!map.projects().isEmpty() || !map.domains().isEmpty()) {
        throw new AssertionError("placed: " + map);
      }
    } catch (StopException stop) {
      Refusal.check(stop);
    }
  }

  private static void check(String source, String target) {
    if (!Map.of("ann", "x", "bob", "x").get(source).equals(target)) {
      throw new AssertionError("placed: " + source + " as " + target);
    }
  }
}
