package org.cloudtransfer.simulator.http;

import java.util.Map;

/** A request whose route is known: the variables of the path template, decoded. */
public record Call(Request request, Map<String, String> variables) {

  /** A variable of the template. */
  public String variable(String name) {
    return variables.get(name);
  }

  /** The query. */
  public Query query() {
    return request.query();
  }
}
