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
    Surroundings surroundings =
        new Surroundings(
            System.getenv(),
            Clock.systemUTC(),
            stream(FileDescriptor.out),
            stream(FileDescriptor.err));
    System.exit(Interruption.guard(() -> run(surroundings, args)));
  }

  static int run(Surroundings surroundings, String... args) {
    CommandLine line =
        new CommandLine(new DownloadCommand(surroundings))
            .addSubcommand(new CheckCommand(surroundings))
            .addSubcommand(new SqlCommand(surroundings))
            .addSubcommand(new CommandLine.HelpCommand())
            .addSubcommand(new AutoComplete.GenerateCompletion());
    return new Program(line, surroundings.out(), surroundings.err()).run(args);
  }

  /** Names may hold any character, whatever the locale is. */
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
