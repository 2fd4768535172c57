package org.cloudtransfer.upload.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cloudtransfer.report.Line;
import org.cloudtransfer.report.Mapping;
import org.cloudtransfer.report.Mapping.Account;
import org.cloudtransfer.report.Mapping.Owner;
import org.cloudtransfer.report.Tone;
import org.cloudtransfer.resource.User;
import org.cloudtransfer.upload.identity.IdentityMap;
import org.cloudtransfer.upload.identity.MapTable;

/**
 * The identity map as the page shows it.
 *
 * @param owners the users that own rows
 * @param projects the source IDs of the projects that own rows
 * @param suggestions by source ID of users without a place, who may be meant, as in {@link
 *     MapTable}
 */
public record WhoIsWho(
    IdentityMap identities,
    List<User> owners,
    Set<String> projects,
    Map<String, List<String>> suggestions) {
  private static final String MISSING = "not in the target";

  /** For a run that places nobody. */
  public static final WhoIsWho NOBODY =
      new WhoIsWho(new IdentityMap(Map.of(), Set.of()), List.of(), Set.of(), Map.of());

  public WhoIsWho {
    owners = List.copyOf(owners);
    projects = Set.copyOf(projects);
    suggestions = Map.copyOf(suggestions);
  }

  /**
   * @param lines to count what would be carried over if somebody had a place
   */
  List<Mapping> mappings(List<Line> lines, Map<String, String> projectNames) {
    return List.of(users(lines), projects(lines, projectNames));
  }

  private Mapping users(List<Line> lines) {
    Map<String, Long> waiting = new HashMap<>();
    for (Line line : lines) {
      boolean projectThere = line.project().isEmpty() || identities.hasProject(line.project());
      if (line.ending().tone() == Tone.LOOK && projectThere) {
        waiting.merge(line.user(), 1L, Long::sum);
      }
    }
    List<Owner> all = new ArrayList<>();
    Map<String, Account> known = new LinkedHashMap<>();
    for (MapTable.Entry entry : MapTable.entries(identities, owners, suggestions)) {
      List<Account> candidates = entry.candidates().stream().map(WhoIsWho::account).toList();
      candidates.forEach(account -> known.put(account.id(), account));
      if (!entry.target().isEmpty()) {
        String who = entry.name().isEmpty() ? entry.source() : entry.name();
        known.putIfAbsent(
            entry.target(), new Account(entry.target(), entry.target() + " (" + who + ")"));
      }
      all.add(
          new Owner(
              entry.source(),
              entry.name(),
              entry.domain(),
              entry.target(),
              entry.how(),
              entry.confidence(),
              candidates,
              waiting.getOrDefault(entry.source(), 0L)));
    }
    return new Mapping("users", "--map", "map.csv", all, List.copyOf(known.values()));
  }

  /** An ID, and name and domain in brackets. */
  private static Account account(String candidate) {
    int end = candidate.indexOf(" (");
    return new Account(end < 0 ? candidate : candidate.substring(0, end), candidate);
  }

  private Mapping projects(List<Line> lines, Map<String, String> names) {
    Map<String, Long> waiting = new HashMap<>();
    for (Line line : lines) {
      if (line.ending().tone() == Tone.LOOK) {
        waiting.merge(line.project(), 1L, Long::sum);
      }
    }
    List<Owner> all =
        projects.stream()
            .sorted()
            .map(
                id ->
                    new Owner(
                        id,
                        names.getOrDefault(id, ""),
                        "",
                        identities.hasProject(id) ? id : "",
                        identities.hasProject(id) ? "same ID" : MISSING,
                        identities.hasProject(id) ? "certain" : MISSING,
                        List.of(),
                        waiting.getOrDefault(id, 0L)))
            .toList();
    return new Mapping("projects", "", "", all, List.of());
  }
}
