package org.cloudtransfer.download;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.cloudtransfer.archive.Manifest;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.Version;

/**
 * The result as one JSON object: {@code format} 1, {@code tool}, {@code command}, {@code
 * exit_code}; then what the command adds.
 */
final class JsonResult {
  private static final int FORMAT = 1;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final ObjectNode root = JSON.createObjectNode();

  JsonResult(String command, ExitCode exitCode) {
    root.put("format", FORMAT).put("tool", "cloudtransfer " + Version.text());
    root.put("command", command).put("exit_code", exitCode.number());
  }

  JsonResult tarball(Path tarball) {
    root.put("tarball", tarball.toString());
    return this;
  }

  /** The databases that were read, as in the manifest. */
  JsonResult sources(List<Manifest.Source> sources) {
    root.set("sources", JSON.valueToTree(sources));
    return this;
  }

  JsonResult tables(List<Tally> tallies) {
    ArrayNode tables = root.putArray("tables");
    tallies.forEach(
        tally ->
            tables
                .addObject()
                .put("table", tally.table())
                .put("rows", tally.rows())
                .put("withheld", tally.withheld())
                .put("seconds", tally.took().toMillis() / 1000.0));
    return this;
  }

  JsonResult withheld(List<Withheld> rows) {
    root.set("withheld", JSON.valueToTree(rows));
    return this;
  }

  JsonResult findings(Findings findings) {
    root.set("findings", JSON.valueToTree(findings.all()));
    return this;
  }

  /** What was said on standard error. */
  JsonResult warnings(List<String> lines) {
    root.set("warnings", JSON.valueToTree(lines));
    return this;
  }

  JsonResult statements(List<Statement> statements) {
    root.set("statements", JSON.valueToTree(statements));
    return this;
  }

  /**
   * A SELECT that would be run.
   *
   * @param database that it is for, e.g. {@code nova_api}
   * @param parameters of each {@code ?} its values, sorted
   */
  record Statement(String about, String database, String sql, List<List<String>> parameters) {}

  String text() {
    try {
      return JSON.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
