package org.cloudtransfer.upload.execute;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.cloudtransfer.archive.Archive;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.StopException;

/**
 * From the bytes of a journal to its entries. A last line without its end is an interrupted write
 * and does not count; any other line that cannot be read is an error.
 */
final class JournalReader {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private JournalReader() {}

  /**
   * What the journal of a data directory says, without touching it.
   *
   * @param each takes the entries in order; none if there is no journal
   * @throws StopException if it cannot be read
   */
  static void read(Archive archive, Consumer<Entry> each) {
    Path file = archive.directory().resolve(Archive.JOURNAL);
    if (!Files.exists(file)) {
      return;
    }
    try (InputStream bytes = Files.newInputStream(file)) {
      read(file, bytes, Files.size(file), each);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** The same as a list. */
  static List<Entry> entries(Archive archive) {
    List<Entry> entries = new ArrayList<>();
    read(archive, entries::add);
    return entries;
  }

  /**
   * Reads a journal entry by entry, for it may be larger than the heap.
   *
   * @param file for messages
   * @param size how many bytes there are
   * @return how many bytes its whole lines take
   * @throws StopException if a line cannot be read; the entries before it have been handed on
   */
  static long read(Path file, InputStream bytes, long size, Consumer<Entry> each)
      throws IOException {
    int[] number = {0};
    return WholeLines.read(bytes, size, line -> each.accept(checked(file, ++number[0], line)));
  }

  private static Entry checked(Path file, int number, String line) {
    Entry entry = parse(file, number, line);
    if (entry == null || (number == 1) != (entry instanceof Entry.Head)) {
      throw unreadable(file, number, null);
    }
    return entry;
  }

  static StopException unreadable(Path file, IOException e) {
    return new StopException(
        ExitCode.BAD_INPUT,
        "The journal " + file + " cannot be read: " + e.getMessage() + ".",
        "Make it readable.",
        e);
  }

  /** Who began the last run, as the end of a sentence; empty if the journal does not tell. */
  static String holder(Path file) throws IOException {
    AtomicReference<String> last = new AtomicReference<>();
    try (InputStream bytes = Files.newInputStream(file)) {
      WholeLines.read(
          bytes,
          Files.size(file),
          line -> {
            if (line.startsWith("{\"entry\":\"run\"")) {
              last.set(line);
            }
          });
    }
    return last.get() != null
            && JSON.readValue(last.get(), Entry.class) instanceof Entry.Run run
            && run.pid() != null
        ? ": " + new Holder(run.pid(), run.host(), run.at())
        : "";
  }

  private static Entry parse(Path file, int number, String line) {
    try {
      return JSON.readValue(line, Entry.class);
    } catch (JsonProcessingException e) {
      throw unreadable(file, number, e);
    }
  }

  private static StopException unreadable(Path file, int number, Exception cause) {
    return new StopException(
        ExitCode.BAD_INPUT,
        "Line " + number + " of the journal " + file + " cannot be read.",
        "Restore that file from a backup. Without it, what was done is not known to be done.",
        cause);
  }

  /**
   * Insists that a journal belongs to an archive and a cloud.
   *
   * @param entry any of it; the first one tells
   */
  static void requireSame(Path file, Entry entry, String seal, String target) {
    if (!(entry instanceof Entry.Head head)) {
      return;
    }
    if (head.format() != Journal.FORMAT) {
      throw StopException.badInput(
          "The journal " + file + " is of format " + head.format() + ", which is not known here.",
          "Use the version of this program that began it.");
    }
    if (!seal.equals(head.seal())) {
      throw StopException.badInput(
          "The journal " + file + " belongs to another archive.",
          "Copy the tarball to a directory of its own and run this there.");
    }
    if (!target.equals(head.target())) {
      throw StopException.badInput(
          "The journal " + file + " belongs to an upload to another cloud.",
          "Copy the tarball to a directory of its own and run this there.");
    }
  }
}
