package org.cloudtransfer.upload.identity;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.cloudtransfer.resource.User;
import org.cloudtransfer.upload.identity.Placement.Ambiguous;
import org.cloudtransfer.upload.identity.Placement.Found;
import org.cloudtransfer.upload.identity.Placement.Heir;

/** The identity map as a table for people; {@link MapFile} reads it back. */
public final class MapTable {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setRecordSeparator('\n')
          .setHeader("source_id", "name", "domain", "target_id", "how", "confidence", "candidates")
          .get();

  private MapTable() {}

  /**
   * One line; texts that there are none of are empty.
   *
   * @param candidates target IDs, each with name and domain in brackets
   */
  public record Entry(
      String source,
      String name,
      String domain,
      String target,
      String how,
      String confidence,
      List<String> candidates) {
    public Entry {
      candidates = List.copyOf(candidates);
    }

    private List<String> values() {
      return List.of(source, name, domain, target, how, confidence, String.join("; ", candidates));
    }
  }

  /**
   * One line for each user, those without a place first.
   *
   * @param suggestions by source ID of users whom nobody found, who may be meant
   */
  public static List<Entry> entries(
      IdentityMap map, Collection<User> users, Map<String, List<String>> suggestions) {
    return users.stream()
        .sorted(
            Comparator.comparing((User user) -> map.user(user.id()) instanceof Found)
                .thenComparing(User::id))
        .map(
            user ->
                entry(user, map.user(user.id()), suggestions.getOrDefault(user.id(), List.of())))
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

  private static Entry entry(User user, Placement placement, List<String> suggested) {
    String target = "";
    String how = "";
    String confidence = "none";
    List<String> candidates = placement instanceof Heir heir ? List.of(heir.targetId()) : suggested;
    if (placement instanceof Found found) {
      target = found.targetId();
      how = found.how();
      confidence = how.startsWith("name") ? "likely" : "certain";
    } else if (placement instanceof Ambiguous ambiguous) {
      how = "several users could be meant";
      confidence = "ambiguous";
      candidates = ambiguous.candidates();
    }
    return new Entry(
        user.id(),
        Objects.requireNonNullElse(user.name(), ""),
        Objects.requireNonNullElse(user.domain(), ""),
        target,
        how,
        confidence,
        candidates);
  }

  /** How many users have a place, in a sentence. */
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
        + " were not found.";
  }
}
