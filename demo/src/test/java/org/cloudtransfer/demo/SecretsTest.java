package org.cloudtransfer.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cloudtransfer.demo.Programs.Ended;
import org.cloudtransfer.demo.source.OldCloud;
import org.cloudtransfer.demo.target.NewCloud;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks for every password and token in play in everything that the programs leave behind. */
final class SecretsTest {
  /** How all tokens of the simulator begin, as Keystone's do. */
  private static final String TOKEN = "gAAAAAB";

  private static final String WRONG = "wr0ng-but-s3cret";

  @TempDir private Path directory;

  @Test
  void noneIsInWhatIsPrintedOrWritten() throws Exception {
    Map<String, String> produced = new TreeMap<>();
    try (Stage stage = Stage.set(directory)) {
      assertThat(token(stage)).startsWith(TOKEN);
      String etc = Stage.from().configuration().toString();
      Programs programs = stage.programs();
      produced.put(
          "download",
          output(programs.download("-vv", "--debug", "--directory", "all", "--config-dir", etc)));
      produced.put("check", output(programs.download("check", "-vv", "--config-dir", etc)));
      produced.put("sql", output(programs.download("sql", "-vv", "--config-dir", etc)));
      for (String command : List.of("plan", "map", "script", "verify")) {
        produced.put(command, output(upload(stage, stage.to().environment(), command)));
      }
      produced.put("upload", output(stage.upload("-vv", "--debug")));
      produced.put("again", output(stage.upload("-vv", "--debug")));
      produced.put("rollback", output(upload(stage, stage.to().environment(), "rollback")));
      produced.put("refused", output(upload(stage, withWrongPassword(stage))));
      produced.put(
          "unreadable",
          output(
              programs.download(
                  "-vv",
                  "--debug",
                  "--directory",
                  "x",
                  "--config-dir",
                  withWrongPassword(Stage.from().configuration()).toString())));
    }
    produced.putAll(written());
    assertThat(produced).containsKey("soc6/upload-journal.jsonl");
    assertThat(produced.get("upload")).contains("POST");
    produced.forEach(
        (name, text) ->
            secrets().forEach(secret -> assertThat(text).as(name).doesNotContain(secret)));
  }

  private static Ended upload(Stage stage, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--tarball", Stage.TARBALL, "-vv", "--debug"));
    return stage.programs().upload(environment, arguments.toArray(String[]::new));
  }

  private static Map<String, String> withWrongPassword(Stage stage) {
    Map<String, String> environment = new HashMap<>(stage.to().environment());
    environment.put("OS_PASSWORD", WRONG);
    return environment;
  }

  private Path withWrongPassword(Path etc) throws IOException {
    Path copy = directory.resolve("wrong-etc");
    for (String service : List.of("nova", "neutron", "cinder", "keystone")) {
      Path file = Path.of(service, service + ".conf");
      Files.createDirectories(copy.resolve(service));
      String text = Files.readString(etc.resolve(file));
      Files.writeString(
          copy.resolve(file), text.replaceFirst(service + ":.*@", service + ":" + WRONG + "@"));
    }
    return copy;
  }

  private static String output(Ended ended) {
    assertThat(ended.output()).isNotEmpty();
    return ended.output();
  }

  /** The tarball is its directory, compressed. */
  private Map<String, String> written() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = directory.relativize(file).toString();
        if (!name.startsWith("wrong-etc")) {
          texts.put(name, Files.readString(file, StandardCharsets.ISO_8859_1));
        }
      }
    }
    return texts;
  }

  private static List<String> secrets() {
    List<String> plain = new ArrayList<>(OldCloud.passwords());
    plain.addAll(List.of(NewCloud.PASSWORD, WRONG, TOKEN));
    List<String> all = new ArrayList<>(plain);
    plain.forEach(secret -> all.add(URLEncoder.encode(secret, StandardCharsets.UTF_8)));
    return all;
  }

  private static String token(Stage stage) throws IOException, InterruptedException {
    String body =
        """
        {"auth": {"identity": {"methods": ["password"], "password": {"user":
        {"name": "admin", "domain": {"id": "default"}, "password": "%s"}}}}}
        """
            .formatted(NewCloud.PASSWORD);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(stage.simulator().authUrl() + "/auth/tokens"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient()
        .send(request, BodyHandlers.ofString())
        .headers()
        .firstValue("X-Subject-Token")
        .orElse("");
  }
}
