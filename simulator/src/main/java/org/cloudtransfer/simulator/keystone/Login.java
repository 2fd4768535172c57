package org.cloudtransfer.simulator.keystone;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.cloudtransfer.simulator.cloud.ApplicationCredential;
import org.cloudtransfer.simulator.cloud.Domain;
import org.cloudtransfer.simulator.cloud.Identity;
import org.cloudtransfer.simulator.cloud.Project;
import org.cloudtransfer.simulator.cloud.User;

/**
 * Makes a token out of the body of POST /v3/auth/tokens. Whatever is wrong (user, password,
 * project, role) looks the same to the client: 401.
 */
final class Login {
  private static final Set<String> EARLY = Set.of("password", "token");
  private static final Set<String> LATE = Set.of("password", "token", "application_credential");

  private record Proof(
      User user, Optional<ApplicationCredential> credential, Optional<Token> token) {}

  private final Identity identity;
  private final Tokens tokens;
  private final boolean late;

  /**
   * @param late whether it knows application credentials and system scope
   */
  Login(Identity identity, Tokens tokens, boolean late) {
    this.identity = identity;
    this.tokens = tokens;
    this.late = late;
  }

  Set<String> methods() {
    return late ? LATE : EARLY;
  }

  Set<String> scopes() {
    return late
        ? Set.of("system", "project", "domain", "OS-TRUST:trust", "unscoped")
        : Set.of("project", "domain", "OS-TRUST:trust", "unscoped");
  }

  /** The same as Keystone says them. */
  String scopeWords() {
    return (late ? "system, " : "") + "project, domain, OS-TRUST:trust or unscoped";
  }

  /** The token; empty if it is refused. */
  Optional<Token> with(JsonNode auth) {
    JsonNode methods = auth.path("identity").path("methods");
    List<String> names = new ArrayList<>();
    methods.forEach(m -> names.add(m.asText()));
    Optional<Proof> proof =
        names.stream().findFirst().flatMap(m -> proof(m, auth.path("identity").path(m)));
    return proof.filter(p -> p.user().enabled()).flatMap(p -> token(p, names, auth.path("scope")));
  }

  private Optional<Proof> proof(String method, JsonNode given) {
    return switch (method) {
      case "password" -> password(given.path("user")).map(u -> plain(u));
      case "token" ->
          tokens
              .valid(given.path("id").asText())
              .map(t -> new Proof(t.user(), t.credential(), Optional.of(t)));
      case "application_credential" -> credential(given);
      default -> Optional.empty();
    };
  }

  private static Proof plain(User user) {
    return new Proof(user, Optional.empty(), Optional.empty());
  }

  private Optional<User> password(JsonNode user) {
    return user(user).filter(u -> u.password().equals(user.path("password").asText()));
  }

  private Optional<User> user(JsonNode given) {
    if (given.has("id")) {
      return identity.user(given.path("id").asText());
    }
    Optional<String> domain = domain(given.path("domain"));
    return identity.users().stream()
        .filter(u -> domain.equals(Optional.of(u.domainId())))
        .filter(u -> isNamed(u, given.path("name").asText()))
        .findFirst();
  }

  /** A directory compares names without regard to case. */
  static boolean isNamed(User user, String name) {
    return user.isLdap() ? user.name().equalsIgnoreCase(name) : user.name().equals(name);
  }

  private Optional<Proof> credential(JsonNode given) {
    Predicate<ApplicationCredential> wanted =
        given.has("id")
            ? c -> c.id().equals(given.path("id").asText())
            : named(given.path("name").asText(), user(given.path("user")));
    return identity.applicationCredentials().stream()
        .filter(wanted)
        .filter(c -> c.secret().equals(given.path("secret").asText()))
        .flatMap(c -> identity.user(c.userId()).stream().map(u -> withCredential(u, c)))
        .findFirst();
  }

  private static Predicate<ApplicationCredential> named(String name, Optional<User> owner) {
    return c -> c.name().equals(name) && owner.map(User::id).equals(Optional.of(c.userId()));
  }

  private static Proof withCredential(User user, ApplicationCredential credential) {
    return new Proof(user, Optional.of(credential), Optional.empty());
  }

  private Optional<Token> token(Proof proof, List<String> methods, JsonNode scopeGiven) {
    Optional<Scope> scope =
        proof.credential().map(c -> Scope.project(c.projectId())).or(() -> scope(scopeGiven));
    return scope.flatMap(s -> token(proof, methods, s));
  }

  private Optional<Token> token(Proof proof, List<String> methods, Scope scope) {
    Set<String> roles = identity.rolesOf(proof.user().id(), scope.id());
    if (scope.kind() != Scope.Kind.NONE && roles.isEmpty()) {
      return Optional.empty();
    }
    identity.map(proof.user());
    return Optional.of(
        tokens.issue(proof.user(), scope, roles, methods, proof.credential(), proof.token()));
  }

  /** Empty if what is named does not exist or is disabled. */
  private Optional<Scope> scope(JsonNode given) {
    if (given.has("project")) {
      return project(given.path("project")).map(p -> Scope.project(p.id()));
    }
    if (given.has("domain")) {
      return domain(given.path("domain")).map(Scope::domain);
    }
    return Optional.of(given.has("system") ? Scope.WHOLE_SYSTEM : Scope.UNSCOPED);
  }

  private Optional<Project> project(JsonNode given) {
    if (given.has("id")) {
      return identity.project(given.path("id").asText()).filter(Project::enabled);
    }
    Optional<String> domain = domain(given.path("domain"));
    return identity.projects().stream()
        .filter(p -> p.name().equals(given.path("name").asText()))
        .filter(p -> domain.equals(Optional.of(p.domainId())))
        .filter(Project::enabled)
        .findFirst();
  }

  private Optional<String> domain(JsonNode given) {
    return identity.domains().stream().filter(d -> isMeant(d, given)).map(Domain::id).findFirst();
  }

  private static boolean isMeant(Domain domain, JsonNode given) {
    return given.has("id")
        ? domain.id().equals(given.path("id").asText())
        : domain.name().equals(given.path("name").asText());
  }
}
