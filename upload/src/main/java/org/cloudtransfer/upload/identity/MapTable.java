package org.cloudtransfer.upload.identity;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
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

  /** One line for each user, those without a place first. */
  public static String csv(IdentityMap map, Collection<User> users) {
    StringBuilder text = new StringBuilder();
    List<User> ordered =
        users.stream()
            .sorted(
                Comparator.comparing((User user) -> map.user(user.id()) instanceof Found)
                    .thenComparing(User::id))
            .toList();
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      for (User user : ordered) {
        printer.printRecord(line(user, map.user(user.id())));
      }
    } catch (IOException e) {
      throw new IllegalStateException("a string takes everything", e);
    }
    return text.toString();
  }

  private static List<String> line(User user, Placement placement) {
    String target = "";
    String how = "";
    String confidence = "none";
    String candidates = placement instanceof Heir heir ? heir.targetId() : "";
    if (placement instanceof Found found) {
      target = found.targetId();
      how = found.how();
      confidence = how.startsWith("name") ? "likely" : "certain";
    } else if (placement instanceof Ambiguous ambiguous) {
      how = "several users could be meant";
      confidence = "ambiguous";
      candidates = String.join("; ", ambiguous.candidates());
    }
    return Arrays.asList(
        user.id(), user.name(), user.domain(), target, how, confidence, candidates);
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
