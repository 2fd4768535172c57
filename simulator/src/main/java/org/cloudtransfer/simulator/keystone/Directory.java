package org.cloudtransfer.simulator.keystone;

import static org.cloudtransfer.simulator.keystone.IdentityViews.json;
import static org.cloudtransfer.simulator.keystone.IdentityViews.self;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.cloudtransfer.simulator.cloud.Domain;
import org.cloudtransfer.simulator.cloud.Identity;
import org.cloudtransfer.simulator.cloud.Project;
import org.cloudtransfer.simulator.cloud.User;
import org.cloudtransfer.simulator.http.Call;
import org.cloudtransfer.simulator.http.Json;
import org.cloudtransfer.simulator.http.Query;
import org.cloudtransfer.simulator.http.Refusal;
import org.cloudtransfer.simulator.http.Reply;
import org.cloudtransfer.simulator.http.Routes;

/** Looking up domains, projects, users and roles. */
final class Directory {
  private final Identity identity;
  private final Gate gate;
  private final Policy policy;
  private final Cut cut;

  Directory(Identity identity, Gate gate, Policy policy, Cut cut) {
    this.identity = identity;
    this.gate = gate;
    this.policy = policy;
    this.cut = cut;
  }

  void addTo(Routes routes) {
    routes
        .on("GET", "/v3/auth/projects", this::ownProjects)
        .on("GET", "/v3/projects", policy.admin("list_projects", this::projects))
        .on("GET", "/v3/projects/{id}", this::project)
        .on("GET", "/v3/domains", policy.admin("list_domains", this::domains))
        .on("GET", "/v3/domains/{id}", policy.admin("get_domain", this::domain))
        .on("GET", "/v3/users", policy.admin("list_users", this::users))
        .on("GET", "/v3/users/{id}", this::user)
        .on("GET", "/v3/roles", policy.admin("list_roles", this::roles));
  }

  private Reply ownProjects(Call call) {
    Token token = gate.admit(call.request());
    return list(
        call, "projects", cut.table(mine(token), Project::id, call.query()), p -> json(call, p));
  }

  private List<Project> mine(Token token) {
    return identity.projects().stream()
        .filter(p -> !identity.rolesOf(token.userId(), p.id()).isEmpty())
        .toList();
  }

  private Reply projects(Call call, Token token) {
    Query query = call.query();
    List<Project> found =
        identity.projects().stream()
            .filter(p -> fits(query, "name", p.name()))
            .filter(p -> fits(query, "domain_id", p.domainId()))
            .filter(p -> isEnabled(query, p.enabled()))
            .toList();
    return list(call, "projects", cut.table(found, Project::id, query), p -> json(call, p));
  }

  private Reply project(Call call) {
    Token token = gate.admit(call.request());
    String id = call.variable("id");
    Policy.check(token.isAdmin() || token.projectId().equals(id), "get_project");
    Project project = identity.project(id).orElseThrow(() -> Gate.notFound("project", id));
    return Reply.json(200, Json.object("project", json(call, project)));
  }

  private Reply domains(Call call, Token token) {
    List<Domain> found =
        identity.domains().stream()
            .filter(d -> fits(call.query(), "name", d.name()))
            .filter(d -> isEnabled(call.query(), d.enabled()))
            .toList();
    return list(call, "domains", cut.table(found, Domain::id, call.query()), d -> json(call, d));
  }

  private Reply domain(Call call, Token token) {
    String id = call.variable("id");
    Domain domain = identity.domain(id).orElseThrow(() -> Gate.notFound("domain", id));
    return Reply.json(200, Json.object("domain", json(call, domain)));
  }

  /** With domain-specific drivers a list without domain_id is one of the token's own domain. */
  private Reply users(Call call, Token token) {
    Query query = call.query();
    String domain = query.first("domain_id").orElseGet(() -> domainOf(token));
    List<User> found =
        identity.list(
            u ->
                u.domainId().equals(domain)
                    && query.first("name").map(n -> Login.isNamed(u, n)).orElse(true)
                    && query.first("name__icontains").map(n -> holds(u.name(), n)).orElse(true)
                    && isEnabled(query, u.enabled()));
    boolean directory = found.stream().anyMatch(User::isLdap);
    return list(
        call,
        "users",
        directory ? cut.directory(found, query) : cut.table(found, User::id, query),
        u -> json(call, u));
  }

  private String domainOf(Token token) {
    return switch (token.scope().kind()) {
      case DOMAIN -> token.scope().id();
      case PROJECT -> identity.project(token.projectId()).map(Project::domainId).orElseThrow();
      case NONE, SYSTEM ->
          throw new Refusal(
              Gate.error(
                  401, "Unauthorized", "The request you have made requires authentication."));
    };
  }

  private Reply user(Call call) {
    Token token = gate.admit(call.request());
    String id = call.variable("id");
    Policy.check(token.isAdmin() || token.userId().equals(id), "get_user");
    User user = identity.user(id).orElseThrow(() -> Gate.notFound("user", id));
    return Reply.json(200, Json.object("user", json(call, user)));
  }

  private Reply roles(Call call, Token token) {
    Set<Map.Entry<String, String>> roles = identity.roles().entrySet();
    List<Map.Entry<String, String>> found =
        roles.stream().filter(r -> fits(call.query(), "name", r.getKey())).toList();
    Cut.Page<Map.Entry<String, String>> page = cut.table(found, Map.Entry::getValue, call.query());
    return list(
        call, "roles", page, r -> Json.object().put("id", r.getValue()).put("name", r.getKey()));
  }

  private static boolean fits(Query query, String name, String value) {
    return query.first(name).map(wanted -> wanted.equals(value)).orElse(true);
  }

  private static boolean holds(String name, String text) {
    return name.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
  }

  private static boolean isEnabled(Query query, boolean enabled) {
    return query.first("enabled").map(Boolean::valueOf).map(e -> e == enabled).orElse(true);
  }

  private <T> Reply list(Call call, String name, Cut.Page<T> page, Function<T, ObjectNode> json) {
    ObjectNode body = Json.object();
    ArrayNode array = body.putArray(name);
    page.things().stream().map(json).forEach(array::add);
    body.putObject("links").putNull("next").put("self", self(call, name)).putNull("previous");
    return Reply.json(200, page.truncated() ? body.put("truncated", true) : body);
  }
}
