package org.cloudtransfer.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Everything that can be typed is described wherever one may look for it. */
final class DocumentationTest {

  @Test
  void everyCommandAndOptionHasADescription() {
    for (CommandSpec command : Commands.all()) {
      assertThat(Commands.description(command)).as(command.qualifiedName()).isNotEmpty();
      for (OptionSpec option : command.options()) {
        assertThat(Commands.description(option)).as(where(command, option)).isNotBlank();
      }
      for (var parameter : Commands.positionals(command)) {
        assertThat(Commands.description(parameter)).as(command.qualifiedName()).isNotBlank();
      }
    }
  }

  @Test
  void noOptionIsHidden() {
    for (CommandSpec command : Commands.all()) {
      assertThat(command.options()).noneMatch(OptionSpec::hidden);
    }
  }

  @Test
  void helpFitsEightyColumns() {
    for (CommandSpec command : Commands.all()) {
      assertThat(command.commandLine().getUsageMessage().lines())
          .as(command.qualifiedName())
          .allMatch(line -> line.length() <= 80);
    }
  }

  /** These are what the programs have printed: what they found, and how it ended, in numbers. */
  @Test
  void tablesOfTheRunbookFitEightyColumns() throws IOException {
    List<String> tables =
        new Document("runbook.md")
            .text()
            .lines()
            .filter(line -> line.matches("[a-z-]*( +[\\d.]+){2,}"))
            .toList();
    assertThat(tables).hasSizeGreaterThan(30).allMatch(line -> line.length() <= 80);
  }

  @Test
  void manualPageNamesEveryOptionAndCommand() {
    for (CommandSpec command : Commands.all()) {
      String page = ManPage.of(command, "1", "2000-01-01").replace("\\-", "-");
      for (OptionSpec option : command.options()) {
        assertThat(page)
            .as(where(command, option))
            .contains("\\fB" + option.longestName() + "\\fR");
      }
      command.subcommands().keySet().forEach(name -> assertThat(page).contains("\\fB" + name));
    }
  }

  @Test
  void completionKnowsEveryOptionAndCommand() {
    for (CommandLine program : Commands.programs()) {
      String script = Completion.bash(program);
      for (CommandSpec command : Commands.of(program)) {
        assertThat(script).contains(command.name());
        for (OptionSpec option : command.options()) {
          assertThat(script).as(where(command, option)).contains("'" + option.longestName() + "'");
        }
      }
    }
  }

  @Test
  void optionsDocumentIsOfTheseOptions() throws IOException {
    new Document("options.md").is(OptionsDocument.text());
  }

  @Test
  void guideLeadsToAllOptions() throws IOException {
    assertThat(new Document("guide.md").text()).contains("(options.md)");
  }

  private static String where(CommandSpec command, OptionSpec option) {
    return command.qualifiedName() + " " + option.longestName();
  }
}
