package org.cloudtransfer.demo;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** The entry point of {@code bin/demo}. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    System.exit(commands(out).execute(args));
  }

  /** The command and its options, for what is written about them; never null. */
  public static CommandLine commands() {
    return commands(System.out);
  }

  private static CommandLine commands(PrintStream out) {
    return new CommandLine(new DemoCommand(out));
  }
}
