package org.cloudtransfer.upload.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** The DevTools protocol: calls and their answers, and events, over one WebSocket. */
final class DevTools implements WebSocket.Listener, AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final List<JsonNode> events = new ArrayList<>();
  private final AtomicInteger calls = new AtomicInteger();
  private final StringBuilder message = new StringBuilder();
  private WebSocket socket;
  private String session;

  private DevTools() {}

  static DevTools connect(HttpClient http, URI address) {
    DevTools tools = new DevTools();
    tools.socket = http.newWebSocketBuilder().buildAsync(address, tools).join();
    return tools;
  }

  /** From now on calls go to this page. */
  void attach(String target) {
    ObjectNode parameters = Chromium.object().put("targetId", target).put("flatten", true);
    session = call("Target.attachToTarget", parameters).path("sessionId").asText();
  }

  JsonNode call(String method, ObjectNode parameters) {
    int id = calls.incrementAndGet();
    ObjectNode call = Chromium.object().put("id", id).put("method", method);
    call.set("params", parameters);
    if (session != null && !method.startsWith("Browser.") && !method.startsWith("Target.")) {
      call.put("sessionId", session);
    }
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.put(id, answer);
    socket.sendText(call.toString(), true).join();
    JsonNode reply = get(answer, method);
    if (reply.has("error")) {
      throw new AssertionError(method + ": " + reply.path("error"));
    }
    return reply.path("result");
  }

  private static JsonNode get(CompletableFuture<JsonNode> answer, String what) {
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new AssertionError("no answer to " + what, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** Waits for an event, which may have come already. */
  void await(String method, Predicate<JsonNode> fits) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    synchronized (events) {
      while (events(method).stream().noneMatch(fits)) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
          throw new AssertionError(method + " never came");
        }
        waitFor(left);
      }
    }
  }

  private void waitFor(long millis) {
    try {
      events.wait(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  List<JsonNode> events(String method) {
    synchronized (events) {
      return events.stream()
          .filter(event -> event.path("method").asText().equals(method))
          .map(event -> event.path("params"))
          .toList();
    }
  }

  /** What has come of one kind is not waited for again. */
  void forget(String method) {
    synchronized (events) {
      events.removeIf(event -> event.path("method").asText().equals(method));
    }
  }

  void forget() {
    synchronized (events) {
      events.clear();
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    message.append(data);
    if (last) {
      take(message.toString());
      message.setLength(0);
    }
    from.request(1);
    return null;
  }

  private void take(String text) {
    try {
      JsonNode node = JSON.readTree(text);
      CompletableFuture<JsonNode> answer =
          node.has("id") ? answers.remove(node.path("id").asInt()) : null;
      if (answer != null) {
        answer.complete(node);
        return;
      }
      synchronized (events) {
        events.add(node);
        events.notifyAll();
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(text, e);
    }
  }

  @Override
  public void close() {
    socket.abort();
  }
}
