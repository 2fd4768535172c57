package org.cloudtransfer.archive;

import java.io.IOException;

/** The manifest. */
public final class ManifestFuzz {
  private ManifestFuzz() {}

  /** What was read reads the same when written again. */
  public static void read(byte[] data) {
    Manifest manifest;
    try {
      manifest = Manifest.parse(data);
    } catch (IOException refused) {
      return;
    }
    try {
      if (!Manifest.parse(manifest.toJson()).equals(manifest)) {
        throw new AssertionError("not the same again: " + manifest);
      }
    } catch (IOException e) {
      throw new AssertionError("cannot be read again: " + manifest, e);
    }
  }
}
