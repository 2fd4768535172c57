package org.cloudtransfer.upload.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.upload.cloud.Transport.Answer;
import org.cloudtransfer.upload.cloud.Transport.Call;
import org.openstack4j.model.identity.v3.Role;

/** The target, logged in. Threads share it. */
public final class Cloud {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Transport transport;
  private final Transport identity;
  private final Session session;
  private final Credentials credentials;
  private final Map<Service, URI> endpoints = new EnumMap<>(Service.class);
  private final AtomicLong requests = new AtomicLong();

  /**
   * @param identity to Keystone, which may want a token of another scope
   */
  private Cloud(Transport transport, Transport identity, Session session, Credentials credentials) {
    this.transport = transport;
    this.identity = identity;
    this.session = session;
    this.credentials = credentials;
  }

  /**
   * How to behave towards the target.
   *
   * @param inFlight requests under way at once, at most
   * @param requestsPerSecond 0 for no bound
   * @param timeout how long to wait for a whole answer
   * @param trace takes a line for each attempt of a request and its status; no secrets in it
   */
  public record Manners(
      int inFlight,
      double requestsPerSecond,
      Duration timeout,
      Clock clock,
      RandomGenerator random,
      Function<Duration, Duration> pause,
      Consumer<String> trace) {

    /** Bulk calls hold a worker of the target for seconds, and queues make them minutes. */
    public static final Duration TIMEOUT = Duration.ofMinutes(3);

    /** With the patience that a cloud needs. */
    public Manners(
        int inFlight,
        double requestsPerSecond,
        Clock clock,
        RandomGenerator random,
        Function<Duration, Duration> pause,
        Consumer<String> trace) {
      this(inFlight, requestsPerSecond, TIMEOUT, clock, random, pause, trace);
    }

    private Duration pauseTraced(Duration wanted) {
      trace.accept("waiting " + wanted.toMillis() + " ms before the next attempt");
      return pause.apply(wanted);
    }
  }

  /**
   * Logs in.
   *
   * @throws StopException with {@code UNREACHABLE} if that fails
   */
  public static Cloud login(Credentials credentials, Manners manners) {
    Transport http =
        new Traced(
            new JavaNetTransport(
                Tls.context(credentials.connection()),
                credentials.connection().proxies(),
                manners.timeout()),
            manners.trace());
    Transport paced =
        new Bounded(new Paced(http, manners.inFlight(), System::nanoTime), manners.inFlight());
    Backoff backoff = new Backoff(manners.clock(), manners.random());
    Transport retrying = new Retrying(paced, backoff, manners::pauseTraced);
    Transport limited =
        manners.requestsPerSecond() > 0
            ? new Limited(retrying, manners.requestsPerSecond())
            : retrying;
    return over(limited, credentials);
  }

  /** Logs in over any transport. */
  static Cloud over(Transport transport, Credentials credentials) {
    Session session = new Session(new Login(credentials, transport));
    Transport project = new Authenticating(transport, session);
    Transport system =
        credentials.systemScope()
            ? new Authenticating(
                transport, new Session(new Login(credentials.ofSystem(), transport)))
            : project;
    return new Cloud(project, system, session, credentials);
  }

  /**
   * Sends a request. Busy answers, expired tokens and, for repeatable requests, unclear outcomes
   * have been dealt with before this returns.
   *
   * @return any answer, also of 4xx and 5xx
   * @throws NoReplyException if the outcome is unknown
   */
  public Reply send(Request request) {
    return send(request, call(request, request.repeatable()));
  }

  private Reply send(Request request, Call call) {
    if (leadsElsewhere(request)) {
      return unsendable(request);
    }
    boolean keystone = request.service() == Service.IDENTITY;
    Answer answer = (keystone ? identity : transport).send(call);
    requests.incrementAndGet();
    return new Reply(answer.status(), json(request, answer));
  }

  /**
   * Sends a reading request that must succeed and be answered: something else with a 200, as
   * proxies have it, must not be taken for there being nothing.
   *
   * @param member that the answer has to have
   * @return that member
   * @throws StopException if it does not, or has not
   */
  public JsonNode read(Request request, String member) {
    return readWhole(request, member).path(member);
  }

  /** As {@link #read}, with all that the answer has beside the member. */
  public JsonNode readWhole(Request request, String member) {
    return checked(request, reading(request), member);
  }

  /**
   * As {@link #read}, of an object that may be missing.
   *
   * @return a missing node on 404
   */
  public JsonNode readIfThere(Request request, String member) {
    Reply reply = reading(request);
    return reply.status() == 404
        ? MissingNode.getInstance()
        : checked(request, reply, member).path(member);
  }

  /**
   * As {@link #readWhole}, of what this account may not be allowed to see.
   *
   * @return a missing node on 403
   */
  public JsonNode readWholeIfAllowed(Request request, String member) {
    Reply reply = reading(request);
    return reply.status() == 403 ? MissingNode.getInstance() : checked(request, reply, member);
  }

