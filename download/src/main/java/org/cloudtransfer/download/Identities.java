package org.cloudtransfer.download;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.cloudtransfer.archive.ArchiveWriter;
import org.cloudtransfer.archive.TableWriter;
import org.cloudtransfer.resource.Project;
import org.cloudtransfer.resource.Table;
import org.cloudtransfer.resource.User;
import org.cloudtransfer.resource.User.Origin;
import org.cloudtransfer.source.IdentitySource;
import org.cloudtransfer.source.Owners;

/** Writes who is behind the IDs in the archive, as far as that is known. */
final class Identities {
  private static final int IDS_PER_QUERY = 1000;

  private final Optional<IdentitySource> source;
  private final Owners owners;
  private final Clock clock;

  Identities(Optional<IdentitySource> source, Owners owners, Clock clock) {
    this.source = source;
    this.owners = owners;
    this.clock = clock;
  }

  List<Tally> write(ArchiveWriter writer) throws IOException {
    return List.of(
        write(writer, User.TABLE, owners.users(), this::users),
        write(writer, Project.TABLE, owners.projects(), this::projects));
  }

  private <R> Tally write(
      ArchiveWriter writer,
      Table<R> table,
      Set<String> ids,
      Function<Collection<String>, List<R>> lookup)
      throws IOException {
    Instant start = clock.instant();
    try (TableWriter<R> out = writer.table(table)) {
      for (List<String> batch : batches(ids)) {
        for (R row : lookup.apply(batch)) {
          out.write(row);
        }
      }
      return new Tally(table.name(), out.rows(), 0, Duration.between(start, clock.instant()));
    }
  }

  static List<List<String>> batches(Set<String> ids) {
    List<String> all = List.copyOf(ids);
    List<List<String>> batches = new ArrayList<>();
    for (int from = 0; from < all.size(); from += IDS_PER_QUERY) {
      batches.add(all.subList(from, Math.min(all.size(), from + IDS_PER_QUERY)));
    }
    return batches;
  }

  private List<User> users(Collection<String> ids) {
    return source
        .map(known -> known.users(ids))
        .orElseGet(
            () -> ids.stream().map(id -> new User(id, null, null, null, Origin.UNKNOWN)).toList());
  }

  private List<Project> projects(Collection<String> ids) {
    return source
        .map(known -> known.projects(ids))
        .orElseGet(() -> ids.stream().map(id -> new Project(id, null, null, null)).toList());
  }
}
