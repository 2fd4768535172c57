package org.cloudtransfer.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.cli.Version;
import org.cloudtransfer.resource.Project;
import org.cloudtransfer.resource.ResourceKind;
import org.cloudtransfer.resource.Table;
import org.cloudtransfer.resource.User;

/**
 * Writes an archive: its data directory and, beside it, its tarball. Until {@link #finish} nothing
 * is visible under the final names; closing without it leaves nothing behind. Tables may be written
 * side by side, all else is for one thread.
 */
public final class ArchiveWriter implements Closeable {
  private final Path directory;
  private final Path staging;
  private final List<Manifest.Entry> entries = Collections.synchronizedList(new ArrayList<>());

  private ArchiveWriter(Path directory, Path staging) {
    this.directory = directory;
    this.staging = staging;
  }

  /**
   * Begins an archive.
   *
   * @param directory the data directory to be; absent, empty, or left by an earlier download
   * @throws StopException if the directory holds anything else, or an upload's journal
   */
  public static ArchiveWriter open(Path directory) throws IOException {
    Path target = directory.toAbsolutePath().normalize();
    requireOurs(target);
    Files.createDirectories(target.getParent());
    return new ArchiveWriter(target, Private.createBeside(target));
  }

  private static void requireOurs(Path target) throws IOException {
    if (target.getParent() == null) {
      throw StopException.badInput(
          target + " cannot hold an archive.", "Name a directory below it.");
    }
    if (Files.exists(target) && !Files.isDirectory(target)) {
      throw StopException.badInput(
          target + " exists and is no directory.", "Name another directory.");
    }
    if (Files.exists(target.resolve(Archive.JOURNAL))) {
      throw StopException.badInput(
          target + " holds the journal of an upload, which belongs to the archive that is there.",
          "Name another directory.");
    }
    if (Files.isDirectory(target) && !isEmpty(target) && !isArchive(target)) {
      throw StopException.badInput(
          target + " exists, and what is in it was not written by this program.",
          "Name an empty directory, or one that does not exist.");
    }
  }

  private static boolean isEmpty(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.findAny().isEmpty();
    }
  }

  private static boolean isArchive(Path directory) throws IOException {
    Path manifest = directory.resolve(Manifest.FILE_NAME);
    try {
      return Files.isRegularFile(manifest)
          && Manifest.parse(Files.readAllBytes(manifest)).format() == Manifest.FORMAT;
    } catch (com.fasterxml.jackson.core.JacksonException e) {
      return false;
    }
  }

  /** Begins a table; close it before finishing the archive. */
  public <R> TableWriter<R> table(Table<R> table) throws IOException {
    return new TableWriter<>(table, staging.resolve(table.fileName()), entries::add);
  }

  /**
   * Seals the archive and puts it in its place.
   *
   * @param created the time written into the manifest
   * @return the tarball
   */
  public Path finish(List<Manifest.Source> sources, Manifest.Selected selection, Instant created)
      throws IOException {
    Manifest manifest =
        new Manifest(
            Manifest.FORMAT,
            "cloudtransfer " + Version.text(),
            created.truncatedTo(ChronoUnit.SECONDS).toString(),
            sources,
            selection,
            inOrder(entries));
    Private.write(staging.resolve(Manifest.FILE_NAME), manifest.toJson());
    String name = directory.getFileName().toString();
    Path packed = staging.resolve(name + Archive.SUFFIX);
    Tarball.write(packed, name, staging, fileNames(manifest), created);
    publish(manifest, packed);
    return tarball();
  }

  /** The order of the kinds, whichever table was ready first; identities come last. */
  private static List<Manifest.Entry> inOrder(List<Manifest.Entry> entries) {
    List<String> names = new ArrayList<>();
    Stream.of(ResourceKind.values())
        .flatMap(kind -> kind.tables().stream())
        .forEach(table -> names.add(table.fileName()));
    names.addAll(List.of(User.TABLE.fileName(), Project.TABLE.fileName()));
    return entries.stream()
        .sorted(Comparator.comparingInt(entry -> names.indexOf(entry.name())))
        .toList();
  }

  private Path tarball() {
    return directory.resolveSibling(directory.getFileName() + Archive.SUFFIX);
  }

  private static List<String> fileNames(Manifest manifest) {
    List<String> names = new ArrayList<>(List.of(Manifest.FILE_NAME));
    manifest.files().forEach(entry -> names.add(entry.name()));
    return names;
  }

  private void publish(Manifest manifest, Path packed) throws IOException {
    Private.createDirectory(directory);
    removeStale(manifest);
    for (Manifest.Entry entry : manifest.files()) {
      Private.move(staging.resolve(entry.name()), directory.resolve(entry.name()));
    }
    Private.move(staging.resolve(Manifest.FILE_NAME), directory.resolve(Manifest.FILE_NAME));
    Private.sync(directory);
    Private.move(packed, tarball());
    Private.sync(directory.getParent());
  }

  /** Files of an earlier, wider download: left there they would look like part of this one. */
  private void removeStale(Manifest manifest) throws IOException {
    Set<String> fresh =
        manifest.files().stream().map(Manifest.Entry::name).collect(Collectors.toSet());
    for (Table<?> table : allTables()) {
      if (!fresh.contains(table.fileName())) {
        Files.deleteIfExists(directory.resolve(table.fileName()));
      }
    }
  }

  static List<Table<?>> allTables() {
    List<Table<?>> tables = new ArrayList<>(List.of(User.TABLE, Project.TABLE));
    Stream.of(ResourceKind.values()).forEach(kind -> tables.addAll(kind.tables()));
    return tables;
  }

  static Optional<Table<?>> tableOf(String fileName) {
    return allTables().stream().filter(table -> table.fileName().equals(fileName)).findFirst();
  }

  @Override
  public void close() throws IOException {
    Private.discard(staging);
  }
}
