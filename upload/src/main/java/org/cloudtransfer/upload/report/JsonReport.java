package org.cloudtransfer.upload.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.Version;
import org.cloudtransfer.upload.plan.Outcome.Result;

/**
 * A report as one JSON object: {@code format} 1, {@code command}, {@code exit_code}, {@code counts}
 * by table and outcome, and {@code rows}, each with its key, outcome, reason and remedy.
 */
public final class JsonReport {
  private static final int FORMAT = 1;

  private JsonReport() {}

  public static String text(String command, ExitCode exitCode, Report report) {
    ObjectNode root = Json.object();
    root.put("format", FORMAT).put("tool", "cloudtransfer " + Version.text());
    root.put("command", command).put("exit_code", exitCode.number());
    ObjectNode counts = root.putObject("counts");
    report.counts().forEach((table, byResult) -> counts.set(table, counts(byResult)));
    root.set("rows", Json.outcomes(report.outcomes().toList()));
    return Json.text(root);
  }

  /** What a journal says, by table and state. */
  public static String ofStatus(Map<String, Map<String, Long>> counts) {
    ObjectNode root = Json.object();
    root.put("format", FORMAT).put("tool", "cloudtransfer " + Version.text());
    root.put("command", "status").put("exit_code", ExitCode.DONE.number());
    ObjectNode tables = root.putObject("counts");
    counts.forEach(
        (table, byState) -> {
          ObjectNode states = tables.putObject(table);
          byState.forEach((state, count) -> states.put(state.replace(' ', '_'), count));
        });
    return Json.text(root);
  }

  private static ObjectNode counts(Map<Result, Long> byResult) {
    ObjectNode node = Json.object();
    byResult.forEach((result, count) -> node.put(result.text(), count));
    return node;
  }
}
