package org.cloudtransfer.dist.packed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document with commands and what they print, in blocks that begin with {@code ```console}: a
 * line that begins with a dollar sign is a command, those after it are its output.
 */
final class Transcript {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```console\\n(.*?)^```$");

  /** In front of what a command printed and behind it; nothing prints such a thing. */
  private static final String MARK = "\u0001";

  private final String document;

  Transcript(String document) {
    this.document = document;
  }

  List<String> commands() {
    List<String> commands = new ArrayList<>();
    Matcher blocks = BLOCK.matcher(document);
    while (blocks.find()) {
      blocks
          .group(1)
          .lines()
          .filter(l -> l.startsWith("$ "))
          .forEach(l -> commands.add(l.substring(2)));
    }
    return commands;
  }

  /** Runs all commands in one shell, and gives what each printed. */
  List<String> run(Path directory, Map<String, String> environment)
      throws IOException, InterruptedException {
    StringBuilder script = new StringBuilder("exec 2>&1\n");
    for (String command : commands()) {
      script.append(command).append("\nprintf '\\001%d\\001' $?\n");
    }
    Path file = Files.writeString(directory.resolveSibling("commands"), script);
    ProcessBuilder builder =
        new ProcessBuilder("bash", file.toString()).directory(directory.toFile());
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("OS_") || name.contains("JAVA_"));
    builder.environment().putAll(environment);
    Process shell = builder.redirectErrorStream(true).start();
    shell.getOutputStream().close();
    String all = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    shell.waitFor();
    return outputs(all);
  }

  private static List<String> outputs(String all) {
    List<String> outputs = new ArrayList<>();
    String[] parts = all.split(MARK);
    for (int i = 0; i + 1 < parts.length; i += 2) {
      outputs.add(
          parts[i] + (parts[i + 1].equals("0") ? "" : "[exit code " + parts[i + 1] + "]\n"));
    }
    return outputs;
  }

  /** The document with these outputs in the place of those that it has. */
  String with(List<String> outputs) {
    List<String> left = new ArrayList<>(outputs);
    return BLOCK
        .matcher(document)
        .replaceAll(
            block -> {
              StringBuilder text = new StringBuilder("```console\n");
              block
                  .group(1)
                  .lines()
                  .filter(line -> line.startsWith("$ "))
                  .forEach(command -> text.append(command).append('\n').append(left.remove(0)));
              return Matcher.quoteReplacement(text + "```");
            });
  }
}
