package org.cloudtransfer.reliability;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.cloudtransfer.simulator.http.Fault;
import org.cloudtransfer.simulator.http.LoggedRequest;
import org.cloudtransfer.simulator.http.RequestLog;

/**
 * Requests that are alike: of one method and path, in one phase of a run.
 *
 * @param column under which the matrix shows it
 * @param skip how many requests of this method and path come before the first of this kind
 */
record RequestKind(String column, String method, String path, int skip) {
  static final String RENEWAL = "renewed log-in";

  private static final String LOG_IN = ".*/auth/tokens";
  private static final Pattern ID =
      Pattern.compile(
          "(?<=/(users|projects|os-quota-sets|quotas|security-group-rules|v3)/)(?!auth|users"
              + "|projects|domains|defaults)[^/]+");

  /** All kinds of a run that nobody disturbed, in the order in which they first come. */
  static List<RequestKind> of(List<LoggedRequest> run) {
    int first =
        IntStream.range(0, run.size()).filter(i -> run.get(i).isWrite()).min().orElseThrow();
    int last = IntStream.range(0, run.size()).filter(i -> run.get(i).isWrite()).max().orElseThrow();
    Map<String, Integer> seen = new LinkedHashMap<>();
    Map<String, RequestKind> kinds = new LinkedHashMap<>();
    for (int i = 0; i < run.size(); i++) {
      LoggedRequest request = run.get(i);
      String column = column(request, i < first ? "read" : i > last ? "verify" : "between");
      String path = ID.matcher(request.path()).replaceAll("[^/]+");
      int skip = seen.merge(request.method() + path, 1, Integer::sum) - 1;
      kinds.putIfAbsent(
          column + request.method() + path, new RequestKind(column, request.method(), path, skip));
    }
    List<RequestKind> all = new ArrayList<>(kinds.values());
    all.add(1, new RequestKind(RENEWAL, "POST", LOG_IN, 1));
    return all;
  }

  private static String column(LoggedRequest request, String phase) {
    String path = request.path();
    if (path.matches(LOG_IN)) {
      return "log-in";
    }
    if (!request.isWrite()) {
      return phase.equals("between") ? "default group" : phase;
    }
    return request.method().equals("DELETE")
        ? "remove rule"
        : path.endsWith("/os-keypairs")
            ? "key pair"
            : path.endsWith("/security-groups")
                ? "groups"
                : path.endsWith("/security-group-rules") ? "rules" : "quotas";
  }

  Fault fault() {
    return Fault.on(method, path).skip(skip);
  }

  /** Whether there was one. */
  boolean came(RequestLog log) {
    return log.all().stream()
            .filter(r -> r.method().equals(method) && r.path().matches(path))
            .count()
        > skip;
  }

  @Override
  public String toString() {
    return column + ": " + method + " " + path + " #" + skip;
  }
}
