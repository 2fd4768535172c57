package org.cloudtransfer.upload.execute;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
      entries = entries(data);
      entries.forEach(entry -> JournalReader.requireSame(FILE, entry, "seal", "target"));
    } catch (StopException stop) {
      Refusal.check(stop);
      return;
    }
    JournalState state = new JournalState();
    entries.forEach(state::apply);
    state.settle();
    state.mayDouble();
    Status.of(entries, Map.of()).lines();
    Deeds deeds = new Deeds();
    try {
      entries.forEach(deeds::apply);
      deeds.all();
    } catch (StopException stop) {
      Refusal.check(stop);
    }
    String again = entries.stream().map(entry -> line(entry) + "\n").collect(Collectors.joining());
    if (!entries(again.getBytes(StandardCharsets.UTF_8)).equals(entries)) {
      throw new AssertionError("not the same again: " + entries);
    }
  }

  private static List<Entry> entries(byte[] data) {
    List<Entry> entries = new ArrayList<>();
    try {
      JournalReader.read(FILE, new ByteArrayInputStream(data), data.length, entries::add);
    } catch (IOException e) {
      throw new AssertionError("memory cannot be read", e);
    }
    return entries;
  }

  private static String line(Entry entry) {
    try {
      return JSON.writeValueAsString(entry);
    } catch (JsonProcessingException e) {
      throw new AssertionError("cannot be written again: " + entry, e);
    }
  }
}
