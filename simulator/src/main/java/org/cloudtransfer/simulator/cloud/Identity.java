package org.cloudtransfer.simulator.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What keystone holds: domains, projects, users, who has which role where.
 *
 * <p>A user of an LDAP domain has a public ID that is a hash of its local one, and keystone learns
 * of it (writes its {@code id_mapping} row) only when the user is listed or logs in. Until then a
 * look-up by ID finds nothing.
 */
public final class Identity {
  /** Where a grant on the whole system is kept. */
  public static final String SYSTEM = "system";

  private record Grant(String userId, String target, String role) {}

  private final Map<String, Domain> domains = new LinkedHashMap<>();
  private final Map<String, Project> projects = new LinkedHashMap<>();
  private final Map<String, User> users = new LinkedHashMap<>();
  private final Map<String, ApplicationCredential> credentials = new LinkedHashMap<>();
  private final Map<String, String> roles = new LinkedHashMap<>();
  private final Set<String> mapped = new HashSet<>();
  private final Set<Grant> grants = new HashSet<>();

  Identity() {
    Stream.of("admin", "member", "reader").forEach(this::addRole);
  }

  private static String newId() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  /** Adds a domain. */
  public Domain addDomain(String name) {
    return addDomain(newId(), name);
  }

  /** Adds a domain with a given ID. */
  public synchronized Domain addDomain(String id, String name) {
    Domain domain = new Domain(id, name, true);
    domains.put(id, domain);
    return domain;
  }

  /** Adds a project. */
  public Project addProject(String domainId, String name) {
    return addProject(newId(), domainId, name);
  }

  /** Adds a project with a given ID. */
  public synchronized Project addProject(String id, String domainId, String name) {
    Project project = new Project(id, name, domainId, "", true);
    projects.put(id, project);
    return project;
  }

  /** Adds a user of the SQL driver. */
  public User addUser(String domainId, String name, String password) {
    return addUser(newId(), domainId, name, password);
  }

  /** Adds a user of the SQL driver with a given ID. */
  public synchronized User addUser(String id, String domainId, String name, String password) {
    User user = new User(id, name, domainId, true, null, password);
    users.put(id, user);
    return user;
  }

  /**
   * Adds an LDAP user; the password is {@code pw-NAME}. Unknown by its ID until it is listed or
   * logs in.
   */
  public synchronized User addLdapUser(String domainId, String localId, String name) {
    String id = publicId(domainId, localId);
    User user = new User(id, name, domainId, true, localId, "pw-" + name);
    users.put(id, user);
    return user;
  }

  /**
   * SHA-256 of domain ID, the word {@code user} and local ID, as keystone's only generator makes
   * it.
   */
  public static String publicId(String domainId, String localId) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] hash = sha256.digest((domainId + "user" + localId).getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Adds an application credential. */
  public synchronized ApplicationCredential addApplicationCredential(
      String userId, String projectId, String name, String secret) {
    ApplicationCredential credential =
        new ApplicationCredential(newId(), name, userId, projectId, secret);
    credentials.put(credential.id(), credential);
    return credential;
  }

  /** All application credentials. */
  public synchronized List<ApplicationCredential> applicationCredentials() {
    return List.copyOf(credentials.values());
  }

  /** Adds a role and gives its ID. */
  public synchronized String addRole(String name) {
    return roles.computeIfAbsent(name, n -> newId());
  }

  /** IDs of roles by their names. */
  public synchronized Map<String, String> roles() {
    return new LinkedHashMap<>(roles);
  }

  /** Gives a user a role on a project, a domain or {@link #SYSTEM}. */
  public synchronized void grant(String userId, String target, String role) {
    grants.add(new Grant(userId, target, role));
  }

  /** The names of the roles of a user on a project, a domain or {@link #SYSTEM}. */
  public synchronized Set<String> rolesOf(String userId, String target) {
    Set<String> names = new TreeSet<>();
    grants.stream()
        .filter(g -> g.userId().equals(userId) && g.target().equals(target))
        .forEach(g -> names.add(g.role()));
    return names;
  }

  /** Disables a project. */
  public synchronized void disableProject(String id) {
    projects.computeIfPresent(
        id, (i, p) -> new Project(i, p.name(), p.domainId(), p.description(), false));
  }

  /** Disables a user. */
  public synchronized void disableUser(String id) {
    users.computeIfPresent(
        id, (i, u) -> new User(i, u.name(), u.domainId(), false, u.localId(), u.password()));
  }

  /** All domains. */
  public synchronized List<Domain> domains() {
    return List.copyOf(domains.values());
  }

  /** All projects. */
  public synchronized List<Project> projects() {
    return List.copyOf(projects.values());
  }

  /** All users, known to keystone or not. */
  public synchronized List<User> users() {
    return List.copyOf(users.values());
  }

  /** A domain by its ID. */
  public synchronized Optional<Domain> domain(String id) {
    return Optional.ofNullable(domains.get(id));
  }

  /** A project by its ID. */
  public synchronized Optional<Project> project(String id) {
    return Optional.ofNullable(projects.get(id));
  }

  /** A user by its ID, if keystone knows the ID by now. */
  public synchronized Optional<User> user(String id) {
    return Optional.ofNullable(users.get(id)).filter(u -> isMapped(u));
  }

  /** Whether keystone would find this user by its ID. */
  public synchronized boolean isMapped(User user) {
    return !user.isLdap() || mapped.contains(user.id());
  }

  /** Writes the mapping row of a user, as listing it or logging in does. */
  public synchronized void map(User user) {
    mapped.add(user.id());
  }

  /** The users that fit; listing them is what makes keystone write their mapping rows. */
  public synchronized List<User> list(Predicate<User> wanted) {
    List<User> found = users.values().stream().filter(wanted).toList();
    found.forEach(this::map);
    return found;
  }
}
