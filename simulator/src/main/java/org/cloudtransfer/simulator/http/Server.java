package org.cloudtransfer.simulator.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.cloudtransfer.simulator.http.Fault.Moment;

/** The JDK's HTTP server in front of one {@link Service}: latency, faults and the log are here. */
public final class Server implements AutoCloseable {
  static {
    // Without it every second reply on a kept-alive connection waits 40 ms for a delayed ACK.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
  }

  private final HttpServer http;
  private final String scheme;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "simulator");
            thread.setDaemon(true);
            return thread;
          });
  private final Duration latency;
  private final Service service;
  private final Function<Request, String> callers;
  private final Faults faults = new Faults();
  private final RequestLog log = new RequestLog();

  /**
   * Starts serving on 127.0.0.1.
   *
   * @param port 0 for any free one
   * @param clientCertificates whether only clients with a trusted certificate are served
   * @param callers names the caller of a request for the log
   */
  public Server(
      int port,
      Optional<SSLContext> tls,
      boolean clientCertificates,
      Duration latency,
      Service service,
      Function<Request, String> callers) {
    this.latency = latency;
    this.service = service;
    this.callers = callers;
    this.scheme = tls.isPresent() ? "https" : "http";
    this.http = bound(port, tls, clientCertificates);
    http.setExecutor(threads);
    http.createContext("/", this::exchange);
    http.start();
  }

  private static HttpServer bound(int port, Optional<SSLContext> tls, boolean clientCertificates) {
    InetSocketAddress address = new InetSocketAddress("127.0.0.1", port);
    try {
      if (tls.isEmpty()) {
        return HttpServer.create(address, 256);
      }
      HttpsServer https = HttpsServer.create(address, 256);
      https.setHttpsConfigurator(configurator(tls.get(), clientCertificates));
      return https;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on " + address, e);
    }
  }

  private static HttpsConfigurator configurator(SSLContext tls, boolean clientCertificates) {
    return new HttpsConfigurator(tls) {
      @Override
      public void configure(HttpsParameters parameters) {
        SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
        wanted.setNeedClientAuth(clientCertificates);
        parameters.setSSLParameters(wanted);
      }
    };
  }

  /** Where the server listens, without a slash at the end. */
  public String url() {
    return scheme + "://127.0.0.1:" + http.getAddress().getPort();
  }

  /** What shall go wrong. */
  public Faults faults() {
    return faults;
  }

  /** What was asked. */
  public RequestLog log() {
    return log;
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }

  private void exchange(HttpExchange exchange) throws IOException {
    Request request = read(exchange);
    try {
      Answer answer = answer(request);
      note(exchange, request, answer.isCut() ? 0 : answer.reply().status());
      send(exchange, request, answer);
    } catch (Fault.Dropped e) {
      note(exchange, request, 0);
    } finally {
      exchange.close();
    }
    fault(Moment.AFTER_ANSWER, request).ifPresent(Fault::strike);
  }

  /** A reply, and whether only half of it arrives. */
  private record Answer(Reply reply, boolean isCut) {}

  private Answer answer(Request request) {
    Pause.of(latency);
    Optional<Fault> before = fault(Moment.BEFORE_EFFECT, request);
    Optional<Reply> instead = before.flatMap(Fault::strike);
    if (instead.isPresent()) {
      return new Answer(instead.get(), before.get().isCut());
    }
    Reply reply = served(request);
    Optional<Fault> after = fault(Moment.AFTER_EFFECT, request);
    return new Answer(
        after.flatMap(Fault::strike).orElse(reply), after.map(Fault::isCut).orElse(false));
  }

  private Optional<Fault> fault(Moment moment, Request request) {
    return faults.at(moment, request.method(), request.path());
  }

  /** A bug of the simulator must not look like a dropped connection. */
  private Reply served(Request request) {
    try {
      return service.answer(request);
    } catch (RuntimeException e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      return new Reply(500, Map.of("Content-Type", "text/plain"), "simulator bug: " + trace);
    }
  }

  private Request read(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getRawPath(),
        Query.of(exchange.getRequestURI().getRawQuery()),
        headers,
        new String(exchange.getRequestBody().readAllBytes(), UTF_8),
        scheme + "://" + headers.getOrDefault("host", url().substring(scheme.length() + 3)));
  }

  private void note(HttpExchange exchange, Request request, int status) {
    String query = exchange.getRequestURI().getRawQuery();
    log.add(
        new LoggedRequest(
            request.method(),
            request.path(),
            query == null ? "" : query,
            status,
            request.text(),
            callers.apply(request)));
  }

  private static void send(HttpExchange exchange, Request request, Answer answer)
      throws IOException {
    Reply reply = answer.reply();
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.getResponseHeaders().set("x-openstack-request-id", "req-" + UUID.randomUUID());
    byte[] body = reply.body().getBytes(UTF_8);
    boolean bodiless = body.length == 0 || request.method().equals("HEAD");
    if (answer.isCut()) {
      cut(exchange, reply.status(), body);
      return;
    }
    exchange.sendResponseHeaders(reply.status(), bodiless ? -1 : body.length);
    if (!bodiless) {
      exchange.getResponseBody().write(body);
    }
  }

  /** Of an answer without a body nothing is sent. */
  private static void cut(HttpExchange exchange, int status, byte[] body) throws IOException {
    if (body.length > 1) {
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body, 0, body.length / 2);
      exchange.getResponseBody().flush();
    }
  }
}
