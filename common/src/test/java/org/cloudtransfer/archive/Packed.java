package org.cloudtransfer.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;

/** Packs tarballs by hand, sound and unsound ones. */
final class Packed {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8");

  Packed() {
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
  }

  Packed directory(String name) throws IOException {
    tar.putArchiveEntry(new TarArchiveEntry(name + "/", true));
    tar.closeArchiveEntry();
    return this;
  }

  Packed file(String name, String content) throws IOException {
    return file(name, content.getBytes(StandardCharsets.UTF_8));
  }

  Packed file(String name, byte[] content) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name, true);
    entry.setSize(content.length);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
    return this;
  }

  /** An entry without content, of one of {@link TarConstants}' types. */
  Packed special(String name, byte type, String target) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name, type, true);
    if (target != null) {
      entry.setLinkName(target);
    }
    tar.putArchiveEntry(entry);
    tar.closeArchiveEntry();
    return this;
  }

  Path at(Path tarball) throws IOException {
    tar.close();
    return bzip2(tarball, bytes.toByteArray());
  }

  /** The plain tar. */
  byte[] tar() throws IOException {
    tar.close();
    return bytes.toByteArray();
  }

  static Path bzip2(Path file, byte[] content) throws IOException {
    try (OutputStream out = new BZip2CompressorOutputStream(Files.newOutputStream(file))) {
      out.write(content);
    }
    return file;
  }

  /** A format 1 archive of the given files, whose manifest tells the truth about them. */
  static Packed sound(Map<String, String> files) throws IOException {
    return withManifest(manifest(files), files);
  }

  static Packed withManifest(String manifest, Map<String, String> files) throws IOException {
    Packed packed = new Packed().directory("a").file("a/manifest.json", manifest);
    for (Map.Entry<String, String> file : files.entrySet()) {
      packed.file("a/" + file.getKey(), file.getValue());
    }
    return packed;
  }

  static String manifest(Map<String, String> files) {
    return "{\"format\": 1, \"tool\": \"t\", \"created\": \"c\", \"files\": ["
        + files.entrySet().stream()
            .map(file -> entry(file.getKey(), file.getValue()))
            .collect(Collectors.joining(", "))
        + "]}";
  }

  /** What a manifest says of a file without line breaks in its values. */
  static String entry(String name, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    String[] lines = content.split("\n");
    String columns =
        Arrays.stream(lines[0].split(",")).map(c -> '"' + c + '"').collect(Collectors.joining(","));
    return String.format(
        "{\"name\": \"%s\", \"kind\": \"k\", \"columns\": [%s], \"rows\": %d, \"bytes\": %d,"
            + " \"sha256\": \"%s\"}",
        name, columns, lines.length - 1, bytes.length, Sha256.of(bytes));
  }
}
