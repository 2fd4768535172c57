package org.cloudtransfer.simulator.http;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something that shall go wrong with a request, once unless {@link #times} says otherwise.
 *
 * <pre>{@code
 * Fault.on("POST", ".*&#47;os-keypairs").answer(429).retryAfter("1").times(2)
 * Fault.on("POST", ".*&#47;security-groups").drop().afterEffect()
 * Fault.on(".*", ".*").skip(10).run(simulator::expireTokens)
 * }</pre>
 *
 * A fault strikes before the service sees the request unless {@link #afterEffect()} is asked for:
 * then the service does its work and only the client is not told.
 */
public final class Fault {
  private final Pattern method;
  private final Pattern path;
  private int skip;
  private int times = 1;
  private Duration delay = Duration.ZERO;
  private Runnable action = () -> {};
  private Reply reply;
  private boolean drop;
  private boolean cut;
  private Moment moment = Moment.BEFORE_EFFECT;

  /** When in the life of a request a fault strikes. */
  enum Moment {
    BEFORE_EFFECT,
    AFTER_EFFECT,
    AFTER_ANSWER
  }

  private Fault(Pattern method, Pattern path) {
    this.method = method;
    this.path = path;
  }

  /** A fault for requests whose method and whole raw path fit these regular expressions. */
  public static Fault on(String method, String path) {
    return new Fault(Pattern.compile(method), Pattern.compile(path));
  }

  /** Strikes this many matching requests; the default is one. */
  public Fault times(int count) {
    times = count;
    return this;
  }

  /** Strikes every matching request from now on. */
  public Fault always() {
    return times(Integer.MAX_VALUE);
  }

  /** Lets this many matching requests pass first. */
  public Fault skip(int count) {
    skip = count;
    return this;
  }

  /**
   * Answers with this status and a body as Nova's front end has it (503: as a load balancer has
   * it).
   */
  public Fault answer(int status) {
    return answer(status == 503 ? Reply.html(503, "Service Unavailable") : computeFault(status));
  }

  /** Answers with this reply. */
  public Fault answer(Reply other) {
    reply = Objects.requireNonNull(other);
    return this;
  }

  /** Answers with an HTML page, as a proxy or a wrong endpoint does. */
  public Fault html(int status) {
    return answer(Reply.html(status, "It works!"));
  }

  /** Adds a Retry-After header to the answer, in seconds or as an HTTP date; needs an answer. */
  public Fault retryAfter(String value) {
    reply = reply.with("Retry-After", value);
    return this;
  }

  /** Closes the connection instead of answering. */
  public Fault drop() {
    drop = true;
    return this;
  }

  /** Sends half of the answer's body and closes the connection. */
  public Fault cut() {
    cut = true;
    return this;
  }

  /** Waits before going on (with the ordinary answer, if nothing else is asked for). */
  public Fault delay(Duration time) {
    delay = time;
    return this;
  }

  /** Runs this in the middle of the request. */
  public Fault run(Runnable something) {
    action = something;
    return this;
  }

  /** Strikes when the service has done its work. */
  public Fault afterEffect() {
    moment = Moment.AFTER_EFFECT;
    return this;
  }

  /** Strikes when the answer has been sent: only {@link #run} and {@link #delay} mean something. */
  public Fault afterAnswer() {
    moment = Moment.AFTER_ANSWER;
    return this;
  }

  Moment moment() {
    return moment;
  }

  boolean isCut() {
    return cut;
  }

  /** Whether this request is struck; counts. */
  synchronized boolean strikes(String requestMethod, String requestPath) {
    if (times == 0
        || !method.matcher(requestMethod).matches()
        || !path.matcher(requestPath).matches()) {
      return false;
    }
    if (skip > 0) {
      skip--;
      return false;
    }
    times--;
    return true;
  }

  /** Does what was ordered; the reply to give instead of the service's, if any. */
  Optional<Reply> strike() {
    Pause.of(delay);
    action.run();
    if (drop) {
      throw new Dropped();
    }
    return Optional.ofNullable(reply);
  }

  private static Reply computeFault(int status) {
    String kind =
        switch (status) {
          case 413, 429 -> "overLimit";
          case 400 -> "badRequest";
          case 403 -> "forbidden";
          case 404 -> "itemNotFound";
          case 409 -> "conflictingRequest";
          default -> "computeFault";
        };
    var detail = Json.object().put("code", status).put("message", "Ordered by the test.");
    return Reply.json(status, Json.object(kind, detail));
  }

  /** The connection is to be closed without an answer. */
  static final class Dropped extends RuntimeException {
    Dropped() {
      super("connection dropped on request", null, false, false);
    }
  }
}