  private JsonNode checked(Request request, Reply reply, String member) {
    if (reply.ok() && reply.body().has(member)) {
      return reply.body();
    }
    if (reply.ok()) {
      throw unusable(request, reply.status() + " without any " + member);
    }
    throw reply.status() == 401 || reply.status() == 403
        ? notAllowed(request, reply)
        : unusable(request, reply.fault().toString());
  }

  /** Sends a reading request; whatever the answer, but an answer there must be. */
  public Reply reading(Request request) {
    try {
      return send(request);
    } catch (NoReplyException e) {
      throw StopException.unreachable(
          "The target does not answer: " + e.getMessage() + ".",
          "Check that service, then run this again: what is done is not done twice.",
          e);
    }
  }

  /**
   * Sends a reading request that may be too much for the target: what fails is not tried again.
   *
   * @throws NoReplyException if there is no answer
   */
  public Reply readingOnce(Request request) {
    return send(request, call(request, false));
  }

  /** Identifies the cloud and region, whatever the address it is reached by. */
  public String identity() {
    return catalog().identity();
  }

  /** The project that the token is for; Nova counts key pairs against its limit. */
  public String callerProject() {
    return Optional.ofNullable(session.token().body().getProject())
        .map(project -> project.getId())
        .orElse("");
  }

  public String callerUser() {
    return session.token().body().getUser().getId();
  }

  /** The names of the roles that the account has where it logged in. */
  public List<String> callerRoles() {
    List<? extends Role> roles = session.token().body().getRoles();
    return roles == null ? List.of() : roles.stream().map(Role::getName).toList();
  }

  /** Requests answered so far. */
  public long requests() {
    return requests.get();
  }

  /**
   * Finds a service's endpoint, so that a wrong region is an error before anything is written.
   *
   * @throws StopException if the catalog lacks it
   */
  public URI endpoint(Service service) {
    synchronized (endpoints) {
      return endpoints.computeIfAbsent(service, catalog()::endpoint);
    }
  }

  private Catalog catalog() {
    return new Catalog(session.token().body(), credentials);
  }

  private Call call(Request request, boolean repeatable) {
    String body = request.body() == null ? null : request.body().toString();
    return new Call(request.method().name(), uri(request), headers(request), body, repeatable);
  }

  /**
   * Such a segment, percent-encoded or not, means another address to servers and proxies (RFC 3986,
   * 5.2.4 and 6.2.2): {@code DELETE os-keypairs/..} would not be about a key pair.
   */
  private static boolean leadsElsewhere(Request request) {
    return request.path().stream().anyMatch(Set.of("", ".", "..")::contains);
  }

  /** As a service answers of what it does not have, or refuses what it cannot take. */
  private static Reply unsendable(Request request) {
    ObjectNode body = JSON.createObjectNode();
    body.putObject("badRequest")
        .put("message", "no address can hold a name like '.', so nothing was sent");
    return new Reply(request.method() == Request.Method.GET ? 404 : 400, body);
  }

  private static Map<String, String> headers(Request request) {
    Map<String, String> headers = new HashMap<>();
    if (request.microversion() != null) {
      headers.put("X-OpenStack-Nova-API-Version", request.microversion());
      headers.put("OpenStack-API-Version", "compute " + request.microversion());
    }
    return headers;
  }

  private URI uri(Request request) {
    StringBuilder uri = new StringBuilder(endpoint(request.service()).toString());
    request.path().forEach(segment -> uri.append('/').append(encode(segment)));
    for (int i = 0; i < request.query().size(); i += 2) {
      uri.append(i == 0 ? '?' : '&').append(encode(request.query().get(i)));
      uri.append('=').append(encode(request.query().get(i + 1)));
    }
    return URI.create(uri.toString());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static JsonNode json(Request request, Answer answer) {
    if (answer.body() == null || answer.body().isBlank()) {
      return MissingNode.getInstance();
    }
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      if (answer.status() / 100 == 2) {
        throw new NoReplyException(
            request.method() + " of the " + request.service() + " service got no JSON", true, e);
      }
      return MissingNode.getInstance();
    }
  }

  private StopException notAllowed(Request request, Reply reply) {
    return new StopException(
        ExitCode.UNREACHABLE,
        "The target does not let this account read "
            + String.join("/", request.path())
            + " of the "
            + request.service().types().get(0)
            + " service: "
            + reply.fault()
            + ".",
        "Log in with an account that has the admin role.");
  }

  private StopException unusable(Request request, String why) {
    return new StopException(
        ExitCode.UNREACHABLE,
        "The target cannot be read: GET "
            + uri(request)
            + " answered "
            + why
            + ". What is at "
            + endpoint(request.service())
            + " may not be that service.",
        "Check the endpoint in the catalog and the service behind it.");
  }
}
