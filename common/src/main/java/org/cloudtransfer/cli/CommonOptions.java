package org.cloudtransfer.cli;

import java.io.PrintStream;
import org.cloudtransfer.cli.Console.Output;
import org.cloudtransfer.cli.Console.Verbosity;
import picocli.CommandLine.Option;

/** The options that every command of both programs takes. */
public final class CommonOptions {
  @Option(names = "-v", description = "Say more: -v what is read and mapped, -vv every request.")
  private boolean[] verbose = {};

  @Option(
      names = {"-q", "--quiet"},
      description = "Say only results, warnings and errors.")
  private boolean quiet;

  @Option(
      names = "--output",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "Write the result as text or as one JSON object. Default: text.")
  private String output;

  @Option(names = "--debug", description = "Show the stack of an error.")
  private boolean debug;

  @Option(names = "--no-progress", description = "Draw no progress: count, rate and time left.")
  private boolean noProgress;

  public boolean debug() {
    return debug;
  }

  /** The console that these options ask for. */
  public Console console(PrintStream out, PrintStream err) {
    Terminal terminal = Terminal.ofProcess();
    return new Console(
        out, err, verbosity(), output(), !noProgress && terminal.progress(), terminal.colours());
  }

  private Output output() {
    return switch (output == null ? "text" : output) {
      case "text" -> Output.TEXT;
      case "json" -> Output.JSON;
      default ->
          throw StopException.badInput("--output " + output + " is unknown.", "Say text or json.");
    };
  }

  private Verbosity verbosity() {
    if (quiet) {
      return Verbosity.QUIET;
    }
    return switch (verbose.length) {
      case 0 -> Verbosity.NORMAL;
      case 1 -> Verbosity.DETAIL;
      default -> Verbosity.TRACE;
    };
  }
}
