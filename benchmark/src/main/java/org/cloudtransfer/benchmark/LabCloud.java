package org.cloudtransfer.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A running cloud of the lab, spoken to plainly. Threads share it. */
final class LabCloud {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double TICKS_PER_SECOND = 100;

  private final Path home;
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, String> endpoints = new HashMap<>();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private String token = "";

  /**
   * @param home the cloud's directory, with its openrc and the numbers of its processes
   */
  LabCloud(Path home) throws IOException {
    this.home = home;
    for (String line : Files.readAllLines(home.resolve("openrc"))) {
      String[] pair = line.replaceFirst("^export ", "").split("=", 2);
      environment.put(pair[0], pair[1].replaceAll("^'|'$", ""));
    }
    login();
  }

  Map<String, String> environment() {
    return Map.copyOf(environment);
  }

  private void login() throws IOException {
    String body =
        """
        {"auth": {"identity": {"methods": ["password"], "password": {"user": {"name": "%s",
        "password": "%s", "domain": {"name": "%s"}}}},
        "scope": {"project": {"name": "%s", "domain": {"name": "%s"}}}}}
        """
            .formatted(
                environment.get("OS_USERNAME"),
                environment.get("OS_PASSWORD"),
                environment.get("OS_USER_DOMAIN_NAME"),
                environment.get("OS_PROJECT_NAME"),
                environment.get("OS_PROJECT_DOMAIN_NAME"));
    HttpResponse<String> answer =
        send("POST", environment.get("OS_AUTH_URL") + "/auth/tokens", body);
    token = answer.headers().firstValue("X-Subject-Token").orElseThrow();
    for (JsonNode service : JSON.readTree(answer.body()).path("token").path("catalog")) {
      endpoints.put(
          service.path("type").asText(), service.path("endpoints").get(0).path("url").asText());
    }
  }

  /** Sends a request that must succeed; the body of the answer. */
  JsonNode call(String method, String service, String path, Object body) {
    try {
      String text = body == null ? null : JSON.writeValueAsString(body);
      return JSON.readTree(send(method, endpoints.get(service) + path, text).body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> send(String method, String url, String body) throws IOException {
    HttpRequest.BodyPublisher publisher =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .method(method, publisher)
            .header("Content-Type", "application/json")
            .header("X-Auth-Token", token)
            .header("X-OpenStack-Nova-API-Version", "2.10")
            .build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(
            method + " " + url + ": " + answer.statusCode() + " " + answer.body());
      }
      return answer;
    } catch (InterruptedException e) {
      throw new IOException("interrupted", e);
    }
  }

  /** The processor seconds that the cloud's processes have used so far. */
  double cpuSeconds() {
    try (Stream<Path> files = Files.walk(home, 2)) {
      return files
          .filter(file -> file.toString().endsWith(".pid"))
          .flatMap(LabCloud::processes)
          .distinct()
          .mapToDouble(LabCloud::used)
          .sum();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The one that a file names, and those that it started. */
  private static Stream<Long> processes(Path file) {
    try {
      long pid = Long.parseLong(Files.readAllLines(file).get(0).strip());
      return ProcessHandle.of(pid).stream()
          .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
          .map(ProcessHandle::pid);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** With what its ended children used; a process that ends meanwhile is in its parent's sum. */
  private static double used(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", "" + pid, "stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long ticks = 0;
      for (int i = 11; i <= 14; i++) {
        ticks += Long.parseLong(fields[i]);
      }
      return ticks / TICKS_PER_SECOND;
    } catch (IOException e) {
      return 0;
    }
  }
}
