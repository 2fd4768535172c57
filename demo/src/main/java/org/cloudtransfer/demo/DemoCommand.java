package org.cloudtransfer.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.cloudtransfer.demo.rehearsal.Rehearsal;
import org.cloudtransfer.demo.sample.Sample;
import org.cloudtransfer.demo.source.OldCloud;
import org.cloudtransfer.demo.target.NewCloud;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bin/demo}. */
@Command(
    name = "demo",
    usageHelpAutoWidth = true,
    description = {
      "Shows the main job on this machine: starts a PostgreSQL with the databases of an old cloud"
          + " and a simulated new cloud, runs download and upload between them, runs upload once"
          + " more, and compares the new cloud with what the old one held.",
      "",
      "With --tarball it rehearses with an archive of yours: uploads it to a simulated new cloud"
          + " that has all its projects and users, twice, and verifies.",
      "",
      "Needs no network and no account; leaves nothing behind.",
      ""
    },
    footer = {"", "Exit codes: 0 the new cloud is as it has to be; 1 it is not; 2 wrong usage."})
final class DemoCommand implements Callable<Integer> {
  private final PrintStream out;

  @Option(
      names = "--keep",
      description =
          "Leave both clouds running until Ctrl-C, and say how to use them; the files stay, too.")
  private boolean keep;

  @Option(
      names = "--tarball",
      paramLabel = "FILE",
      description = "Rehearse with this archive; it and what lies beside it stay as they are.")
  private Path tarball;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  DemoCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (tarball != null) {
      return rehearse();
    }
    if (!OldCloud.isThere()) {
      out.println("error: An old cloud to demonstrate with is in a checkout only.");
      out.println("  Give --tarball to rehearse with an archive of yours.");
      return 2;
    }
    return demonstrate();
  }

  private int rehearse() throws IOException, InterruptedException {
    if (!Files.isReadable(tarball) || keep) {
      out.println(
          keep
              ? "error: --keep does not go with --tarball."
              : "error: There is no readable tarball " + tarball + ".");
      return 2;
    }
    Path directory = Files.createTempDirectory("cloudtransfer-rehearsal-");
    try {
      return Rehearsal.of(tarball, directory, out) ? 0 : 1;
    } finally {
      delete(directory);
    }
  }

  private int demonstrate() throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("cloudtransfer-demo-");
    Sample sample = Sample.describe();
    try (OldCloud from = OldCloud.start(directory, sample);
        NewCloud to = NewCloud.start(sample)) {
      boolean good = new Demo(sample, directory, out).run(from, to);
      if (keep) {
        explain(directory, from, Demo.writeOpenrc(directory, to.environment()));
        new CountDownLatch(1).await();
      }
      return good ? 0 : 1;
    } finally {
      if (!keep) {
        delete(directory);
      }
    }
  }

  private void explain(Path directory, OldCloud from, Path openrc) {
    out.println();
    List.of(
            "Both clouds stay up until Ctrl-C. In another terminal:",
            "",
            "  bin/download check --config-dir " + from.configuration(),
            "  bin/download --config-dir " + from.configuration() + " --directory /tmp/again",
            "  . " + openrc,
            "  bin/upload plan --tarball " + directory.resolve("soc6.tar.bz2"),
            "  openstack security group list --all-projects",
            "",
            "The files in " + directory + " stay; delete them when you are done.")
        .forEach(out::println);
    out.flush();
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
