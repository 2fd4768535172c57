package org.cloudtransfer.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cloudtransfer.cli.Console.Output;
import org.cloudtransfer.cli.Console.Verbosity;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Runs a command line, and turns what goes wrong into a message and an exit code. Files of
 * arguments are off: in {@code --nova-db @FILE} the file holds a URL.
 */
public final class Program {
  private final CommandLine line;
  private final PrintStream out;
  private final PrintStream err;

  /** A command that can say how verbose it is. */
  public interface Command {
    CommonOptions common();
  }

  /**
   * @param line with all its subcommands, which are {@link Command}s, apart from picocli's own
   */
  public Program(CommandLine line, PrintStream out, PrintStream err) {
    this.line = line;
    this.out = out;
    this.err = err;
    line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
        .setExpandAtFiles(false)
        .setExecutionStrategy(Program::execute)
        .setParameterExceptionHandler(this::correct)
        .setExecutionExceptionHandler(this::explain);
  }

  /** Runs and returns the exit code. */
  public int run(String... args) {
    return line.execute(args);
  }

  /**
   * Options before a subcommand would be taken by the program itself and have no effect on the
   * subcommand, which could then do more than was asked for.
   */
  private static int execute(ParseResult parsed) {
    if (parsed.hasSubcommand()) {
      CommandLine command = parsed.subcommand().commandSpec().commandLine();
      parsed.matchedOptions().stream()
          .filter(option -> !option.usageHelp() && !option.versionHelp())
          .findFirst()
          .ifPresent(
              option -> {
                String word = command.getCommandName();
                throw new ParameterException(
                    command, option.longestName() + " must come after the word " + word + ".");
              });
    }
    List<CommandLine> commands = parsed.asCommandLineList();
    CommandLine last = commands.get(commands.size() - 1);
    if (!(last.getCommand() instanceof Command command && command.common().debug())) {
      SilentLibraries.please();
    }
    try {
      return new CommandLine.RunLast().execute(parsed);
    } catch (Error e) {
      throw new CommandLine.ExecutionException(last, "an error", Unexpected.beforeWriting(e));
    }
  }

  private int correct(ParameterException thrown, String... args) {
    CommandLine command = thrown.getCommandLine();
    command.getErr().println("error: " + thrown.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(thrown, command.getErr());
    String name = command.getCommandSpec().qualifiedName();
    command.getErr().println("  See '" + name + " --help' for the options.");
    return ExitCode.BAD_INPUT.number();
  }

  private int explain(Exception thrown, CommandLine command, ParseResult parsed) {
    CommonOptions common = ((Command) command.getCommand()).common();
    Console console =
        new Console(out, err, Verbosity.NORMAL, Output.TEXT, false, Terminal.ofProcess().colours());
    if (common.debug()) {
      console.stack(thrown);
    }
    StopException stop =
        thrown instanceof StopException told ? told : Unexpected.beforeWriting(thrown);
    console.error(stop.getMessage());
    console.hint(stop.remedy());
    return stop.exitCode().number();
  }
}
