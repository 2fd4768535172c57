package org.cloudtransfer.dist.packed.advisories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the build has bundled, as its bills of materials tell. With {@code -Dadvisories.refresh} the
 * snapshot is taken anew before.
 */
class AdvisoriesTest {
  private static final Path FILES = Path.of("src/advisories");
  private static final Path SNAPSHOT = FILES.resolve("snapshot.json");
  private static final int DAYS = 180;

  private static Path distribution() {
    return Path.of(System.getProperty("distribution"));
  }

  /** With {@code -Dimage.jdk} that of the image, which is the plain one and a Java. */
  private static List<Component> bundled() throws IOException {
    String image = System.getProperty("image.jdk") == null ? "" : "-linux-x64";
    String name = distribution().getFileName() + image + ".cdx.json";
    return Component.of(distribution().resolveSibling(name));
  }

  private static Snapshot snapshot(List<Component> bundled) throws IOException {
    if (System.getProperty("advisories.refresh") != null) {
      List<String> packages =
          bundled.stream().filter(part -> !part.isJava()).map(Component::name).distinct().toList();
      new Osv(Osv.PUBLIC).snapshot(packages, LocalDate.now(ZoneOffset.UTC)).write(SNAPSHOT);
    }
    return Snapshot.read(SNAPSHOT);
  }

  @Test
  void nothingBundledIsAffectedByAKnownVulnerability() throws IOException {
    List<Component> bundled = bundled();
    Snapshot snapshot = snapshot(bundled);
    JavaBaseline java = JavaBaseline.read(FILES.resolve("java.json"));
    Exceptions exceptions = Exceptions.read(FILES.resolve("exceptions.json"));
    Check check = new Check(snapshot, java);

    List<Finding> findings = check.findings(bundled);

    findings.stream().filter(exceptions::cover).forEach(AdvisoriesTest::warn);
    warnIfOld(snapshot.taken(), "The snapshot of advisories");
    warnIfOld(java.taken(), "The baseline of Java");
    assertThat(findings)
        .as("take a version that is not affected, or give the reason in src/advisories")
        .allMatch(exceptions::cover);
    assertThat(check.unasked(bundled))
        .as("not asked about; run ./mvnw -B verify -Dadvisories.refresh")
        .isEmpty();
    assertThat(exceptions.idle(findings).stream().filter(idle -> isTold(idle, bundled)))
        .as("exceptions that nothing needs any more")
        .isEmpty();
  }

  /** Without the image nothing is known of its Java. */
  private static boolean isTold(Exceptions.Exception exception, List<Component> bundled) {
    return !exception.name().equals(Component.JAVA) || bundled.stream().anyMatch(Component::isJava);
  }

  private static void warn(Object text) {
    System.err.println("[WARNING] " + text);
  }

  private static void warnIfOld(String taken, String what) {
    long days = ChronoUnit.DAYS.between(LocalDate.parse(taken), LocalDate.now(ZoneOffset.UTC));
    if (days > DAYS) {
      warn(what + " is of " + taken + ", " + days + " days old. See docs/dependencies.md.");
    }
  }

  /** Else something could be bundled that the check does not see. */
  @Test
  void billNamesEveryJarThatIsBundled() throws IOException {
    Set<String> named =
        bundled().stream()
            .map(part -> part.name().replaceFirst(".*:", "") + "-" + part.version() + ".jar")
            .collect(Collectors.toSet());
    try (Stream<Path> jars = Files.list(distribution().resolve("lib"))) {
      assertThat(jars.map(jar -> jar.getFileName().toString()))
          .filteredOn(jar -> jar.endsWith(".jar") && !jar.startsWith("cloudtransfer-"))
          .isNotEmpty()
          .isSubsetOf(named);
    }
  }
}
