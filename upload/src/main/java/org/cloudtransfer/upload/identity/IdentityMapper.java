package org.cloudtransfer.upload.identity;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.config.DatabaseLocator.Located;
import org.cloudtransfer.resource.User;
import org.cloudtransfer.upload.cloud.Cloud;
import org.cloudtransfer.upload.execute.Workers;
import org.cloudtransfer.upload.identity.Keystone.Domain;
import org.cloudtransfer.upload.identity.Placement.Heir;
import org.cloudtransfer.upload.identity.Placement.Missing;

/** Draws the identity map: builds the chain and asks it for every owner. */
public final class IdentityMapper {
  private final Keystone keystone;
  private final Workers workers;
  private final Sources sources;

  /**
   * What the user says of the identities.
   *
   * @param map null for none
   * @param idMapping where the target Keystone's database is; null for not to be read
   * @param userDomains names in order of preference; empty for all domains
   */
  public record Sources(Path map, Located idMapping, List<String> userDomains, String orphans) {
    public Sources {
      userDomains = List.copyOf(userDomains);
    }
  }

  public IdentityMapper(Cloud cloud, Workers workers, Sources sources) {
    this.keystone = new Keystone(cloud);
    this.workers = workers;
    this.sources = sources;
  }

  /**
   * Places users and projects.
   *
   * @param owners the users to place
   * @param known the IDs of all users that the archive refers to, for checking the map file
   * @param projects the project IDs to look for
   * @throws StopException if the map file is wrong, or somebody is missing and that is to be an
   *     error
   */
  public IdentityMap map(Collection<User> owners, Set<String> known, Set<String> projects) {
    Orphans orphans = Orphans.parse(sources.orphans());
    if (orphans instanceof Orphans.Assign a && !keystone.hasUser(a.userId())) {
      throw StopException.badInput(
          "The target has no user " + a.userId() + ".", "Correct --orphans assign=ID.");
    }
    List<UserResolver> chain = owners.isEmpty() ? List.of() : chain(owners, known);
    List<User> users = List.copyOf(owners);
    List<Placement> placements = workers.map(users, user -> place(chain, user));
    Map<String, Placement> map = new HashMap<>();
    for (int i = 0; i < users.size(); i++) {
      map.put(users.get(i).id(), orElse(orphans, placements.get(i)));
    }
    requireNoOrphans(orphans, map);
    return new IdentityMap(map, present(projects));
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

  private List<Domain> domains() {
    return sources.userDomains().isEmpty()
        ? keystone.domains()
        : sources.userDomains().stream().map(keystone::domain).toList();
  }

  private List<UserResolver> chain(Collection<User> owners, Set<String> known) {
    boolean ranked = !sources.userDomains().isEmpty();
    List<Domain> domains = domains();
    List<UserResolver> chain = new ArrayList<>();
    if (sources.map() != null) {
      chain.add(MapFile.read(sources.map(), known, keystone::hasUser));
    }
    chain.add(new SameId(keystone));
    if (sources.idMapping() != null) {
      chain.add(IdMappingTable.read(sources.idMapping(), owners, keystone, domains, ranked));
    }
    chain.add(new ApiLookup(keystone, domains, ranked));
    return chain;
  }

  private static Placement place(List<UserResolver> chain, User user) {
    for (UserResolver resolver : chain) {
      Optional<Placement> answer = resolver.resolve(user);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    return new Missing();
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

  /** One listing answers for most; a listing cut short must not make a project look missing. */
  private Set<String> present(Set<String> projects) {
    if (projects.isEmpty()) {
      return Set.of();
    }
    Set<String> present = new HashSet<>(projects);
    present.retainAll(keystone.listedProjects().keySet());
    List<String> doubtful = projects.stream().filter(id -> !present.contains(id)).toList();
    List<Boolean> there = workers.map(doubtful, keystone::hasProject);
    for (int i = 0; i < doubtful.size(); i++) {
      if (there.get(i)) {
        present.add(doubtful.get(i));
      }
    }
    return present;
  }
}
