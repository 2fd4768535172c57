package org.cloudtransfer.dist.packed.advisories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server of our own that answers as OSV's documentation has it. */
class OsvTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-29");

  @TempDir private Path dir;
  private final Map<String, String> answers = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          String request =
              exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body;
          asked.add(request.strip());
          String answer = answers.get(request.strip());
          byte[] bytes = String.valueOf(answer).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(answer == null ? 404 : 200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private Osv osv() {
    return new Osv(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"));
  }

  private static String query(String... packages) {
    return "POST /v1/querybatch {\"queries\":[" + String.join(",", packages) + "]}";
  }

  private static String of(String name) {
    return "{\"package\":{\"ecosystem\":\"Maven\",\"name\":\"" + name + "\"}}";
  }

  private static String record(String id, String name, String more) {
    return """
        {"id": "%s", "aliases": ["CVE-1"], "modified": "2026-01-01T00:00:00Z", "details": "long", %s
         "summary": "bad", "affected": [
          {"package": {"ecosystem": "Maven", "name": "%s", "purl": "pkg:maven/x"},
           "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "2.0"}]}],
           "versions": ["1.0", "1.1"], "database_specific": {"source": "x"}},
          {"package": {"ecosystem": "Maven", "name": "some.other:thing"},
           "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}]}]}]}
        """
        .formatted(id, more, name);
  }

  @Test
  void everythingIsAskedForInPagesAndReadBack() throws IOException {
    answers.put(
        query(of("a:a"), of("b:b")),
        "{\"results\": [{\"vulns\": [{\"id\": \"G-1\"}], \"next_page_token\": \"two\"}, {}]}");
    answers.put(
        query(of("a:a").replaceFirst("}}$", "},\"page_token\":\"two\"}")),
        "{\"results\": [{\"vulns\": [{\"id\": \"G-2\"}, {\"id\": \"G-3\"}]}]}");
    answers.put("GET /v1/vulns/G-1", record("G-1", "a:a", ""));
    answers.put("GET /v1/vulns/G-2", record("G-2", "a:a", ""));
    answers.put("GET /v1/vulns/G-3", record("G-3", "a:a", "\"withdrawn\": \"2026-02-02T0Z\","));

    osv().snapshot(List.of("b:b", "a:a"), TODAY).write(dir.resolve("s.json"));
    Snapshot snapshot = Snapshot.read(dir.resolve("s.json"));

    assertThat(asked).hasSize(5);
    assertThat(snapshot.day()).isEqualTo(TODAY);
    assertThat(snapshot.packages()).containsExactly("a:a", "b:b");
    assertThat(snapshot.advisories()).extracting(Advisory::id).containsExactly("G-1", "G-2");
    assertThat(snapshot.advisories().get(0).covers(new Component("a:a", "1.7"))).isTrue();
    assertThat(snapshot.advisories().get(0).covers(new Component("a:a", "2.0"))).isFalse();
    assertThat(snapshot.advisories().get(0).affected()).hasSize(1);
  }

  @Test
  void whatIsNotAnsweredIsAnError() {
    assertThatThrownBy(() -> osv().snapshot(List.of("a:a"), TODAY))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("v1/querybatch answered 404");
    answers.put(query(of("a:a")), "{}");
    assertThatThrownBy(() -> osv().snapshot(List.of("a:a"), TODAY))
        .hasMessageContaining("1 questions got 0 answers");
  }
}
