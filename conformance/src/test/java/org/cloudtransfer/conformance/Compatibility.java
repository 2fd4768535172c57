package org.cloudtransfer.conformance;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.cloudtransfer.simulator.cloud.Profile;

/** The target's half of the compatibility page, between two marks; the rest stays as it is. */
final class Compatibility {
  private static final String BEGIN = "<!-- target: written by the tests of conformance/ -->";
  private static final String END = "<!-- end of target -->";
  private static final String NEW = "# Compatibility\n\n" + BEGIN + "\n" + END + "\n";

  private Compatibility() {}

  static void write(Path page, List<Matrix.Case> cases) throws IOException {
    String text = Files.exists(page) ? Files.readString(page) : NEW;
    String whole =
        text.contains(BEGIN) ? text : text.stripTrailing() + "\n\n" + BEGIN + "\n" + END + "\n";
    String before = whole.substring(0, whole.indexOf(BEGIN) + BEGIN.length());
    String after = whole.substring(whole.indexOf(END));
    Files.writeString(page, before + "\n" + half(cases) + "\n" + after);
  }

  private static String half(List<Matrix.Case> cases) {
    Stream<String> simulated =
        Stream.of(Profile.values())
            .map(
                profile ->
                    line(
                        cases,
                        profile.text(),
                        profile.text(),
                        "simulator",
                        "2." + profile.microversion()));
    String real = line(cases, Matrix.REAL, "zed", "**real services**", "2.93");
    return """
    ## Targets

    Every release from Newton on is a target. What differs between two of these rows began with the later one; the cases
    are listed in [conformance.md](conformance.md). Only Zed is run on real services, the others on the simulator, which
    follows the documented facts of each release.

    | release | proven on | Nova up to | what the services answer | what the programs do |
    |---|---|---|---|---|
    %s
    """
        .formatted(Stream.concat(simulated, Stream.of(real)).collect(joining("\n")));
  }

  private static String line(
      List<Matrix.Case> cases, String cloud, String release, String where, String nova) {
    return "| %s | %s | %s | %s | %s |"
        .formatted(
            release,
            where,
            nova,
            passed(cases, cloud, Matrix.Case::answer),
            passed(cases, cloud, c -> !c.answer()));
  }

  private static String passed(
      List<Matrix.Case> cases, String cloud, Predicate<Matrix.Case> which) {
    List<String> results =
        cases.stream()
            .filter(which)
            .map(c -> c.results().get(cloud))
            .filter(result -> !result.equals(Matrix.ELSEWHERE))
            .toList();
    return results.isEmpty()
        ? Matrix.ELSEWHERE
        : results.stream().filter("pass"::equals).count() + " of " + results.size() + " pass";
  }
}
