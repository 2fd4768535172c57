package org.cloudtransfer.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cloudtransfer.config.ServiceDatabase;

/**
 * One small cloud as it would lie in the databases of any release, and the archive that it makes:
 * texts in which a line that begins with a range, such as {@code [..newton/expanded]}, holds for
 * that range only. {@code #} begins a comment.
 */
public final class Fixtures {
  private static final Pattern RANGE = Pattern.compile("(?:\\[([^]]*)] ?)?(.*)");

  private Fixtures() {}

  /** The databases that the services have at that moment; SOC 6 has no API database of Nova. */
  static List<ServiceDatabase> databases(Moment moment) {
    List<ServiceDatabase> all = new ArrayList<>(List.of(ServiceDatabase.values()));
    if (!moment.since("mitaka")) {
      all.remove(ServiceDatabase.NOVA_API);
    }
    return all;
  }

  /** Makes and fills a database, in a spelling that the server must translate. */
  static String sql(ServiceDatabase database, Moment moment) {
    return VersionRows.sql(database, moment) + at(moment, database.text() + ".sql");
  }

  /** What each database's version tables hold, in words. */
  public static Map<ServiceDatabase, String> versions(Moment moment) {
    Map<ServiceDatabase, String> versions = new EnumMap<>(ServiceDatabase.class);
    for (ServiceDatabase database : databases(moment)) {
      List<String> heads = VersionRows.alembic(database, moment);
      List<String> numbers =
          VersionRows.migrate(database, moment).values().stream().map(String::valueOf).toList();
      versions.put(
          database,
          heads.isEmpty()
              ? String.join("/", numbers)
              : String.join("/", heads)
                  + (numbers.isEmpty() ? "" : " (" + String.join("/", numbers) + ")"));
    }
    return versions;
  }

  /** The files of the archive by name, and the {@code warnings}. */
  public static Map<String, String> archive(Moment moment) {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> section = new ArrayList<>();
    for (String line : at(moment, "archive.txt").split("\n")) {
      if (line.startsWith("== ")) {
        section = sections.computeIfAbsent(line.substring(3), name -> new ArrayList<>());
      } else {
        section.add(line + "\n");
      }
    }
    return sections.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> String.join("", e.getValue())));
  }

  private static String at(Moment moment, String file) {
    return owners(
        lines(file).stream()
            .flatMap(line -> at(moment, RANGE.matcher(line)))
            .collect(Collectors.joining("\n", "", "\n")),
        moment);
  }

  /** Of one line what holds at that moment, if anything. */
  private static Stream<String> at(Moment moment, Matcher line) {
    boolean holds = line.matches() && (line.group(1) == null || moment.isIn(line.group(1)));
    return holds ? Stream.of(line.group(2)) : Stream.empty();
  }

  private static String owners(String text, Moment moment) {
    return text.replace("OWNER", moment.since("newton/contracted") ? "project_id" : "tenant_id")
        .replace("ALPHA", "a".repeat(32))
        .replace("BETA", "b".repeat(32))
        .replace("ADMIN", "1".repeat(32))
        .replace("MAPPED", "3".repeat(64))
        .replace("MEMBERS", "4".repeat(64))
        .replace("FEDERATED", "5".repeat(32))
        .replace("SEEN", "6".repeat(64))
        .replace("DELETED", "e".repeat(32));
  }

  static List<String> lines(String file) {
    try (InputStream in = Fixtures.class.getResourceAsStream("releases/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
