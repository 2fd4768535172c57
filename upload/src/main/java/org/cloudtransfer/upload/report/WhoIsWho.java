package org.cloudtransfer.upload.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cloudtransfer.report.Line;
import org.cloudtransfer.report.Mapping;
import org.cloudtransfer.report.Mapping.Account;
import org.cloudtransfer.report.Mapping.Known;
import org.cloudtransfer.report.Mapping.Owner;
import org.cloudtransfer.report.Tone;
import org.cloudtransfer.resource.Project;
import org.cloudtransfer.resource.User;
import org.cloudtransfer.upload.identity.Completion;
import org.cloudtransfer.upload.identity.IdentityMap;
import org.cloudtransfer.upload.identity.MapTable;
import org.cloudtransfer.upload.identity.Roll;

/**
 * The identity map as the page shows it.
 *
 * @param owners the users that own rows
 * @param projects those that own rows
 * @param suggestions by source ID of users without a place, who may be meant, as in {@link
 *     MapTable}
 * @param completion who else may be chosen
 */
public record WhoIsWho(
    IdentityMap identities,
    List<User> owners,
    List<Project> projects,
    Map<String, List<String>> suggestions,
    Completion completion) {
  private static final String DOMAIN = " in domain ";

  /** For a run that places nobody. */
  public static final WhoIsWho NOBODY =
      new WhoIsWho(
          new IdentityMap(Map.of(), Map.of()), List.of(), List.of(), Map.of(), Completion.NONE);

  public WhoIsWho {
    owners = List.copyOf(owners);
    projects = List.copyOf(projects);
    suggestions = Map.copyOf(suggestions);
  }

  /**
   * @param lines to count what would be carried over if somebody had a place
   */
  List<Mapping> mappings(List<Line> lines) {
    return List.of(users(lines), projects(lines));
  }

  private Mapping users(List<Line> lines) {
    Map<String, Long> waiting = new HashMap<>();
    for (Line line : lines) {
      boolean projectThere = line.project().isEmpty() || identities.hasProject(line.project());
      if (line.ending().tone() == Tone.LOOK && projectThere) {
        waiting.merge(line.user(), 1L, Long::sum);
      }
    }
    return mapping(
        "users",
        "--map",
        MapTable.users(identities, owners, suggestions),
        waiting,
        completion.users());
  }

  private Mapping projects(List<Line> lines) {
    Map<String, Long> waiting = new HashMap<>();
    for (Line line : lines) {
      if (line.ending().tone() == Tone.LOOK) {
        waiting.merge(line.project(), 1L, Long::sum);
      }
    }
    return mapping(
        "projects",
        "--project-map",
        MapTable.projects(identities, projects),
        waiting,
        completion.projects());
  }

  private static Mapping mapping(
      String what,
      String option,
      List<MapTable.Entry> entries,
      Map<String, Long> waiting,
      Roll roll) {
    List<Owner> all = new ArrayList<>();
    Map<String, Known> known = new LinkedHashMap<>();
    roll.entries().forEach(e -> known.put(e.id(), new Known(e.id(), e.name(), e.domain())));
    for (MapTable.Entry entry : entries) {
      List<Account> candidates = entry.candidates().stream().map(WhoIsWho::account).toList();
      candidates.forEach(account -> known.putIfAbsent(account.id(), known(account)));
      if (!entry.target().isEmpty()) {
        known.putIfAbsent(entry.target(), new Known(entry.target(), entry.name(), ""));
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
    String file = option.substring(2) + ".csv";
    return new Mapping(what, option, file, all, List.copyOf(known.values()), roll.gaps());
  }

  /** An ID, and name and domain in brackets. */
  private static Account account(String candidate) {
    int end = candidate.indexOf(" (");
    return new Account(end < 0 ? candidate : candidate.substring(0, end), candidate);
  }

  private static Known known(Account account) {
    String label = account.label();
    int name = account.id().length() + 2;
    int domain = label.lastIndexOf(DOMAIN);
    return domain < name
        ? new Known(account.id(), "", "")
        : new Known(
            account.id(),
            label.substring(name, domain),
            label.substring(domain + DOMAIN.length(), label.length() - 1));
  }
}
