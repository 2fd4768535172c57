package org.cloudtransfer.simulator.http;

/**
 * A service's "no", thrown from wherever it is found out; {@link Routes} turns it into its reply.
 */
public final class Refusal extends RuntimeException {
  private final transient Reply reply;

  /** A refusal that is answered with {@code reply}. */
  public Refusal(Reply reply) {
    super(reply.status() + " " + reply.body(), null, false, false);
    this.reply = reply;
  }

  /** What the client is told. */
  public Reply reply() {
    return reply;
  }
}
