package org.cloudtransfer.dist;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cloudtransfer.dist.SourceMessages.Message;

/**
 * {@code docs/messages.md}: every exit code and every message that stops a run or explains a row.
 */
final class MessagesDocument {
  private static final String HEAD =
      """
      # Every exit code and message
      Written by the build from the sources; do not edit. `…` stands for names, numbers and words of others.

      ## Exit codes
      | code | means |
      |---|---|
      """;

  private static final Map<String, String> TITLES =
      Map.of(
          "1 stop",
          "Messages that end a run",
          "2 row",
          "Why a row is not simply done",
          "3 warning",
          "Warnings",
          "4 reason",
          "Why values of options are refused");

  private MessagesDocument() {}

  static String text(List<Message> messages, Map<Integer, String> exitCodes) {
    StringBuilder text = new StringBuilder(HEAD);
    new TreeMap<>(exitCodes)
        .forEach((code, meaning) -> text.append("| %d | %s |%n".formatted(code, cell(meaning))));
    messages.stream()
        .collect(Collectors.groupingBy(Message::sort, TreeMap::new, Collectors.toList()))
        .forEach((sort, some) -> text.append(section(TITLES.get(sort), some)));
    return text.toString();
  }

  private static String section(String title, List<Message> messages) {
    String rows =
        messages.stream()
            .map(m -> "| %s | %s | %s |%n".formatted(m.outcome(), cell(m.text()), cell(m.remedy())))
            .sorted()
            .distinct()
            .collect(Collectors.joining());
    return "%n## %s%n| | message | what to do |%n|---|---|---|%n%s".formatted(title, rows);
  }

  private static String cell(String text) {
    return text.replace("|", "\\|")
        .replace("<", "&lt;")
        .replace("*", "\\*")
        .replace("_", "\\_")
        .strip();
  }
}
