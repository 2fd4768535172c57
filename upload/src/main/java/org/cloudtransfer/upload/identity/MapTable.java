package org.cloudtransfer.upload.identity;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.cloudtransfer.resource.Project;
import org.cloudtransfer.resource.User;
import org.cloudtransfer.upload.identity.MapFile.Type;
import org.cloudtransfer.upload.identity.Placement.Ambiguous;
import org.cloudtransfer.upload.identity.Placement.Found;
import org.cloudtransfer.upload.identity.Placement.Heir;
import org.cloudtransfer.upload.identity.Placement.Unproven;

/** The identity map as a table for people; {@link MapFile} reads it back. */
public final class MapTable {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setRecordSeparator('\n')
          .setHeader(
              "source_id", "name", "domain", "target_id", "how", "confidence", "candidates", "type")
          .get();

  private MapTable() {}

  /**
   * One line; texts that there are none of are empty.
   *
   * @param candidates target IDs, those of users each with name and domain in brackets
   * @param type {@code user} or {@code project}
   */
  public record Entry(
      String source,
      String name,
      String domain,
      String target,
      String how,
      String confidence,
      List<String> candidates,
      String type) {
    public Entry {
      candidates = List.copyOf(candidates);
    }

    private List<String> values() {
      return List.of(
          source, name, domain, target, how, confidence, String.join("; ", candidates), type);
    }
  }

  /** One line for each project, those without a place first. */
  public static List<Entry> projects(IdentityMap map, Collection<Project> projects) {
    return gapsFirst(projects, Project::id, p -> map.project(p.id())).stream()
        .map(p -> entry(Type.PROJECT, p.id(), p.name(), p.domain(), map.project(p.id()), List.of()))
        .toList();
  }

  /**
   * One line for each user, those without a place first.
   *
   * @param suggestions by source ID of users whom nobody found, who may be meant
   */
  public static List<Entry> users(
      IdentityMap map, Collection<User> users, Map<String, List<String>> suggestions) {
    return gapsFirst(users, User::id, u -> map.user(u.id())).stream()
        .map(
            u ->
                entry(
                    Type.USER,
                    u.id(),
                    u.name(),
                    u.domain(),
                    map.user(u.id()),
                    suggestions.getOrDefault(u.id(), List.of())))
        .toList();
  }

  /** The entries as CSV. */
  public static String csv(List<Entry> entries) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      for (Entry entry : entries) {
        printer.printRecord(entry.values());
      }
    } catch (IOException e) {
      throw new IllegalStateException("a string takes everything", e);
    }
    return text.toString();
  }

  private static <T> List<T> gapsFirst(
      Collection<T> all, Function<T, String> id, Function<T, Placement> place) {
    return all.stream()
        .sorted(
            Comparator.comparing((T one) -> place.apply(one) instanceof Found).thenComparing(id))
        .toList();
  }

  private static Entry entry(
      Type type,
      String id,
      String name,
      String domain,
      Placement placement,
      List<String> suggested) {
    String target = "";
    String how = "";
    String confidence = "none";
    List<String> candidates = placement instanceof Heir heir ? List.of(heir.targetId()) : suggested;
    if (placement instanceof Found found) {
      target = found.targetId();
      how = found.how();
      confidence = how.startsWith("name") ? "likely" : "certain";
    } else if (placement instanceof Unproven unproven) {
      how = "the same name and domain; copy it to target_id if it is meant";
      confidence = "likely";
      candidates = List.of(unproven.targetId());
    } else if (placement instanceof Ambiguous ambiguous) {
      how = "several users could be meant";
      confidence = "ambiguous";
      candidates = ambiguous.candidates();
    }
    return new Entry(
        id,
        Objects.requireNonNullElse(name, ""),
        Objects.requireNonNullElse(domain, ""),
        target,
        how,
        confidence,
        candidates,
        type.text());
  }

  /** How many users and projects have a place, in a sentence. */
  public static String summary(IdentityMap map) {
    long found = map.users().values().stream().filter(Found.class::isInstance).count();
    long ambiguous = map.users().values().stream().filter(Ambiguous.class::isInstance).count();
    return found
        + " of "
        + map.users().size()
        + " owners are placed, "
        + ambiguous
        + " are ambiguous, "
        + (map.users().size() - found - ambiguous)
        + " were not found; "
        + map.projects().values().stream().filter(Found.class::isInstance).count()
        + " of "
        + map.projects().size()
        + " projects are placed.";
  }
}
