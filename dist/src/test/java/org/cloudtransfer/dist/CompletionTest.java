package org.cloudtransfer.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Completion as the shells themselves do it. */
final class CompletionTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({
    "upload --ke, --keypairs --keystone-config",
    "upload plan --deta, --detailed-exitcode",
    "upload rollb, rollback",
    "download --config-d, --config-dir"
  })
  void bashCompletes(String line, String proposed) throws Exception {
    String words = line.replace(' ', '\n');
    String program = line.substring(0, line.indexOf(' '));
    Files.writeString(directory.resolve(program), Completion.bash(program(program)));

    String said =
        run(
            "bash",
            "-c",
            ". \"$0/$1\"; mapfile -t COMP_WORDS <<<\"$2\"; COMP_CWORD=$((${#COMP_WORDS[@]} - 1));"
                + " _complete_$1; printf '%s\\n' \"${COMPREPLY[@]}\"",
            directory.toString(),
            program,
            words);

    assertThat(said.split("\n")).contains(proposed.split(" "));
  }

  @Test
  void zshCompletes() throws Exception {
    requireZsh();
    for (CommandLine program : Commands.programs()) {
      Files.writeString(directory.resolve("_" + program.getCommandName()), Completion.zsh(program));
    }

    String said =
        zsh(
            "upload --keyp",
            "upload plan --tarball x --deta",
            "upload rollb",
            "upload plan --default-groups ex",
            "upload --keys",
            "download --config-d",
            "download sq",
            "demo --kee");

    assertThat(said)
        .contains(
            "upload --keypairs",
            "upload plan --tarball x --detailed-exitcode",
            "upload rollback",
            "upload plan --default-groups exact",
            "upload --keystone-config=",
            "download --config-dir",
            "download sql",
            "demo --keep")
        .doesNotContain("not found", "error", "invalid");
  }

  private String zsh(String... lines) throws Exception {
    List<String> command = new ArrayList<>(List.of("zsh", "-f", script(), directory.toString()));
    command.addAll(List.of(lines));
    return run(command.toArray(String[]::new));
  }

  private static String script() throws URISyntaxException {
    return Path.of(CompletionTest.class.getResource("complete.zsh").toURI()).toString();
  }

  private static void requireZsh() {
    boolean installed =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(place -> Files.isExecutable(Path.of(place, "zsh")));
    boolean required = "1".equals(System.getenv("CLOUDTRANSFER_ZSH_REQUIRED"));
    assertThat(installed || !required).as("there is no zsh, and it is required").isTrue();
    assumeTrue(installed, "there is no zsh here (Debian: apt-get install zsh)");
  }

  private static CommandLine program(String name) {
    return Commands.programs().stream()
        .filter(program -> program.getCommandName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
