package org.cloudtransfer.simulator.keystone;

import static org.cloudtransfer.simulator.keystone.IdentityViews.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.cloudtransfer.simulator.cloud.Domain;
import org.cloudtransfer.simulator.cloud.Identity;
import org.cloudtransfer.simulator.cloud.Project;
import org.cloudtransfer.simulator.cloud.User;
import org.cloudtransfer.simulator.http.Call;
import org.cloudtransfer.simulator.http.Json;
import org.cloudtransfer.simulator.http.Refusal;
import org.cloudtransfer.simulator.http.Reply;
import org.cloudtransfer.simulator.http.Routes;

/** The few calls with which domains, projects, users and grants are made. */
final class Registrar {
  private final Identity identity;
  private final Policy policy;

  Registrar(Identity identity, Policy policy) {
    this.identity = identity;
    this.policy = policy;
  }

  void addTo(Routes routes) {
    routes
        .on("POST", "/v3/projects", policy.admin("create_project", this::newProject))
        .on("POST", "/v3/domains", policy.admin("create_domain", this::newDomain))
        .on("POST", "/v3/users", policy.admin("create_user", this::newUser))
        .on(
            "PUT",
            "/v3/projects/{project}/users/{user}/roles/{role}",
            policy.admin("create_grant", this::grant));
  }

  private Reply newProject(Call call, Token token) {
    JsonNode given = body(call, "project");
    String domain = given.path("domain_id").asText("default");
    String name = given.path("name").asText();
    boolean taken =
        identity.projects().stream()
            .anyMatch(p -> p.domainId().equals(domain) && p.name().equals(name));
    if (taken) {
      String text = "Conflict occurred attempting to store project - it is not permitted to have";
      throw new Refusal(Gate.error(409, "Conflict", text + " two projects with the same name."));
    }
    Project project = identity.addProject(domain, name);
    return Reply.json(201, Json.object("project", json(call, project)));
  }

  private Reply newDomain(Call call, Token token) {
    Domain domain = identity.addDomain(body(call, "domain").path("name").asText());
    return Reply.json(201, Json.object("domain", json(call, domain)));
  }

  private Reply newUser(Call call, Token token) {
    JsonNode given = body(call, "user");
    User user =
        identity.addUser(
            given.path("domain_id").asText("default"),
            given.path("name").asText(),
            given.path("password").asText());
    return Reply.json(201, Json.object("user", json(call, user)));
  }

  private Reply grant(Call call, Token token) {
    String role = call.variable("role");
    String name =
        identity.roles().entrySet().stream()
            .filter(r -> r.getValue().equals(role))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow(() -> Gate.notFound("role", role));
    identity.grant(call.variable("user"), call.variable("project"), name);
    return Reply.empty(204);
  }

  private static JsonNode body(Call call, String name) {
    return call.request()
        .json()
        .map(j -> j.path(name))
        .filter(JsonNode::isObject)
        .orElseThrow(
            () ->
                new Refusal(
                    Gate.error(400, "Bad Request", "'" + name + "' is a required property")));
  }
}
