package org.cloudtransfer.conformance;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cloudtransfer.download.DownloadInProcess;
import org.cloudtransfer.upload.UploadInProcess;

/** One run of a program, and what it said. */
record Run(int code, String out, String err) {
  private static final List<String> COLUMNS =
      List.of("created", "updated", "same", "withheld", "n/a", "failed", "rows");
  private static final Set<String> SUBCOMMANDS = Set.of("plan", "map", "verify", "status");

  /** The first option may be a subcommand. */
  static Run upload(Map<String, String> env, Path tarball, String... options) {
    List<String> args = new ArrayList<>(Arrays.asList(options));
    int at = !args.isEmpty() && SUBCOMMANDS.contains(args.get(0)) ? 1 : 0;
    args.addAll(at, List.of("-vv", "--tarball", tarball.toString()));
    return run((out, err) -> UploadInProcess.run(env, out, err, args.toArray(String[]::new)));
  }

  static Run download(String... args) {
    return run((out, err) -> DownloadInProcess.run(Map.of(), out, err, args));
  }

  private interface Program {
    int run(PrintStream out, PrintStream err);
  }

  private static Run run(Program program) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        program.run(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** A number of the closing table, e.g. {@code count("keypairs", "created")}. */
  int count(String table, String column) {
    return out.lines()
        .map(line -> line.trim().split("\\s+"))
        .filter(words -> words.length == COLUMNS.size() + 1 && words[0].equals(table))
        .map(words -> Integer.parseInt(words[COLUMNS.indexOf(column) + 1]))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no table line for " + table + ":\n" + this));
  }

  /** The requests that asked for a change; logging in is none. */
  List<String> writes() {
    return requests().stream()
        .filter(line -> !line.startsWith("GET ") && !line.startsWith("HEAD "))
        .filter(line -> !line.contains("/auth/tokens"))
        .toList();
  }

  /** All requests, e.g. {@code GET http://127.0.0.1:1/v3/domains -> 200}. */
  List<String> requests() {
    return err.lines().filter(line -> line.matches("(GET|HEAD|POST|PUT|PATCH|DELETE) .*")).toList();
  }

  /** Output and remarks. */
  String said() {
    return out + err;
  }

  @Override
  public String toString() {
    return "exit code " + code + "\n" + out + "\n" + err;
  }
}
