package org.cloudtransfer.simulator.keystone;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.cloudtransfer.simulator.http.Call;
import org.cloudtransfer.simulator.http.Refusal;
import org.cloudtransfer.simulator.http.Reply;

/** Who may do what: most of it is for administrators only. */
final class Policy {
  private final Gate gate;

  Policy(Gate gate) {
    this.gate = gate;
  }

  /** A handler for administrators only; others are told which action they may not perform. */
  Function<Call, Reply> admin(String action, BiFunction<Call, Token, Reply> handler) {
    return call -> {
      Token token = gate.admit(call.request());
      check(token.isAdmin(), action);
      return handler.apply(call, token);
    };
  }

  static void check(boolean allowed, String action) {
    if (!allowed) {
      String text = "You are not authorized to perform the requested action: identity:%s.";
      throw new Refusal(Gate.error(403, "Forbidden", text.formatted(action)));
    }
  }
}
