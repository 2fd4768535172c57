package org.cloudtransfer.upload.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.cli.WholeFile;
import org.cloudtransfer.resource.NovaQuota;
import org.cloudtransfer.upload.cloud.Request;
import org.cloudtransfer.upload.plan.Action;
import org.cloudtransfer.upload.plan.Estimate;
import org.cloudtransfer.upload.plan.Finding;
import org.cloudtransfer.upload.plan.Plan;

/**
 * A plan as JSON: {@code format} 1, {@code seal} and {@code target} that it is for, {@code actions}
 * with their requests (IDs of groups yet to be made read {@code new:SOURCE-ID}), {@code rows} with
 * what becomes of each, {@code findings}, the gravest first, and an {@code estimate}.
 */
public final class PlanFile {
  private static final int FORMAT = 1;
  private static final int SIZE_MAX = 512 << 20;

  /** Where the user stands in the row of a Nova limit. */
  private static final int USER = 2;

  private PlanFile() {}

  /** A plan with what a person should know of it; only the actions count when it is applied. */
  public static String json(Plan plan, List<Finding> findings, Estimate estimate) {
    ObjectNode root = Json.object();
    root.put("format", FORMAT).put("seal", plan.seal()).put("target", plan.target());
    root.set("findings", FindingReport.json(findings));
    root.set("estimate", FindingReport.json(estimate));
    ArrayNode actions = root.putArray("actions");
    plan.actions().forEach(action -> actions.add(action(action)));
    root.set("rows", Json.outcomes(plan.outcomes()));
    return Json.text(root);
  }

  private static ObjectNode action(Action action) {
    Request request = action.request();
    ObjectNode node = Json.object();
    node.put("kind", action.kind().text()).put("verb", action.verb().text());
    ArrayNode rows = node.putArray("rows");
    action.rows().forEach(row -> rows.add(Json.row(row)));
    if (!action.before().isMissingNode()) {
      node.set("before", action.before());
    }
    ObjectNode call = node.putObject("request");
    call.put("method", request.method().name());
    call.put("service", request.service().name().toLowerCase(Locale.ROOT));
    call.put("path", "/" + String.join("/", request.path()));
    ArrayNode query = call.putArray("query");
    request.query().forEach(query::add);
    call.put("microversion", request.microversion());
    call.set("body", request.body());
    return node;
  }

  /**
   * Insists that a plan made now does nothing that a saved one does not.
   *
   * @throws StopException if the saved plan is for another archive or cloud, or the target has
   *     changed in what matters
   */
  public static void requireFresh(Path file, Plan now) {
    JsonNode saved = read(file);
    if (!saved.path("seal").asText().equals(now.seal())
        || !saved.path("target").asText().equals(now.target())) {
      throw StopException.badInput(
          "The plan " + file + " was made for another archive or another cloud.",
          "Make a plan for these two with `upload plan --out`.");
    }
    Set<String> planned = new TreeSet<>();
    saved.path("actions").forEach(action -> planned.addAll(signatures(action)));
    planned.addAll(inherited(saved));
    for (Action action : now.actions()) {
      for (String signature : signatures(action(action))) {
        if (!planned.contains(signature)) {
          throw StopException.badInput(
              "The plan " + file + " is stale: it does not have " + signature + ".",
              "The target, the map or the options have changed; make a new plan and look at it.");
        }
      }
    }
  }

  private static JsonNode read(Path file) {
    try {
      JsonNode saved = Json.parse(WholeFile.text(file, SIZE_MAX));
      if (saved.path("format").asInt() == FORMAT) {
        return saved;
      }
      throw StopException.badInput(
          file + " is no plan of format " + FORMAT + ".", "Make one with `upload plan --out`.");
    } catch (JsonProcessingException e) {
      throw StopException.badInput(
          file + " is no plan: it is not JSON.", "Make one with `upload plan --out`.");
    } catch (IOException e) {
      throw new StopException(
          ExitCode.BAD_INPUT,
          "The plan " + file + " cannot be read: " + e.getMessage() + ".",
          "Name a file that `upload plan --out` wrote.",
          e);
    }
  }

  /**
   * What a plan made in mid-way says of users' limits: a user without one of his own shows the
   * project's, and so, once this plan has set that, the new one.
   */
  private static Set<String> inherited(JsonNode saved) {
    Map<List<String>, NovaLimit> ofProjects = new HashMap<>();
    novaLimits(saved)
        .filter(limit -> limit.part(USER).isEmpty())
        .forEach(limit -> ofProjects.put(limit.where(), limit));
    return novaLimits(saved)
        .filter(limit -> !limit.part(USER).isEmpty() && ofProjects.containsKey(limit.where()))
        .filter(limit -> limit.former().equals(ofProjects.get(limit.where()).former()))
        .map(limit -> limit.signature(ofProjects.get(limit.where()).wanted().asText()))
        .collect(Collectors.toSet());
  }

  private static Stream<NovaLimit> novaLimits(JsonNode saved) {
    return StreamSupport.stream(saved.path("actions").spliterator(), false)
        .flatMap(
            action ->
                StreamSupport.stream(action.path("rows").spliterator(), false)
                    .map(row -> new NovaLimit(action, row)))
        .filter(limit -> limit.part(0).equals(NovaQuota.TABLE.name()));
  }

  /** A limit that an action sets; its row is the table, project, user and resource. */
  private record NovaLimit(JsonNode action, JsonNode row) {
    String part(int index) {
      return row.path(index).asText();
    }

    List<String> where() {
      return List.of(part(USER - 1), part(USER + 1));
    }

    JsonNode former() {
      return action.path("before").path(part(USER + 1));
    }

    JsonNode wanted() {
      return action.path("request").path("body").path("quota_set").path(part(USER + 1));
    }

    String signature(String former) {
      return PlanFile.signature(action, row, former, owner(action, 0));
    }
  }

  /** By row, for requests may be cut into other bulks; with the former value of just that row. */
  private static Set<String> signatures(JsonNode action) {
    Set<String> signatures = new TreeSet<>();
    JsonNode rows = action.path("rows");
    for (int i = 0; i < rows.size(); i++) {
      JsonNode row = rows.get(i);
      JsonNode before = action.path("before");
      String former =
          before.has("security_group_id")
              ? rule(before)
              : before.path(row.path(row.size() - 1).asText()).asText("");
      signatures.add(signature(action, row, former, owner(action, i)));
    }
    return signatures;
  }

  private static String signature(JsonNode action, JsonNode row, String former, String owner) {
    return action.path("verb").asText()
        + " "
        + row
        + (former.isEmpty() ? "" : " from " + former)
        + (owner.isEmpty() ? "" : " for " + owner);
  }

  /** A rule to be removed; not by IDs, for its group may be yet to be made when the plan is. */
  private static String rule(JsonNode before) {
    ObjectNode rule = before.deepCopy();
    boolean itself = rule.path("remote_group_id").equals(rule.path("security_group_id"));
    rule.remove(List.of("id", "security_group_id", "project_id"));
    return (itself ? rule.put("remote_group_id", "itself") : rule).toString();
  }

  /** Whose a row will be in the target: the user or the project, which the maps tell. */
  private static String owner(JsonNode action, int index) {
    JsonNode request = action.path("request");
    if (request.path("method").asText().equals("PUT")) {
      return request.path("path").asText() + request.path("query");
    }
    JsonNode body = request.path("body");
    JsonNode inner = body.isEmpty() ? body : body.elements().next();
    JsonNode item = inner.isArray() ? inner.path(index) : inner;
    return item.path("user_id").asText(item.path("project_id").asText(""));
  }
}
