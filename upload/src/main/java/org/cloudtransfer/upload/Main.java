package org.cloudtransfer.upload;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.cloudtransfer.cli.Program;
import picocli.AutoComplete;
import picocli.CommandLine;

/** The entry point; composes the program from what the process offers. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(run(ofProcess(), args));
  }

  static int run(Surroundings surroundings, String... args) {
    return new Program(commands(surroundings), surroundings.out(), surroundings.err()).run(args);
  }

  /** All commands and options, for what is written about them; never null. */
  public static CommandLine commands() {
    return commands(ofProcess());
  }

  private static CommandLine commands(Surroundings surroundings) {
    return new CommandLine(new UploadCommand(surroundings))
        .addSubcommand(new PlanCommand(surroundings))
        .addSubcommand(new MapCommand(surroundings))
        .addSubcommand(new VerifyCommand(surroundings))
        .addSubcommand(new ScriptCommand(surroundings))
        .addSubcommand(new StatusCommand(surroundings))
        .addSubcommand(new RollbackCommand(surroundings))
        .addSubcommand(new CommandLine.HelpCommand())
        .addSubcommand(new AutoComplete.GenerateCompletion());
  }

  private static Surroundings ofProcess() {
    return new Surroundings(
        System.getenv(),
        utf8(FileDescriptor.out),
        utf8(FileDescriptor.err),
        Clock.systemUTC(),
        () -> ThreadLocalRandom.current().nextLong(),
        Main::sleep);
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
