package org.cloudtransfer.upload;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cloudtransfer.archive.Archive;
import org.cloudtransfer.simulator.Simulator;
import org.cloudtransfer.simulator.SimulatorOptions;
import org.cloudtransfer.simulator.http.LoggedRequest;

/** An old cloud's rows, a new cloud, and the program between them. Nothing sleeps. */
final class Bench implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  final Source source = new Source();
  final Simulator cloud;
  final Map<String, String> env = new HashMap<>();
  final List<Duration> slept = Collections.synchronizedList(new ArrayList<>());
  private final Path directory;
  private Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private Path tarball;

  private Bench(SimulatorOptions options, Path directory) {
    this.cloud = Simulator.start(options);
    this.directory = directory;
    env.put("OS_AUTH_URL", cloud.authUrl());
    env.put("OS_USERNAME", "admin");
    env.put("OS_PASSWORD", "adminsecret");
    env.put("OS_PROJECT_NAME", "admin");
    env.put("OS_USER_DOMAIN_NAME", "Default");
    env.put("OS_PROJECT_DOMAIN_NAME", "Default");
    env.put("OS_REGION_NAME", "RegionOne");
  }

  static Bench newton(Path directory) {
    return of(SimulatorOptions.newton(), directory);
  }

  static Bench current(Path directory) {
    return of(SimulatorOptions.current(), directory);
  }

  static Bench of(SimulatorOptions options, Path directory) {
    return new Bench(options, directory);
  }

  /** Lets time go by. */
  Bench inRealTime() {
    clock = Clock.systemUTC();
    return this;
  }

  /** Makes projects of these IDs in the new cloud. */
  Bench projects(String... ids) {
    for (String id : ids) {
      cloud.cloud().identity().addProject(id, "default", "name of " + id);
    }
    return this;
  }

  /** Makes users of these IDs in the new cloud. */
  Bench users(String... ids) {
    for (String id : ids) {
      cloud.cloud().identity().addUser(id, "default", "name of " + id, "secret of " + id);
    }
    return this;
  }

  /** The archive of what {@link #source} holds when this is first called. */
  Path tarball() {
    if (tarball == null) {
      Path packed = source.pack(directory.resolve("packed/a"));
      tarball = directory.resolve("a.tar.bz2");
      packed.toFile().renameTo(tarball.toFile());
    }
    return tarball;
  }

  Path data() {
    return directory.resolve("a");
  }

  Path journal() {
    return data().resolve(Archive.JOURNAL);
  }

  /** {@code upload --tarball … args}. */
  Ran upload(String... args) {
    List<String> all = new ArrayList<>(List.of("--tarball", tarball().toString()));
    all.addAll(List.of(args));
    return run(all.toArray(String[]::new));
  }

  /** {@code upload COMMAND --tarball … args}. */
  Ran command(String command, String... args) {
    List<String> all = new ArrayList<>(List.of(command, "--tarball", tarball().toString()));
    all.addAll(List.of(args));
    return run(all.toArray(String[]::new));
  }

  /** {@code upload args}. */
  Ran run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Surroundings surroundings =
        new Surroundings(
            Map.copyOf(env),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            clock,
            new Random(7),
            slept::add);
    int code = Main.run(surroundings, args);
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The writing requests since the log was last cleared. */
  List<LoggedRequest> writes() {
    return cloud.requests().writes();
  }

  /** The bodies of requests of a method whose path ends like this. */
  List<String> bodies(String method, String end) {
    return cloud.requests().matching(method, ".*" + end).stream().map(LoggedRequest::body).toList();
  }

  /** Everything the cloud holds, a line for each fact, the same for equal clouds. */
  SortedSet<String> end() {
    SortedSet<String> facts = new TreeSet<>();
    flatten("", cloud.dumpWithoutIds(), facts);
    String project = cloud.adminProject().id();
    String user = cloud.admin().id();
    return facts.stream()
        .map(fact -> fact.replace(project, "ADMIN-PROJECT").replace(user, "ADMIN"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void flatten(String path, JsonNode node, SortedSet<String> facts) {
    if (node.isObject()) {
      node.properties().forEach(p -> flatten(path + "/" + p.getKey(), p.getValue(), facts));
    } else if (node.isArray()) {
      node.forEach(item -> facts.add(path + " has " + item));
    } else {
      facts.add(path + " = " + (node.asText().length() > 80 ? node.hashCode() : node));
    }
  }

  @Override
  public void close() {
    cloud.close();
  }
}
