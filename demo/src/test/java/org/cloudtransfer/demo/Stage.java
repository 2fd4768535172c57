package org.cloudtransfer.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cloudtransfer.demo.Programs.Ended;
import org.cloudtransfer.demo.check.Check;
import org.cloudtransfer.demo.check.State;
import org.cloudtransfer.demo.sample.Sample;
import org.cloudtransfer.demo.source.OldCloud;
import org.cloudtransfer.demo.target.NewCloud;
import org.cloudtransfer.simulator.Simulator;

/**
 * A new cloud before the transfer and the archive of the old one, which is the same for all tests.
 */
final class Stage implements AutoCloseable {
  static final String TARBALL = "soc6.tar.bz2";
  static final int ROWS_LEFT = 1;

  private static final Sample SAMPLE = Sample.describe();
  private static OldCloud from;
  private static Path archive;

  private final NewCloud to;
  private final Programs programs;
  private final Check check;

  private Stage(Path directory) throws IOException {
    Files.copy(archive, directory.resolve(TARBALL));
    to = NewCloud.start(SAMPLE);
    programs = programs(directory);
    check = new Check(SAMPLE, State.of(to.simulator()));
  }

  static synchronized Stage set(Path directory) throws IOException, InterruptedException {
    if (archive == null) {
      archive = download();
    }
    return new Stage(directory);
  }

  private static Path download() throws IOException, InterruptedException {
    Path directory = newDirectory();
    Ended ended =
        programs(directory)
            .download("--directory", "soc6", "--config-dir", from().configuration().toString());
    if (ended.exitCode() != 0) {
      throw new IllegalStateException(ended.output());
    }
    return directory.resolve(TARBALL);
  }

  /** Below the module's own, so that it goes with the next clean build. */
  private static Path newDirectory() throws IOException {
    Path parent = Files.createDirectories(Path.of("target", "stage").toAbsolutePath());
    return Files.createTempDirectory(parent, "");
  }

  /** The old cloud; it goes down with the virtual machine. */
  static synchronized OldCloud from() {
    try {
      if (from == null) {
        from = OldCloud.start(newDirectory(), SAMPLE);
      }
      return from;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The programs, shown to nobody. */
  static Programs programs(Path directory) {
    return new Programs(
        directory, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
  }

  Programs programs() {
    return programs;
  }

  NewCloud to() {
    return to;
  }

  Simulator simulator() {
    return to.simulator();
  }

  Check check() {
    return check;
  }

  State state() {
    return State.of(to.simulator());
  }

  static Sample sample() {
    return SAMPLE;
  }

  Ended upload(String... selection) throws IOException, InterruptedException {
    return startUpload(selection).await();
  }

  Programs.Running startUpload(String... selection) throws IOException {
    String[] arguments = new String[selection.length + 2];
    arguments[0] = "--tarball";
    arguments[1] = TARBALL;
    System.arraycopy(selection, 0, arguments, 2, selection.length);
    return programs.startUpload(to.environment(), arguments);
  }

  @Override
  public void close() {
    to.close();
  }
}
