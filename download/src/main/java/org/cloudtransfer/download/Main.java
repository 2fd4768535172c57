package org.cloudtransfer.download;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.cloudtransfer.cli.Program;
import picocli.AutoComplete;
import picocli.CommandLine;

/** The entry point of {@code download}. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Surroundings surroundings = ofProcess();
    System.exit(Interruption.guard(() -> run(surroundings, args)));
  }

  static int run(Surroundings surroundings, String... args) {
    return new Program(commands(surroundings), surroundings.out(), surroundings.err()).run(args);
  }

  /** All commands and options, for what is written about them; never null. */
  public static CommandLine commands() {
    return commands(ofProcess());
  }

  private static CommandLine commands(Surroundings surroundings) {
    return new CommandLine(new DownloadCommand(surroundings))
        .addSubcommand(new CheckCommand(surroundings))
        .addSubcommand(new SqlCommand(surroundings))
        .addSubcommand(new CommandLine.HelpCommand())
        .addSubcommand(new AutoComplete.GenerateCompletion());
  }

  private static Surroundings ofProcess() {
    return new Surroundings(
        System.getenv(), Clock.systemUTC(), stream(FileDescriptor.out), stream(FileDescriptor.err));
  }

  /** Names may hold any character, whatever the locale is. */
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
