package org.cloudtransfer.upload.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.upload.cloud.Request;
import org.cloudtransfer.upload.cloud.Service;
import org.cloudtransfer.upload.plan.Action;
import org.cloudtransfer.upload.plan.Action.Verb;
import org.cloudtransfer.upload.plan.Plan;

/**
 * A plan as a bash script of curl calls: a commented block for each action, in order, the IDs of
 * new groups caught in variables. The token comes from the environment and reaches curl by a file
 * descriptor, so that it stands neither in the script nor in the list of processes.
 */
public final class Script {
  private static final String HEAD =
      """
      #!/usr/bin/env bash
      # Replays a plan of cloudtransfer: %d actions for the cloud %s.
      # Needs curl and jq, and a token of an administrator:
      #   export OS_TOKEN=$(openstack token issue -f value -c id)
      # It stops at the first refusal. Run once: what it makes a second time is refused or doubled.
      set -euo pipefail
      : "${OS_TOKEN:?is not set}"

      # call METHOD URL BODY [HEADER...] prints the answer, or fails with it
      call() {
        local method=$1 url=$2 body=$3 header args=() answer status
        shift 3
        for header; do args+=(-H "$header"); done
        if [ -n "$body" ]; then args+=(-H 'Content-Type: application/json' --data-binary "$body"); fi
        answer=$(curl -sS -X "$method" -K <(printf 'header = "X-Auth-Token: %%s"\\n' "$OS_TOKEN") \\
          -w '\\n%%{http_code}' ${args[@]+"${args[@]}"} "$url")
        status=${answer##*$'\\n'}
        answer=${answer%%$'\\n'*}
        case $status in
          2??) printf '%%s' "$answer" ;;
          *) printf '%%s %%s: HTTP %%s: %%s\\n' "$method" "$url" "$status" "$answer" >&2; return 1 ;;
        esac
      }

      """;

  /** What tells automatic rules of one group apart, beside whether they name it. */
  private static final List<String> RULE_FIELDS =
      List.of(
          "direction",
          "ethertype",
          "protocol",
          "port_range_min",
          "port_range_max",
          "remote_ip_prefix",
          "remote_address_group_id");

  private final Map<String, Integer> groups = new LinkedHashMap<>();
  private final StringBuilder text = new StringBuilder();

  private Script() {}

  /**
   * @param endpoints the base URLs of the services
   */
  public static String text(Plan plan, Function<Service, URI> endpoints) {
    Script script = new Script();
    List<Action> actions = plan.actions().stream().flatMap(a -> single(a).stream()).toList();
    script.text.append(String.format(HEAD, actions.size(), plain(plan.target())));
    actions.stream()
        .map(action -> action.request().service())
        .distinct()
        .sorted()
        .forEach(s -> script.line(s.name() + "=" + quoted(endpoints.apply(s).toString())));
    actions.forEach(script::block);
    script.line("echo 'Done.'");
    return script.text.toString();
  }

  /** Groups one by one, so that each one's ID can be caught. */
  private static List<Action> single(Action action) {
    boolean groups =
        action.verb() == Verb.CREATE
            && !action.forecast().ids().isEmpty()
            && !action.split().isEmpty();
    return groups ? action.split() : List.of(action);
  }

  private void block(Action action) {
    text.append('\n');
    for (RowKey row : action.rows()) {
      line("# " + action.verb().text() + "  " + plain(row.table() + "  " + row));
    }
    List<String> made = new ArrayList<>(action.forecast().ids().values());
    if (made.isEmpty()) {
      line(lookup(action) + call(action.request()) + " > /dev/null");
    } else {
      line("answer=$(" + call(action.request()) + ")");
      catchGroup(made.get(0), action.request());
    }
  }

  /** What may stand in a comment: a line break would end it. */
  private static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }

  private void catchGroup(String placeholder, Request request) {
    groups.put(placeholder, groups.size() + 1);
    int n = groups.get(placeholder);
    String group =
        request.method() == Request.Method.GET
            ? ".security_groups[] | select(.name == \"default\")"
            : ".security_group";
    line("group=$(printf '%s' \"$answer\" | jq -c '" + group + "')");
    line("GROUP_" + n + "=$(printf '%s' \"$group\" | jq -r .id)");
    line("RULES_" + n + "=$(printf '%s' \"$group\" | jq -c .security_group_rules)");
  }

  /** An automatic rule has no ID yet: it is found in what Neutron answered. */
  private String lookup(Action action) {
    List<String> path = action.request().path();
    String last = path.get(path.size() - 1);
    if (!last.startsWith("new:")) {
      return "";
    }
    int n = groups.get(last.substring(0, last.lastIndexOf('/')));
    JsonNode rule = action.before();
    String same =
        RULE_FIELDS.stream()
            .map(
                field -> "." + field + " == " + (rule.hasNonNull(field) ? rule.get(field) : "null"))
            .collect(Collectors.joining(" and "));
    String filter =
        String.format(
            "[.[] | select(%s and (.remote_group_id == null) == %s)][0].id",
            same, !rule.hasNonNull("remote_group_id"));
    return "rule=$(printf '%s' \"$RULES_" + n + "\" | jq -r " + quoted(filter) + ")\n";
  }

  private String call(Request request) {
    StringBuilder call = new StringBuilder("call " + request.method() + " " + url(request) + " ");
    call.append(request.body() == null ? "''" : body(request.body()));
    if (request.microversion() != null) {
      call.append(" 'X-OpenStack-Nova-API-Version: ").append(request.microversion()).append("'");
    }
    return call.toString();
  }

  private static String url(Request request) {
    String path =
        request.path().stream()
            .map(segment -> segment.startsWith("new:") ? "'\"$rule\"'" : encode(segment))
            .collect(Collectors.joining("/", "/", ""));
    StringBuilder query = new StringBuilder();
    for (int i = 0; i < request.query().size(); i += 2) {
      query.append(i == 0 ? '?' : '&').append(encode(request.query().get(i)));
      query.append('=').append(encode(request.query().get(i + 1)));
    }
    return "\"$" + request.service().name() + "\"'" + path + query + "'";
  }

  private static String encode(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("'", "%27");
  }

  /** The body in single quotes, with references to groups that were made before. */
  private String body(JsonNode body) {
    JsonNode copy = body.deepCopy();
    Map<String, String> references = new LinkedHashMap<>();
    copy.findParents("security_group_id").forEach(p -> refer(p, "security_group_id", references));
    copy.findParents("remote_group_id").forEach(p -> refer(p, "remote_group_id", references));
    String text = quoted(copy.toString());
    for (Map.Entry<String, String> reference : references.entrySet()) {
      text = text.replace(reference.getKey(), "'\"" + reference.getValue() + "\"'");
    }
    return text;
  }

  /** A random mark, which no name can hold, stands for the group until the text is quoted. */
  private void refer(JsonNode parent, String field, Map<String, String> references) {
    Integer n = groups.get(parent.path(field).asText());
    if (n != null) {
      String mark = UUID.randomUUID().toString();
      ((ObjectNode) parent).put(field, mark);
      references.put(mark, "$GROUP_" + n);
    }
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
