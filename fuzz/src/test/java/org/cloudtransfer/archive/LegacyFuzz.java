package org.cloudtransfer.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.cloudtransfer.archive.Unpacking.BadArchiveException;
import org.cloudtransfer.fuzz.Scratch;
import org.cloudtransfer.resource.Row.BadRowException;

/** Each file of format 0: the first byte says which. */
public final class LegacyFuzz {
  private static final List<String> FILES =
      List.of(
          LegacyReader.KEYPAIRS,
          LegacyReader.NOVA_QUOTAS,
          LegacyReader.NEUTRON_QUOTAS,
          LegacyReader.CINDER_QUOTAS,
          LegacyReader.SECURITY_GROUPS);

  private LegacyFuzz() {}

  /** Reads it, or refuses it in the words that {@link Unpacking} passes on. */
  public static void read(byte[] data) {
    if (data.length == 0) {
      return;
    }
    Path directory = Scratch.directory("legacy");
    String file = FILES.get(Math.floorMod(data[0], FILES.size()));
    try {
      Files.write(directory.resolve(file), Arrays.copyOfRange(data, 1, data.length));
      LegacyReader.read(directory, directory, List.of());
    } catch (IOException | BadArchiveException | BadRowException refused) {
      if (refused.getMessage() == null) {
        throw new AssertionError("no word", refused);
      }
    }
  }
}
