package org.cloudtransfer.upload.identity;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.config.DatabaseLocator.Located;
import org.cloudtransfer.resource.Project;
import org.cloudtransfer.resource.User;
import org.cloudtransfer.upload.cloud.Cloud;
import org.cloudtransfer.upload.execute.Workers;
import org.cloudtransfer.upload.identity.Keystone.Domain;
import org.cloudtransfer.upload.identity.Placement.Heir;
import org.cloudtransfer.upload.identity.Placement.Missing;

/** Draws the identity map: builds the chain and asks it for every owner. */
public final class IdentityMapper {
  private final Cloud cloud;
  private final Keystone keystone;
  private final Workers workers;
  private final Sources sources;

  /**
   * What the user says of the identities.
   *
   * @param map of users, or of all; null for none
   * @param projectMap of projects, or of all; null for none
   * @param idMapping where the target Keystone's database is; null for not to be read
   * @param userDomains names in order of preference; empty for all domains
   */
  public record Sources(
      Path map, Path projectMap, Located idMapping, List<String> userDomains, String orphans) {
    public Sources {
      userDomains = List.copyOf(userDomains);
    }
  }

  public IdentityMapper(Cloud cloud, Workers workers, Sources sources) {
    this.cloud = cloud;
    this.keystone = new Keystone(cloud);
    this.workers = workers;
    this.sources = sources;
  }

  /**
   * Places users and projects.
   *
   * @param owners the users to place
   * @param projects to place
   * @param known what the archive refers to, for checking the maps
   * @throws StopException if a map is wrong, or somebody is missing and that is to be an error
   */
  public IdentityMap map(Collection<User> owners, List<Project> projects, Known known) {
    Orphans orphans = Orphans.parse(sources.orphans());
    if (orphans instanceof Orphans.Assign a && !keystone.hasUser(a.userId())) {
      throw StopException.badInput(
          "The target has no user " + a.userId() + ".",
          "Correct --orphans assign=ID; `openstack user show --domain DOMAIN NAME` prints the ID, and"
              + " makes one of a directory known.");
    }
    GivenMap given = given(known);
    List<UserResolver> chain = owners.isEmpty() ? List.of() : chain(owners, given);
    List<User> users = List.copyOf(owners);
    List<Placement> placements = workers.map(users, user -> place(chain, user));
    Map<String, Placement> map = new HashMap<>();
    for (int i = 0; i < users.size(); i++) {
      map.put(users.get(i).id(), orElse(orphans, placements.get(i)));
    }
    requireNoOrphans(orphans, map);
    return new IdentityMap(map, new ProjectMapper(keystone, workers, given).map(projects));
  }

  /**
   * Who may be meant by users whom nobody found: by source ID, accounts of like names, described as
   * in {@link Placement.Ambiguous}. None of them is placed by it.
   */
  public Map<String, List<String>> suggest(Collection<User> owners, IdentityMap map) {
    List<User> missing =
        owners.stream().filter(user -> map.user(user.id()) instanceof Missing).toList();
    if (missing.isEmpty()) {
      return Map.of();
    }
    Suggestions suggestions = new Suggestions(keystone, domains());
    List<List<String>> found = workers.map(missing, suggestions::of);
    Map<String, List<String>> byUser = new HashMap<>();
    for (int i = 0; i < missing.size(); i++) {
      byUser.put(missing.get(i).id(), found.get(i));
    }
    return byUser;
  }

  /**
   * Whom a reader may choose for owners without a place; nobody is listed unless there are some.
   *
   * @param projects that own something
   */
  public Completion completion(Collection<Project> projects, IdentityMap map) {
    RollCall call = new RollCall(cloud, workers);
    boolean settled = projects.stream().allMatch(project -> map.hasProject(project.id()));
    return new Completion(
        map.unplaced() == 0 ? Roll.EMPTY : call.users(domains()),
        settled ? Roll.EMPTY : call.projects(keystone.domains()));
  }

  private List<Domain> domains() {
    return sources.userDomains().isEmpty()
        ? keystone.allDomains()
        : sources.userDomains().stream().map(keystone::domain).toList();
  }

  /** What the archive refers to: IDs of users and projects, names of domains. */
  public record Known(Set<String> users, Set<String> projects, Set<String> domains) {}

  private GivenMap given(Known known) {
    List<MapFile.Line> lines = new ArrayList<>();
    if (sources.map() != null) {
      lines.addAll(MapFile.read(sources.map(), MapFile.Type.USER));
    }
    if (sources.projectMap() != null) {
      lines.addAll(MapFile.read(sources.projectMap(), MapFile.Type.PROJECT));
    }
    return GivenMap.of(lines, known, keystone);
  }

  private List<UserResolver> chain(Collection<User> owners, GivenMap given) {
    boolean ranked = !sources.userDomains().isEmpty();
    UserDomains domains = new UserDomains(domains(), ranked, given.domains());
    List<UserResolver> chain = new ArrayList<>(List.of(given, new SameId(keystone)));
    if (sources.idMapping() != null) {
      chain.add(IdMappingTable.read(sources.idMapping(), owners, keystone, domains));
    }
    chain.add(new ApiLookup(keystone, domains));
    return chain;
  }

  private static Placement place(List<UserResolver> chain, User user) {
    for (UserResolver resolver : chain) {
      Optional<Placement> answer = resolver.resolve(user);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    return new Missing(user.origin() == User.Origin.FEDERATED);
  }

  private static Placement orElse(Orphans orphans, Placement placement) {
    return placement instanceof Missing && orphans instanceof Orphans.Assign a
        ? new Heir(a.userId())
        : placement;
  }

  private static void requireNoOrphans(Orphans orphans, Map<String, Placement> map) {
    if (!(orphans instanceof Orphans.Fail)) {
      return;
    }
    List<String> missing =
        map.entrySet().stream()
            .filter(entry -> entry.getValue() instanceof Missing)
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    if (!missing.isEmpty()) {
      throw StopException.badInput(
          missing.size() + " owners are not in the target: " + String.join(", ", missing) + ".",
          "Place them with --map, or run with --orphans skip.");
    }
  }
}
