package org.cloudtransfer.conformance;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.cloudtransfer.simulator.cloud.Profile;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes the table of cases and outcomes, and the target's half of {@code docs/compatibility.md}.
 * They go to {@code docs} if all cases ran on the real cloud, too, or if {@code CLOUDTRANSFER_DOCS}
 * is 1, which keeps the real cloud's column as the last run with a lab left it; else to {@code
 * target}, so that a build leaves the documentation alone.
 */
public final class Matrix implements TestExecutionListener {
  static final String REAL = "real";
  private static final List<String> RELEASES =
      Stream.of(Profile.values()).map(Profile::text).toList();
  private static final List<String> CLOUDS =
      Stream.concat(RELEASES.stream(), Stream.of(REAL)).toList();
  static final String NOT_RUN = "not run";

  /** The fact is not one of that release. */
  static final String ELSEWHERE = "–";

  /** By class, method and cloud. */
  private final Map<String, String> outcomes = new ConcurrentHashMap<>();

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    String cloud = test.getDisplayName();
    if (test.isTest() && CLOUDS.contains(cloud)) {
      test.getSource()
          .filter(MethodSource.class::isInstance)
          .map(MethodSource.class::cast)
          .ifPresent(
              source ->
                  outcomes.put(
                      key(source.getClassName(), source.getMethodName(), cloud), word(result)));
    }
  }

  private static String word(TestExecutionResult result) {
    return switch (result.getStatus()) {
      case SUCCESSFUL -> "pass";
      case FAILED -> "**fail**";
      case ABORTED -> "not run: " + result.getThrowable().map(Matrix::reason).orElse("");
    };
  }

  private static String reason(Throwable aborted) {
    return String.valueOf(aborted.getMessage()).replace("Assumption failed: ", "");
  }

  private static String key(String type, String method, String cloud) {
    return type + "#" + method + "#" + cloud;
  }

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    if (outcomes.isEmpty()) {
      return;
    }
    try {
      List<Case> cases = cases();
      Path module = Path.of("").toAbsolutePath();
      Path documentation = module.resolveSibling("docs");
      boolean real = cases.stream().allMatch(c -> c.ran(REAL));
      boolean whole = cases.stream().allMatch(c -> RELEASES.stream().allMatch(c::ran));
      boolean documented = whole && (real || "1".equals(System.getenv("CLOUDTRANSFER_DOCS")));
      Path folder = documented ? documentation : module.resolve("target");
      if (!real) {
        cases = LastRun.of(documentation.resolve("conformance.md")).fillIn(cases);
      }
      Files.writeString(folder.resolve("conformance.md"), new Page(cases).text());
      Compatibility.write(folder.resolve("compatibility.md"), cases);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every case that was compiled, run or not. */
  private List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    Path root = Path.of("target", "test-classes", "org", "cloudtransfer", "conformance");
    try (Stream<Path> files = Files.list(root)) {
      for (String file : files.map(f -> f.getFileName().toString()).sorted().toList()) {
        if (file.matches("\\w+Test\\.class")) {
          cases.addAll(cases(Matrix.class.getPackageName() + "." + file.replace(".class", "")));
        }
      }
    }
    return cases;
  }

  private List<Case> cases(String className) {
    try {
      return Arrays.stream(Class.forName(className).getDeclaredMethods())
          .filter(method -> method.isAnnotationPresent(Fact.class))
          .map(this::of)
          .toList();
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private Case of(Method method) {
    String type = method.getDeclaringClass().getName();
    Map<String, String> results = new TreeMap<>();
    Fact fact = method.getAnnotation(Fact.class);
    for (String cloud : CLOUDS) {
      Profile profile = cloud.equals(REAL) ? CloudUnderTest.REAL : Profile.of(cloud);
      results.put(
          cloud,
          CloudsUnderTest.isTrue(method, profile)
              ? outcomes.getOrDefault(key(type, method.getName(), cloud), NOT_RUN)
              : ELSEWHERE);
    }
    return new Case(type.endsWith("AnswersTest"), List.of(fact.value()), method.getName(), results);
  }

  /**
   * One line of the table.
   *
   * @param answer whether it is about a service's answer, not about our programs
   * @param results by cloud
   */
  record Case(boolean answer, List<String> ids, String method, Map<String, String> results) {
    boolean ran(String cloud) {
      return !results.get(cloud).equals(NOT_RUN);
    }

    /** The method's name as a sentence; a number such as 235 is a microversion. */
    String fact() {
      String words =
          method
              .replaceAll("(?<=.)(?=[A-Z])|(?<=[a-uw-z])(?=[0-9])", " ")
              .replaceAll("\\b2(\\d{1,2})\\b", "2.$1")
              .toLowerCase(Locale.ROOT);
      return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    String line() {
      return "| %s | %s | %s |"
          .formatted(
              String.join(", ", ids),
              fact(),
              CLOUDS.stream().map(results::get).collect(joining(" | ")));
    }

    Case with(String cloud, String result) {
      Map<String, String> changed = new TreeMap<>(results);
      changed.put(cloud, result);
      return new Case(answer, ids, method, changed);
    }
  }

  /** The page, the same for the same outcomes. */
  private record Page(List<Case> cases) {
    private static final Map<String, String> SECTIONS =
        Map.of(
            "K", "Keypairs",
            "Q", "Nova's quotas",
            "NQ", "Neutron's quotas",
            "C", "Cinder's quotas",
            "G", "Security groups",
            "R", "Rules",
            "B", "Rules in bulk",
            "T", "Tokens and identities");

    String text() {
      return """
      # Conformance

      Written by the tests of `conformance/`; do not edit. Every case runs with the same code on the simulator in the
      behaviour of each release and on the real services of [the lab](../lab/README.md) (Keystone, Nova, Neutron and Cinder
      of Zed from Debian 12, PostgreSQL, OpenLDAP); for what concerns `download`, on an embedded PostgreSQL and on the lab's
      databases. A dash: not so in that release, or nothing that a new cloud's release has a part in (`download`, TLS), which is
      asked once. Only Zed's column is measured; the others follow the documented facts.

          lab/up old && lab/up new && lab/seed && lab/liberty
          CLOUDTRANSFER_LAB=/tmp/lab ./mvnw verify -pl conformance -am     # all columns
          CLOUDTRANSFER_DOCS=1 ./mvnw verify -pl conformance -am           # the simulator's; the last one stays as it is

      %s

      ## What the services answer

      Asked with a plain HTTP client. Where simulator and services differ, the simulator is wrong.

      %s
      ## What the programs do

      D are defects of the tool that this one replaces, N needs of its peers' users; a case may prove several.

      %s
      ## Not covered here

      | case | why |
      |---|---|
      %s
      """
          .formatted(counts(), answers(), programs(), outOfScope());
    }

    private String counts() {
      return CLOUDS.stream()
          .map(
              cloud ->
                  cloud
                      + ": "
                      + cases.stream().filter(c -> c.results().get(cloud).equals("pass")).count()
                      + " of "
                      + cases.stream()
                          .filter(c -> !c.results().get(cloud).equals(ELSEWHERE))
                          .count()
                      + " pass")
          .collect(joining("; ", "", "."));
    }

    private static String letters(String id) {
      return id.replaceAll("\\d+$", "");
    }

    private static int number(String id) {
      return Integer.parseInt(id.replaceAll("^\\D+", ""));
    }

    private String answers() {
      StringBuilder text = new StringBuilder();
      for (String letters : List.of("K", "Q", "NQ", "C", "G", "R", "B", "T")) {
        List<Case> section =
            cases.stream()
                .filter(Case::answer)
                .filter(c -> letters(c.ids().get(0)).equals(letters))
                .sorted(Comparator.comparingInt(c -> number(c.ids().get(0))))
                .toList();
        text.append("### ").append(SECTIONS.get(letters)).append("\n\n").append(table(section));
      }
      return text.toString();
    }

    private String programs() {
      List<Case> section =
          cases.stream()
              .filter(c -> !c.answer())
              .sorted(
                  Comparator.comparing((Case c) -> letters(c.ids().get(0)))
                      .thenComparing(c -> number(c.ids().get(0)))
                      .thenComparing(Case::method))
              .toList();
      return table(section);
    }

    private static String table(List<Case> section) {
      return section.stream()
          .map(Case::line)
          .collect(
              joining(
                  "\n",
                  "| | fact | "
                      + String.join(" | ", CLOUDS)
                      + " |\n|---|---|"
                      + "---|".repeat(CLOUDS.size())
                      + "\n",
                  "\n\n"));
    }

    /** The cases without a line above, each of which has to have a reason. */
    private String outOfScope() {
      Set<String> covered = new TreeSet<>();
      cases.forEach(c -> covered.addAll(c.ids()));
      Map<String, String> reasons = reasons();
      List<String> lines = new ArrayList<>();
      for (String id : all()) {
        if (reasons.containsKey(id)) {
          lines.add(
              "| " + id + (covered.contains(id) ? " (rest)" : "") + " | " + reasons.get(id) + " |");
        } else if (!covered.contains(id)) {
          lines.add("| " + id + " | **no case and no reason** |");
        }
      }
      return String.join("\n", lines);
    }

    private static List<String> all() {
      List<String> ids = new ArrayList<>();
      for (int i = 1; i <= 35; i++) {
        ids.add("D" + i);
      }
      for (int i = 1; i <= 25; i++) {
        ids.add("N" + i);
      }
      return ids;
    }

    private static Map<String, String> reasons() {
      try (InputStream in = Matrix.class.getResourceAsStream("not-covered.txt")) {
        Map<String, String> reasons = new TreeMap<>();
        new String(in.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.split(" ", 2))
            .forEach(words -> reasons.put(words[0], words[1]));
        return reasons;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
