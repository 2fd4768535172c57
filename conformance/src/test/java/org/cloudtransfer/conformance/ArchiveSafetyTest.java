package org.cloudtransfer.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.cloudtransfer.resource.ResourceKind.KEYPAIRS;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.BiFunction;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.io.TempDir;

/** An archive that somebody tampered with writes nothing, neither here nor to a cloud. */
class ArchiveSafetyTest {
  @TempDir private Path directory;

  private Path tarball(CloudUnderTest cloud, String user) {
    return new ArchiveOf()
        .keypair(user, "key", Keys.rsa(1, 2048))
        .only(KEYPAIRS)
        .write(directory, "good");
  }

  /** Copies a tarball, member by member. */
  private Path changed(Path tarball, BiFunction<String, byte[], byte[]> change, String... more)
      throws IOException {
    Path copy = Files.createDirectory(directory.resolve("bad")).resolve("good.tar.bz2");
    try (InputStream file = Files.newInputStream(tarball);
        TarArchiveInputStream in = new TarArchiveInputStream(new BZip2CompressorInputStream(file));
        OutputStream target = Files.newOutputStream(copy);
        TarArchiveOutputStream out =
            new TarArchiveOutputStream(new BZip2CompressorOutputStream(target))) {
      for (TarArchiveEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        byte[] content = change.apply(e.getName(), in.readAllBytes());
        add(out, e.getName(), content);
      }
      for (String name : more) {
        add(out, name, "evil".getBytes(UTF_8));
      }
    }
    return copy;
  }

  private static void add(TarArchiveOutputStream out, String name, byte[] content)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name, true);
    if (!name.endsWith("/")) {
      entry.setSize(content.length);
    }
    out.putArchiveEntry(entry);
    out.write(content);
    out.closeArchiveEntry();
  }

  private static void isRefused(CloudUnderTest cloud, Path tarball, String user) {
    Run run = cloud.upload(tarball);
    assertThat(run.code()).as(run.toString()).isEqualTo(2);
    assertThat(run.requests()).isEmpty();
    assertThat(cloud.keypairs(user)).isEmpty();
  }

  @Fact("D25")
  void pathThatLeavesTheDirectoryIsRefused(CloudUnderTest cloud) throws IOException {
    String user = cloud.user();
    Path bad = changed(tarball(cloud, user), (name, content) -> content, "good/../../evil");
    isRefused(cloud, bad, user);
    assertThat(directory.resolve("evil")).doesNotExist();
    assertThat(directory.resolve("bad").resolve("evil")).doesNotExist();
  }

  @Fact("D25")
  void fileWhoseSumIsNotInTheManifestIsRefused(CloudUnderTest cloud) throws IOException {
    String user = cloud.user();
    Path bad =
        changed(
            tarball(cloud, user),
            (name, content) ->
                name.endsWith("keypairs.csv")
                    ? new String(content, UTF_8).replace("key", "kex").getBytes(UTF_8)
                    : content);
    isRefused(cloud, bad, user);
  }

  @Fact("D25")
  void archiveAndJournalAreForTheirOwnerOnly(CloudUnderTest cloud) throws IOException {
    String user = cloud.user();
    Path tarball = tarball(cloud, user);
    assertThat(cloud.upload(tarball).code()).isZero();
    Path data = directory.resolve("good");
    assertThat(mode(data)).isEqualTo("rwx------");
    for (Path file : new Path[] {tarball, data.resolve("upload-journal.jsonl")}) {
      assertThat(mode(file)).as(file.toString()).isEqualTo("rw-------");
    }
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
