package org.cloudtransfer.upload;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.cloudtransfer.cli.Program;
import picocli.AutoComplete;
import picocli.CommandLine;

/** The entry point; composes the program from what the process offers. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    Surroundings surroundings =
        new Surroundings(
            System.getenv(), out, err, Clock.systemUTC(), new SecureRandom(), Main::sleep);
    System.exit(run(surroundings, args));
  }

  static int run(Surroundings surroundings, String... args) {
    CommandLine line =
        new CommandLine(new UploadCommand(surroundings))
            .addSubcommand(new PlanCommand(surroundings))
            .addSubcommand(new MapCommand(surroundings))
            .addSubcommand(new VerifyCommand(surroundings))
            .addSubcommand(new ScriptCommand(surroundings))
            .addSubcommand(new StatusCommand(surroundings))
            .addSubcommand(new RollbackCommand(surroundings))
            .addSubcommand(new CommandLine.HelpCommand())
            .addSubcommand(new AutoComplete.GenerateCompletion());
    return new Program(line, surroundings.out(), surroundings.err()).run(args);
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }

  private static void sleep(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
