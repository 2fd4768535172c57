package org.cloudtransfer.upload;

import java.nio.file.Path;
import org.cloudtransfer.cli.CommonOptions;
import org.cloudtransfer.cli.Selection;
import org.cloudtransfer.cli.StopException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that looks at the target. */
final class RunOptions {
  @Option(
      order = -200,
      names = "--tarball",
      paramLabel = "FILE",
      description = "The archive that download wrote; it is unpacked beside itself. Required.")
  private Path tarball;

  @Mixin private Selection selection = new Selection();
  @Mixin private TargetOptions target = new TargetOptions();
  @Mixin private PolicyOptions policies = new PolicyOptions();

  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = "8",
      description =
          "Requests in flight at once, at most: fewer where a service is busy or only gets slower."
              + " Default: ${DEFAULT-VALUE}.")
  private int workers;

  @Option(
      names = "--rate",
      paramLabel = "N/s",
      description = "No more than so many requests a second. Default: no bound.")
  private String rate;

  @Mixin private CommonOptions common = new CommonOptions();

  CommonOptions common() {
    return common;
  }

  /** Checks options, archive, log-in and endpoints; nothing is written to the cloud. */
  Run open(Surroundings s) {
    require(workers >= 1, "--workers " + workers + " is too small.", "Give 1 or more.");
    return Run.open(
        s,
        common.console(s.out(), s.err()),
        new Run.Options(
            tarball(tarball),
            selection,
            target.credentials(s.env()),
            target.identities(s.env()),
            policies.policies(),
            workers,
            perSecond()));
  }

  static Path tarball(Path given) {
    require(given != null, "--tarball is missing.", "Name the file that download printed last.");
    return given;
  }

  private static void require(boolean fine, String message, String remedy) {
    if (!fine) {
      throw StopException.badInput(message, remedy);
    }
  }

  private double perSecond() {
    if (rate == null) {
      return 0;
    }
    String number = rate.replaceFirst("/s$", "");
    require(
        number.matches("\\d{1,6}(\\.\\d{1,3})?") && Double.parseDouble(number) > 0,
        "--rate " + rate + " is no rate.",
        "Give e.g. 20 or 0.5/s.");
    return Double.parseDouble(number);
  }
}
