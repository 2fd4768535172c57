package org.cloudtransfer.cli;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * What the user sees. Results go to standard output; remarks, warnings and progress to standard
 * error. Threads may share it.
 */
public final class Console {
  private static final Pattern STEERING =
      Pattern.compile("[\\p{Cc}&&[^\\t]]|[\\u202A-\\u202E\\u2066-\\u2069]");

  private static final String RED = "\033[1;31m";
  private static final String YELLOW = "\033[1;33m";
  private static final String PLAIN = "\033[0m";
  private static final String FRESH_LINE = "\r\033[K";
  private static final String LINE_ABOVE = "\033[A";

  private final PrintStream out;
  private final PrintStream err;
  private final Verbosity verbosity;
  private final boolean progress;
  private final Output output;
  private final Queue<String> warnings = new ConcurrentLinkedQueue<>();
  private final boolean colours;

  /** Lines that are drawn anew as long as their owners live, by owner. */
  private final Map<Object, String> drawn = new LinkedHashMap<>();

  private int linesOnScreen;

  /** Without colours. */
  public Console(
      PrintStream out, PrintStream err, Verbosity verbosity, Output output, boolean progress) {
    this(out, err, verbosity, output, progress, false);
  }

  /**
   * @param output in which form results are written
   * @param progress whether progress may be drawn: standard error is a terminal and the user did
   *     not refuse
   * @param colours whether warnings and errors may be coloured
   */
  public Console(
      PrintStream out,
      PrintStream err,
      Verbosity verbosity,
      Output output,
      boolean progress,
      boolean colours) {
    this.out = out;
    this.err = err;
    this.verbosity = verbosity;
    this.progress = progress;
    this.output = output;
    this.colours = colours;
  }

  /** How much is said. */
  public enum Verbosity {
    QUIET,
    NORMAL,
    DETAIL,
    TRACE
  }

  /** The form of results. */
  public enum Output {
    TEXT,
    JSON
  }

  /** A line of the result as text; nothing if results are JSON. */
  public synchronized void result(String line) {
    if (output == Output.TEXT) {
      wipe();
      out.println(printable(line));
      out.flush();
    }
  }

  /** The whole result as one JSON object; nothing if results are text. */
  public synchronized void json(Supplier<String> object) {
    if (output == Output.JSON) {
      wipe();
      out.println(object.get());
      out.flush();
    }
  }

  /** A remark on what is going on; not with {@code -q}. */
  public void say(String line) {
    if (verbosity != Verbosity.QUIET) {
      remark(line);
    }
  }

  /** A remark for {@code -v}. */
  public void detail(String line) {
    if (verbosity.compareTo(Verbosity.DETAIL) >= 0) {
      remark(line);
    }
  }

  /** A remark for {@code -vv}. */
  public void trace(String line) {
    if (verbosity == Verbosity.TRACE) {
      remark(line);
    }
  }

  /** What a person should look at, whatever the verbosity. */
  public void warn(String line) {
    warnings.add(line);
    remark(coloured(YELLOW, "warning: "), line);
  }

  /** What was warned of so far. */
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** Why the run ends, whatever the verbosity. */
  public void error(String line) {
    remark(coloured(RED, "error: "), line);
  }

  /** What to do about the error before it. */
  public void hint(String line) {
    remark("  " + line);
  }

  /** The stack of an exception, for {@code --debug}. */
  public synchronized void stack(Throwable thrown) {
    wipe();
    thrown.printStackTrace(err);
  }

  /**
   * A line that whatever is written next takes the place of, below the lines of other owners; for a
   * terminal only.
   */
  synchronized void draw(Object owner, String line) {
    drawn.put(owner, printable(line));
    redraw();
  }

  private void redraw() {
    err.print(up() + FRESH_LINE + String.join(System.lineSeparator(), drawn.values()));
    err.flush();
    linesOnScreen = drawn.size();
  }

  /** What an owner drew last stays, above what others draw. */
  synchronized void keepDrawn(Object owner) {
    String line = drawn.remove(owner);
    if (line != null) {
      err.print(up() + FRESH_LINE);
      err.println(line);
      leave();
    }
  }

  /** What an owner drew goes. */
  synchronized void undraw(Object owner) {
    if (drawn.remove(owner) != null) {
      wipe();
      leave();
    }
  }

  private void leave() {
    linesOnScreen = 0;
    if (drawn.isEmpty()) {
      err.flush();
    } else {
      redraw();
    }
  }

  /** To the first of the lines that are drawn, which leaves those below it empty. */
  private String up() {
    return (FRESH_LINE + LINE_ABOVE).repeat(Math.max(0, linesOnScreen - 1));
  }

  private void wipe() {
    if (linesOnScreen > 0) {
      err.print(up() + FRESH_LINE);
      err.flush();
      linesOnScreen = 0;
    }
  }

  public boolean showsProgress() {
    return progress && verbosity != Verbosity.QUIET;
  }

  /**
   * One line with nothing in it that steers a terminal or turns the direction of writing: names of
   * strangers stand in it.
   */
  private static String printable(String line) {
    return STEERING.matcher(line.replaceAll("\\R", " ")).replaceAll("?");
  }

  private String coloured(String colour, String word) {
    return colours ? colour + word + PLAIN : word;
  }

  private void remark(String line) {
    remark("", line);
  }

  /** Together, for threads share the stream. */
  private synchronized void remark(String lead, String line) {
    wipe();
    err.println(lead + printable(line));
    err.flush();
  }
}
