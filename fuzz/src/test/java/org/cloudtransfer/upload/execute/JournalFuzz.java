package org.cloudtransfer.upload.execute;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.fuzz.Refusal;

/** The journal, up to what its lines add up to. */
public final class JournalFuzz {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FILE = Path.of("upload-journal.jsonl");

  private JournalFuzz() {}

  /** What was read adds up, and reads the same when written again. */
  public static void read(byte[] data) {
    List<Entry> entries;
    try {
      entries = JournalReader.parse(FILE, JournalReader.wholeLines(data));
      JournalReader.requireSame(FILE, entries, "seal", "target");
    } catch (StopException stop) {
      Refusal.check(stop);
      return;
    }
    JournalState state = new JournalState();
    entries.forEach(state::apply);
    state.settle();
    state.mayDouble();
    Status.of(entries).lines();
    try {
      Deeds.of(entries);
    } catch (StopException stop) {
      Refusal.check(stop);
    }
    if (!JournalReader.parse(FILE, entries.stream().map(JournalFuzz::line).toList())
        .equals(entries)) {
      throw new AssertionError("not the same again: " + entries);
    }
  }

  private static String line(Entry entry) {
    try {
      return JSON.writeValueAsString(entry);
    } catch (JsonProcessingException e) {
      throw new AssertionError("cannot be written again: " + entry, e);
    }
  }
}
