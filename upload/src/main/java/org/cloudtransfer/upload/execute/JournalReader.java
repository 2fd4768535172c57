package org.cloudtransfer.upload.execute;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cloudtransfer.archive.Archive;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.cli.WholeFile;

/**
 * From the bytes of a journal to its entries. A last line without its end is an interrupted write
 * and does not count; any other line that cannot be read is an error.
 */
final class JournalReader {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** A journal of a million rows has a third of it. */
  static final int SIZE_MAX = 1 << 30;

  private JournalReader() {}

  /**
   * What the journal of a data directory says, without touching it.
   *
   * @return the entries in order; empty if there is no journal
   * @throws StopException if it cannot be read
   */
  static List<Entry> entries(Archive archive) {
    Path file = archive.directory().resolve(Archive.JOURNAL);
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      return parse(file, wholeLines(WholeFile.bytes(file, SIZE_MAX)));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
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
    String holder = "";
    for (String line : wholeLines(Files.readAllBytes(file))) {
      if (line.startsWith("{\"entry\":\"run\"")
          && JSON.readValue(line, Entry.class) instanceof Entry.Run run
          && run.pid() != null) {
        holder = ": " + new Holder(run.pid(), run.host(), run.at());
      }
    }
    return holder;
  }

  static List<String> wholeLines(byte[] bytes) {
    int end = endOfLines(bytes);
    String text = new String(bytes, 0, Math.max(end - 1, 0), StandardCharsets.UTF_8);
    return end == 0 ? List.of() : List.of(text.split("\n", -1));
  }

  static int endOfLines(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    return end;
  }

  static List<Entry> parse(Path file, List<String> lines) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Entry entry = parse(file, i + 1, lines.get(i));
      if (entry == null || (i == 0) != (entry instanceof Entry.Head)) {
        throw unreadable(file, i + 1, null);
      }
      entries.add(entry);
    }
    return entries;
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

  /** Insists that a journal belongs to an archive and a cloud. */
  static void requireSame(Path file, List<Entry> entries, String seal, String target) {
    if (entries.isEmpty() || !(entries.get(0) instanceof Entry.Head head)) {
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
