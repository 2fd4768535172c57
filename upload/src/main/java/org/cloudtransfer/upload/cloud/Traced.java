package org.cloudtransfer.upload.cloud;

import java.util.function.Consumer;

/** Tells of every attempt: the ones that are ridden out, too. */
final class Traced implements Transport {
  private final Transport next;
  private final Consumer<String> trace;

  /**
   * @param trace takes a line for each call: method, address, and what came of it
   */
  Traced(Transport next, Consumer<String> trace) {
    this.next = next;
    this.trace = trace;
  }

  @Override
  public Answer send(Call call) {
    try {
      Answer answer = next.send(call);
      trace.accept(call + " -> " + answer.status());
      return answer;
    } catch (NoReplyException e) {
      trace.accept(call + " -> no answer");
      throw e;
    }
  }
}
