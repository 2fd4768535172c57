package org.cloudtransfer.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.cloudtransfer.cli.Console;
import org.cloudtransfer.cli.Console.Output;
import org.cloudtransfer.cli.Console.Verbosity;
import org.cloudtransfer.cli.Selection;
import org.cloudtransfer.config.DatabaseLocator;
import org.cloudtransfer.report.Next;
import org.cloudtransfer.report.ReportFile;
import org.cloudtransfer.source.DatabaseServer;
import org.cloudtransfer.source.OnEveryServer;
import org.cloudtransfer.source.SourceCloud;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import picocli.CommandLine;

/** What a terminal shows while the old cloud is read. */
@OnEveryServer
class BarsTest {
  private static final String[] TABLES = {
    "nova-quotas",
    "neutron-quotas",
    "cinder-quotas",
    "keypairs",
    "security-groups",
    "security-group-rules"
  };

  @Parameter private DatabaseServer server;
  @TempDir private Path directory;

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeParameterizedClassInvocation
  static void cloud(DatabaseServer server) {
    server.ensureLiberty();
  }

  private Console console(boolean terminal) {
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new Console(
        new PrintStream(new ByteArrayOutputStream()),
        stream,
        Verbosity.NORMAL,
        Output.TEXT,
        terminal);
  }

  private SourceCloud cloud(Console console) throws IOException {
    Path etc = server.configure(directory.resolve("etc"));
    return new SourceCloud(new DatabaseLocator(etc, Map.of(), Map.of()), Optional.empty(), console);
  }

  private static Selection selection(String... args) {
    Selection selection = new Selection();
    CommandLine.populateCommand(selection, args);
    return selection;
  }

  private String download(boolean terminal, String... selected) throws IOException {
    Console console = console(terminal);
    try (SourceCloud cloud = cloud(console)) {
      new Download(cloud, selection(selected), Clock.systemUTC(), console, new ReportFile())
          .to(directory.resolve("data"));
    }
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void eachTableHasALineWithItsCountInTheEnd() throws IOException {
    String shown = download(true);

    for (String table : TABLES) {
      assertThat(shown)
          .containsPattern("(?m)" + table + " +(100%|\\? %) \\[.*\\] +\\d+/(\\d+|\\?) \\(.*/s$");
    }
  }

  @Test
  void whereTheServerHasStatisticsThereIsATotalAndSoATimeLeft() throws IOException {
    server.sql("neutron", server.analyze("securitygrouprules"));

    assertThat(download(true, "--security-groups"))
        .containsPattern("(?m)security-group-rules 100% \\[=+\\] (\\d+)/\\1 \\(.*/s$");
  }

  @Test
  void ofSomeOwnersRowsNobodyKnowsHowManyThereAre() throws IOException {
    server.sql("neutron", server.analyze("securitygrouprules"));

    assertThat(download(true, "--security-groups", "--project=alpha"))
        .doesNotContain("security-group-rules 100%")
        .containsPattern("security-group-rules +\\? % .* \\d+/\\? \\(");
  }

  @Test
  void checkDrawsThemToo() throws IOException {
    Console console = console(true);
    try (SourceCloud cloud = cloud(console)) {
      new Check(
              cloud,
              selection(),
              Clock.systemUTC(),
              console,
              new ReportFile(),
              new Next("Download it", "download"))
          .run();
    }

    assertThat(err.toString(StandardCharsets.UTF_8)).contains(TABLES);
  }

  @Test
  void whereThereIsNoTerminalNothingIsDrawn() throws IOException {
    assertThat(download(false)).doesNotContain("[", "\r", "\033");
  }
}
