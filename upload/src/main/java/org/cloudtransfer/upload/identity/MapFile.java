package org.cloudtransfer.upload.identity;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.cli.WholeFile;
import org.cloudtransfer.resource.User;

/**
 * The map that a person wrote or edited: CSV with a header that has at least {@code source_id} and
 * {@code target_id}. A line without a target ID is a gap, and leaves the user to the rest of the
 * chain.
 */
final class MapFile implements UserResolver {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreEmptyLines(true)
          .setCommentMarker('#')
          .setTrim(true)
          .get();

  private static final int SIZE_MAX = 64 << 20;

  private final Map<String, String> targets;

  private MapFile(Map<String, String> targets) {
    this.targets = targets;
  }

  /**
   * Reads and checks a map.
   *
   * @param known the source users that the archive refers to
   * @param inTarget whether the target has a user of this ID
   * @throws StopException for a line with an ID that either side does not know, or the second line
   *     for one user
   */
  static MapFile read(Path file, Set<String> known, Predicate<String> inTarget) {
    Map<String, String> targets = new HashMap<>();
    Set<String> seen = new HashSet<>();
    try (CSVParser lines = FORMAT.parse(new StringReader(text(file)))) {
      for (CSVRecord line : lines) {
        String place = file + ", line " + lines.getCurrentLineNumber();
        String source = field(line, "source_id", place);
        String target = field(line, "target_id", place);
        require(known.contains(source), place, "the archive refers to no user " + source);
        require(seen.add(source), place, "a second line for the user " + source);
        if (!target.isEmpty()) {
          require(inTarget.test(target), place, "the target has no user " + target);
          targets.put(source, target);
        }
      }
      return new MapFile(Map.copyOf(targets));
    } catch (IOException | IllegalArgumentException | UncheckedIOException e) {
      throw new StopException(
          ExitCode.BAD_INPUT,
          "The map " + file + " cannot be read: " + e.getMessage() + ".",
          "Name a CSV file with the columns source_id and target_id.",
          e);
    }
  }

  /** Spreadsheets begin a file with a byte order mark. */
  private static String text(Path file) throws IOException {
    String text = WholeFile.text(file, SIZE_MAX);
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  private static String field(CSVRecord line, String column, String place) {
    require(line.isMapped(column) && line.isSet(column), place, "there is no " + column);
    return line.get(column);
  }

  private static void require(boolean fine, String place, String what) {
    if (!fine) {
      throw StopException.badInput(place + ": " + what + ".", "Correct the line or remove it.");
    }
  }

  @Override
  public Optional<Placement> resolve(User user) {
    return Optional.ofNullable(targets.get(user.id()))
        .map(target -> new Placement.Found(target, "map file"));
  }
}
