package org.cloudtransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class ProgramTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Command(name = "tool")
  static final class Tool implements Callable<Integer>, Program.Command {
    @Mixin private CommonOptions common = new CommonOptions();
    private final Callable<Integer> work;

    Tool(Callable<Integer> work) {
      this.work = work;
    }

    @Override
    public CommonOptions common() {
      return common;
    }

    @Override
    public Integer call() throws Exception {
      return work.call();
    }
  }

  private int run(Callable<Integer> work, String... args) {
    PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
    PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new Program(new CommandLine(new Tool(work)), outStream, errStream).run(args);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theCommandsNumberIsTheExitCode() {
    assertThat(run(() -> 4)).isEqualTo(4);
    assertThat(err()).isEmpty();
  }

  @Test
  void whatStopsTheRunIsSaidWithWhatToDoAndWithoutAStack() {
    int code =
        run(
            () -> {
              throw new StopException(
                  ExitCode.LOCKED, "It is held.", "Wait.", new Exception("why"));
            });

    assertThat(code).isEqualTo(5);
    assertThat(err()).isEqualTo(String.format("error: It is held.%n  Wait.%n"));
  }

  /** Messages hold names of strangers: they may not steer the terminal or fake lines. */
  @Test
  void namesInAMessageSteerNoTerminal() {
    run(
        () -> {
          throw StopException.badInput("Its \u001b[2J\u009b31m\r\nerror: fake.", "Do\u001b[0m.");
        });
    Console console =
        new Console(stream(out), stream(err), Console.Verbosity.TRACE, Console.Output.TEXT, false);
    console.result("evil\u001b[2J\nfake line");
    console.warn("evil\u001b[2J\nfake line");
    console.trace("evil\u001b[2J\nfake line");

    String all = err() + out.toString(StandardCharsets.UTF_8);
    assertThat(all).contains("fake").doesNotContain("\u001b", "\u009b");
    assertThat(all.lines()).noneMatch(line -> line.startsWith("error: fake"));
    assertThat(all.lines()).noneMatch(line -> line.startsWith("fake line"));
  }

  @Test
  void namesInAMessageKeepTheirLetters() {
    new Console(stream(out), stream(err), Console.Verbosity.NORMAL, Console.Output.TEXT, false)
        .result("  J\u00fcrgen \u6f22\u5b57 \ud83e\udd84 -> \"x\"");

    assertThat(out.toString(StandardCharsets.UTF_8).stripTrailing())
        .isEqualTo("  J\u00fcrgen \u6f22\u5b57 \ud83e\udd84 -> \"x\"");
  }

  @Test
  void theStackIsShownOnDemand() {
    run(
        () -> {
          throw StopException.badInput("Bad.", "Mend.");
        },
        "--debug");

    assertThat(err()).contains("\tat ", "error: Bad.");
  }

  @Test
  void aFaultOfTheProgramHasNoStackUnlessAskedFor() {
    int code =
        run(
            () -> {
              throw new IllegalStateException("oops");
            });

    assertThat(code).isNotZero();
    assertThat(err()).contains("oops", "--debug").doesNotContain("\tat ");
  }

  /** An error would leave with a stack and exit code 1, as if rows had been listed. */
  @Test
  void anErrorIsExplainedLikeAnyFault() {
    int code =
        run(
            () -> {
              throw new StackOverflowError();
            });

    assertThat(code).isEqualTo(2);
    assertThat(err()).contains("StackOverflowError", "--debug").doesNotContain("\tat ");
  }

  @Test
  void whoRunsOutOfMemoryIsToldHowToGiveMore() {
    int code =
        run(
            () -> {
              throw new IllegalStateException(
                  new ExecutionException(new OutOfMemoryError("Java heap space")));
            });

    assertThat(code).isEqualTo(2);
    assertThat(err())
        .contains("memory is used up: Java heap space", "Nothing was written")
        .contains("JDK_JAVA_OPTIONS=-Xmx")
        .doesNotContain("fault of the program");
  }

  /** As a process of its own, for the JDK configures its logging once. */
  public static final class Logging {
    private Logging() {}

    public static void main(String[] args) {
      Callable<Integer> work =
          () -> {
            Logger.getLogger("org.postgresql.ssl").severe("Server name validation failed");
            return 0;
          };
      System.exit(new Program(new CommandLine(new Tool(work)), System.out, System.err).run(args));
    }
  }

  private static String logged(String... args) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Logging.class.getName());
    command.addAll(List.of(args));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }

  /** What a library logs it throws, too, and the user was told twice. */
  @Test
  void librariesLogNothingUnlessItIsDebugged() throws Exception {
    assertThat(logged()).isEmpty();
    assertThat(logged("--debug")).contains("SEVERE: Server name validation failed");
  }

  @Test
  void anUnknownOptionIsWrongUsage() {
    assertThat(run(() -> 0, "--colour")).isEqualTo(2);
    assertThat(err()).contains("--colour", "--help").doesNotContain("\tat ");
  }

  @Test
  void verbosityGrowsWithTheLetter() {
    Console console =
        new Console(stream(out), stream(err), Console.Verbosity.DETAIL, Console.Output.TEXT, false);
    console.say("a");
    console.detail("b");
    console.trace("c");
    console.result("r");

    assertThat(err()).contains("a", "b").doesNotContain("c");
    assertThat(out.toString(StandardCharsets.UTF_8).strip()).isEqualTo("r");
  }

  @Test
  void quietKeepsResultsWarningsAndErrors() {
    Console console =
        new Console(stream(out), stream(err), Console.Verbosity.QUIET, Console.Output.TEXT, true);
    console.say("chatter");
    console.warn("look");
    console.error("bad");
    console.result("r");

    assertThat(err()).contains("look", "bad").doesNotContain("chatter");
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("r");
    assertThat(console.showsProgress()).isFalse();
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  @Test
  void aSecretPrintsAsAsterisks() {
    assertThat(new Secret("hunter2")).hasToString("***");
    assertThat("" + List.of(new Secret("hunter2"))).doesNotContain("hunter2");
  }

  /** Scripts rely on them (design §2). */
  @Test
  void exitCodesAreAsDocumented() {
    assertThat(ExitCode.values())
        .extracting(ExitCode::number)
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 130);
  }
}
