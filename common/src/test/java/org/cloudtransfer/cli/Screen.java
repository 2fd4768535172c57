package org.cloudtransfer.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A terminal that knows what the console draws with. */
final class Screen {
  private static final Pattern PIECE =
      Pattern.compile("\r(?!\n)|\r?\n|\033\\[K|\033\\[A|[^\r\n\033]+");

  private final List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
  private int row;
  private int column;

  private Screen() {}

  static Screen of(String written) {
    Screen screen = new Screen();
    Matcher pieces = PIECE.matcher(written);
    while (pieces.find()) {
      screen.take(pieces.group());
    }
    return screen;
  }

  private void take(String piece) {
    switch (piece) {
      case "\r" -> column = 0;
      case "\n", "\r\n" -> {
        row++;
        column = 0;
        if (row == lines.size()) {
          lines.add(new StringBuilder());
        }
      }
      case "\033[K" -> lines.get(row).setLength(Math.min(column, lines.get(row).length()));
      case "\033[A" -> row--;
      default -> {
        StringBuilder line = lines.get(row);
        line.replace(column, Math.min(line.length(), column + piece.length()), piece);
        column += piece.length();
      }
    }
  }

  /** What is to be seen, without empty lines at the end. */
  List<String> lines() {
    List<String> seen = new ArrayList<>(lines.stream().map(StringBuilder::toString).toList());
    while (!seen.isEmpty() && seen.get(seen.size() - 1).isEmpty()) {
      seen.remove(seen.size() - 1);
    }
    return seen;
  }
}
