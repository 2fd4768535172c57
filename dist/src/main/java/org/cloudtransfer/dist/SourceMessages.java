package org.cloudtransfer.dist;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Finds the messages in the sources: the arguments of the calls that make them. */
final class SourceMessages extends TreeScanner<Void, Literals> {
  private static final Map<String, String> STOPS =
      Map.of("StopException.badInput", "2", "StopException.unreachable", "3");
  private static final Map<String, String> EXIT_CODES =
      Map.of(
          "ExitCode.ROWS_LEFT", "1",
          "ExitCode.BAD_INPUT", "2",
          "ExitCode.UNREACHABLE", "3",
          "ExitCode.DIFFERENCES", "4",
          "ExitCode.LOCKED", "5",
          "ExitCode.STOPPED", "6",
          "ExitCode.INTERRUPTED", "130");

  private final List<Message> messages = new ArrayList<>();

  private SourceMessages() {}

  /**
   * A message of the programs.
   *
   * @param sort which begins with its place in the document
   * @param outcome the exit code of a run that ends, the outcome of a row, or empty
   * @param text with an ellipsis for what is not known before
   * @param remedy may be empty
   */
  record Message(String sort, String outcome, String text, String remedy) {}

  /** All messages in the Java files below some directories. */
  static List<Message> below(List<Path> directories) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path directory : directories) {
      try (Stream<Path> found = Files.walk(directory)) {
        found.filter(file -> file.toString().endsWith(".java")).sorted().forEach(files::add);
      }
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
      SourceMessages scanner = new SourceMessages();
      for (CompilationUnitTree unit : task.parse()) {
        scanner.scan(unit, Literals.of(unit));
      }
      return scanner.messages;
    }
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree call, Literals literals) {
    String name = call.getMethodSelect().toString().replaceAll("\\s+", "");
    List<? extends ExpressionTree> arguments = call.getArguments();
    if (STOPS.containsKey(name)) {
      add("1 stop", STOPS.get(name), arguments, 0, literals);
    } else if (name.matches("Outcome\\.(withheld|failed|inapplicable|unchanged)")) {
      add("2 row", name.substring("Outcome.".length()), arguments, 1, literals);
    } else if (name.matches(".*[cC]onsole(\\(\\))?\\.warn")) {
      add("3 warning", "", arguments, 0, literals);
    }
    return super.visitMethodInvocation(call, literals);
  }

  @Override
  public Void visitNewClass(NewClassTree made, Literals literals) {
    String name = made.getIdentifier().toString();
    List<? extends ExpressionTree> arguments = made.getArguments();
    if (name.endsWith("StopException")) {
      String code = EXIT_CODES.getOrDefault(simple(arguments.get(0)), "");
      add("1 stop", code, arguments, 1, literals);
    } else if (name.endsWith("TypeConversionException")) {
      add("4 reason", "2", arguments, 0, literals);
    }
    return super.visitNewClass(made, literals);
  }

  private static String simple(ExpressionTree expression) {
    return expression.toString().replaceFirst(".*(ExitCode\\.)", "$1");
  }

  private void add(
      String sort,
      String outcome,
      List<? extends ExpressionTree> arguments,
      int first,
      Literals literals) {
    String text = arguments.size() > first ? literals.text(arguments.get(first)) : "";
    String remedy = arguments.size() > first + 1 ? literals.text(arguments.get(first + 1)) : "";
    if (text.chars().anyMatch(Character::isLetter)) {
      messages.add(new Message(sort, outcome, text, remedy));
    }
  }
}
