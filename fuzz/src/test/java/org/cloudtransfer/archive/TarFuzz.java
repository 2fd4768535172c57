package org.cloudtransfer.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.cloudtransfer.archive.Tarball.UnsafeTarballException;
import org.cloudtransfer.fuzz.Scratch;

/** The tar inside of an archive. */
public final class TarFuzz {
  private static final Set<String> WANTED = Set.of("manifest.json", "users.csv", "keypairs.csv");

  private TarFuzz() {}

  /** Nothing but wanted files ever appears. */
  public static void read(byte[] data) {
    Path directory = Scratch.directory("tar");
    try {
      Tarball.unpack(new ByteArrayInputStream(data), directory, WANTED::contains);
    } catch (IOException | UnsafeTarballException | IllegalArgumentException refused) {
      // what Unpacking makes a refusal of
    }
    if (!WANTED.containsAll(Scratch.names(directory))) {
      throw new AssertionError("unpacked " + Scratch.names(directory));
    }
  }
}
