package org.cloudtransfer.simulator.keystone;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.cloudtransfer.simulator.http.Json;
import org.cloudtransfer.simulator.http.Refusal;
import org.cloudtransfer.simulator.http.Reply;
import org.cloudtransfer.simulator.http.Request;

/** Lets in who has a token that holds, as keystonemiddleware does in front of each service. */
public final class Gate {
  private final Tokens tokens;

  /** A gate that knows these tokens. */
  public Gate(Tokens tokens) {
    this.tokens = tokens;
  }

  /** The caller's token; a 401 if there is none that holds. */
  public Token admit(Request request) {
    return caller(request).orElseThrow(() -> new Refusal(unauthorized(request)));
  }

  /** The caller's token, if it holds. */
  public Optional<Token> caller(Request request) {
    return request.header("X-Auth-Token").flatMap(tokens::valid);
  }

  static Reply unauthorized(Request request) {
    return error(401, "Unauthorized", "The request you have made requires authentication.")
        .with("WWW-Authenticate", "Keystone uri=\"" + request.root() + "/identity/v3\"");
  }

  static Refusal notFound(String what, String id) {
    return new Refusal(error(404, "Not Found", "Could not find %s: %s.".formatted(what, id)));
  }

  static Reply error(int code, String title, String message) {
    ObjectNode error = Json.object().put("code", code).put("message", message).put("title", title);
    return Reply.json(code, Json.object("error", error));
  }
}
