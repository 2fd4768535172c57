package org.cloudtransfer.upload.identity;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.cli.WholeFile;

/**
 * The lines of a map that a person wrote or edited: CSV with a header that has at least {@code
 * source_id} and {@code target_id}. The column {@code type} says whether a line is about a user, a
 * project or a domain; without it the file's own type counts.
 */
final class MapFile {
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

  private MapFile() {}

  /** What a line places. */
  enum Type {
    USER,
    PROJECT,
    DOMAIN;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One line.
   *
   * @param target empty for a gap
   * @param place for messages: file and line
   */
  record Line(Type type, String source, String target, String place) {

    /** What is wrong with this line, as an exception. */
    StopException wrong(String what) {
      return MapFile.wrong(place, what);
    }
  }

  /**
   * Reads a map.
   *
   * @param unless the type of lines that do not say theirs
   * @throws StopException if it cannot be read
   */
  static List<Line> read(Path file, Type unless) {
    List<Line> lines = new ArrayList<>();
    try (CSVParser records = FORMAT.parse(new StringReader(text(file)))) {
      for (CSVRecord record : records) {
        lines.add(line(record, unless, file + ", line " + records.getCurrentLineNumber()));
      }
      return lines;
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

  private static Line line(CSVRecord record, Type unless, String place) {
    String type = has(record, "type") ? record.get("type") : "";
    return new Line(
        type.isEmpty() ? unless : type(type, place),
        field(record, "source_id", place),
        field(record, "target_id", place),
        place);
  }

  private static Type type(String text, String place) {
    return Arrays.stream(Type.values())
        .filter(type -> type.text().equals(text.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> wrong(place, "there is no type " + text));
  }

  private static String field(CSVRecord record, String column, String place) {
    if (!has(record, column)) {
      throw wrong(place, "there is no " + column);
    }
    return record.get(column);
  }

  private static boolean has(CSVRecord record, String column) {
    return record.isMapped(column) && record.isSet(column);
  }

  private static StopException wrong(String place, String what) {
    return StopException.badInput(place + ": " + what + ".", "Correct the line or remove it.");
  }
}
