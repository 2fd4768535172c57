package org.cloudtransfer.upload.identity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.resource.User;
import org.cloudtransfer.upload.identity.IdentityMapper.Known;
import org.cloudtransfer.upload.identity.Keystone.Account;
import org.cloudtransfer.upload.identity.Keystone.Domain;
import org.cloudtransfer.upload.identity.MapFile.Line;
import org.cloudtransfer.upload.identity.MapFile.Type;

/**
 * What the user's maps say, checked against both sides. A line without a target is a gap, and
 * leaves its source to the rest of the chain.
 *
 * @param users target IDs by source ID
 * @param projects target IDs by source ID
 * @param domains the target's domains by the name of the source's
 */
record GivenMap(
    Map<String, String> users, Map<String, String> projects, Map<String, Domain> domains)
    implements UserResolver {
  static final String HOW = "map file";

  GivenMap {
    users = Map.copyOf(users);
    projects = Map.copyOf(projects);
    domains = Map.copyOf(domains);
  }

  /**
   * Checks lines.
   *
   * @throws StopException for a line with a name that either side does not know, or the second
   *     target for one source
   */
  static GivenMap of(List<Line> lines, Known known, Keystone keystone) {
    Map<String, String> users = new HashMap<>();
    Map<String, String> projects = new HashMap<>();
    Map<String, Domain> domains = new HashMap<>();
    Set<List<?>> seen = new HashSet<>();
    for (Line line : lines) {
      String source = line.type().text() + " " + line.source();
      if (!of(known, line.type()).contains(line.source())) {
        throw line.wrong("the archive refers to no " + source);
      }
      if (!line.target().isEmpty()) {
        if (!seen.add(List.of(line.type(), line.source()))) {
          throw line.wrong("a second line for the " + source);
        }
        switch (line.type()) {
          case USER -> users.put(line.source(), user(line, keystone));
          case PROJECT -> projects.put(line.source(), project(line, keystone));
          case DOMAIN -> domains.put(line.source(), domain(line, line.target(), keystone));
        }
      }
    }
    return new GivenMap(users, projects, domains);
  }

  private static Set<String> of(Known known, Type type) {
    return switch (type) {
      case USER -> known.users();
      case PROJECT -> known.projects();
      case DOMAIN -> known.domains();
    };
  }

  /** An ID first: IDs of a directory's users may hold an at sign, too. */
  private static String user(Line line, Keystone keystone) {
    if (keystone.hasUser(line.target())) {
      return line.target();
    }
    return named(line)
        .flatMap(n -> keystone.user(domain(line, n.domain(), keystone), n.name()))
        .map(Account::id)
        .orElseThrow(() -> unknown(line));
  }

  private static String project(Line line, Keystone keystone) {
    if (keystone.hasProject(line.target())) {
      return line.target();
    }
    return named(line)
        .flatMap(n -> keystone.project(domain(line, n.domain(), keystone), n.name()))
        .map(Account::id)
        .orElseThrow(() -> unknown(line));
  }

  private static Domain domain(Line line, String domain, Keystone keystone) {
    return keystone
        .findDomain(domain)
        .orElseThrow(() -> line.wrong("the target has no domain " + domain));
  }

  private static StopException unknown(Line line) {
    return line.wrong("the target has no " + line.type().text() + " " + line.target());
  }

  private record Named(String name, String domain) {}

  /** {@code name@domain}; the name itself may be an address. */
  private static Optional<Named> named(Line line) {
    int at = line.target().lastIndexOf('@');
    return at < 1
        ? Optional.empty()
        : Optional.of(new Named(line.target().substring(0, at), line.target().substring(at + 1)));
  }

  @Override
  public Optional<Placement> resolve(User user) {
    return Optional.ofNullable(users.get(user.id())).map(id -> new Placement.Found(id, HOW));
  }
}
