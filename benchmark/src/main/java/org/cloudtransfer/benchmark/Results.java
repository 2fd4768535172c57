package org.cloudtransfer.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cloudtransfer.benchmark.Line.Verdict;

/** All lines of a run, as a table and as JSON. */
record Results(List<Line> lines, Instant time, String load) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A table in Markdown, with the machine above it. */
  String table() {
    StringBuilder text = new StringBuilder();
    text.append(
        "Measured %s: %s; load average at the start %s.%n%n".formatted(day(), machine(), load));
    text.append(
        "| what | goal | measured: median (from–to) | met | remark |\n|---|---|---|---|---|\n");
    for (Line line : lines) {
      text.append(
          "| %s | %s | %s | %s | %s |%n"
              .formatted(line.what(), line.wanted(), measured(line), word(line), line.note()));
    }
    return text.toString();
  }

  private String day() {
    return time.truncatedTo(ChronoUnit.MINUTES)
        .toString()
        .replace('T', ' ')
        .replace(":00Z", " UTC");
  }

  private static String measured(Line line) {
    return line.measured().isEmpty()
        ? "–"
        : (new Spread(line.measured()).text() + " " + line.unit()).strip();
  }

  private static String word(Line line) {
    return switch (line.verdict()) {
      case MET -> "yes";
      case MISSED -> "**no**";
      case FIGURE -> "";
      case SKIPPED -> "left out";
    };
  }

  private static String machine() {
    return "%d cores, Java %s, %s"
        .formatted(Runtime.getRuntime().availableProcessors(), Runtime.version(), processor());
  }

  private static String processor() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.replaceFirst(".*: ", ""))
          .findFirst()
          .orElse("unknown processor");
    } catch (IOException e) {
      return "unknown processor";
    }
  }

  String json() throws IOException {
    ObjectNode root =
        JSON.createObjectNode().put("time", time.toString()).put("machine", machine());
    root.put("load", load);
    for (Line line : lines) {
      ObjectNode one = root.withArray("lines").addObject();
      one.put("what", line.what()).put("goal", line.wanted()).put("unit", line.unit());
      line.measured().forEach(one.putArray("measured")::add);
      one.put("verdict", line.verdict().name().toLowerCase(Locale.ROOT)).put("note", line.note());
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  boolean anyMissed() {
    return lines.stream().anyMatch(line -> line.verdict() == Verdict.MISSED);
  }
}
