package org.cloudtransfer.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.resource.ResourceKind;
import org.cloudtransfer.resource.Table;

/**
 * An archive that has been read and checked as a whole, of either format. Immutable.
 *
 * <p>Opening it unpacks the tarball into the data directory beside it, where the journal lives.
 */
public final class Archive {
  public static final String SUFFIX = ".tar.bz2";

  /** The name of the journal in the data directory. */
  public static final String JOURNAL = "upload-journal.jsonl";

  private final Path directory;
  private final int format;
  private final String seal;
  private final Map<String, List<?>> tables;
  private final List<String> remarks;

  Archive(
      Path directory, int format, String seal, Map<String, List<?>> tables, List<String> remarks) {
    this.directory = directory;
    this.format = format;
    this.seal = seal;
    this.tables = Map.copyOf(tables);
    this.remarks = List.copyOf(remarks);
  }

  /**
   * Checks, unpacks and reads a tarball.
   *
   * @throws StopException with {@code BAD_INPUT} if anything about it is wrong; then nothing has
   *     been unpacked
   */
  public static Archive open(Path tarball) {
    Path source = tarball.toAbsolutePath().normalize();
    if (!Files.isReadable(source) || !Files.isRegularFile(source)) {
      throw StopException.badInput(
          "There is no readable tarball " + tarball + ".",
          "Name the file that download printed last, with --tarball.");
    }
    try {
      return Unpacking.unpack(source);
    } catch (IOException e) {
      throw new StopException(
          org.cloudtransfer.cli.ExitCode.BAD_INPUT,
          "The tarball " + tarball + " could not be unpacked: " + Unpacking.words(e) + ".",
          "Check that it was copied whole and that there is room beside it, then run this again.",
          e);
    }
  }

  /** The data directory. */
  public Path directory() {
    return directory;
  }

  /** 1, or 0 for a tarball of the Python 2 tool. */
  public int format() {
    return format;
  }

  /** Identifies the content: equal seals, equal rows. */
  public String seal() {
    return seal;
  }

  /** What this archive cannot tell, or what was mended in reading it; sentences. */
  public List<String> remarks() {
    return remarks;
  }

  public boolean has(ResourceKind kind) {
    return kind.tables().stream().allMatch(table -> tables.containsKey(table.name()));
  }

  /** The records of a table in the archive's order; empty if the archive lacks the table. */
  @SuppressWarnings("unchecked") // every reader puts a table's own records under its name
  public <R> List<R> rows(Table<R> table) {
    return (List<R>) tables.getOrDefault(table.name(), List.of());
  }
}
