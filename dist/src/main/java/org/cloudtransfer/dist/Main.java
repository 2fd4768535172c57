package org.cloudtransfer.dist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What the build calls: {@code share DIR VERSION TIME}, {@code image JDK PLAIN DIR TIME} and {@code
 * bill JDK PLAIN FILE}.
 */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws IOException {
    try {
      switch (args[0]) {
        case "share" -> share(Path.of(args[1]), args[2], args[3].substring(0, 10));
        case "image" ->
            Image.make(
                Path.of(args[1]), Path.of(args[2]), Path.of(args[3]), Instant.parse(args[4]));
        case "bill" -> Bill.withJava(Path.of(args[1]), Path.of(args[2]), Path.of(args[3]));
        default -> throw new IllegalArgumentException("unknown: " + args[0]);
      }
    } catch (IllegalArgumentException e) {
      System.err.println("error: " + e.getMessage());
      System.exit(2);
    }
  }

  /** Manual pages and completion, as they lie below {@code /usr/share}. */
  private static void share(Path directory, String version, String date) throws IOException {
    for (CommandLine program : Commands.programs()) {
      String name = program.getCommandName();
      write(
          directory.resolve("bash-completion/completions").resolve(name), Completion.bash(program));
      write(directory.resolve("zsh/site-functions/_" + name), Completion.zsh(program));
      for (CommandSpec command : Commands.of(program)) {
        Path page = directory.resolve("man/man1").resolve(ManPage.file(command));
        write(page, ManPage.of(command, version, date));
      }
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }
}
