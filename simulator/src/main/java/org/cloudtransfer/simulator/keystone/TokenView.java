package org.cloudtransfer.simulator.keystone;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.cloudtransfer.simulator.cloud.Domain;
import org.cloudtransfer.simulator.cloud.Identity;
import org.cloudtransfer.simulator.cloud.Project;
import org.cloudtransfer.simulator.http.Json;

/** A token as keystone shows it. */
final class TokenView {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private final Identity identity;
  private final Catalog catalog;

  TokenView(Identity identity, Catalog catalog) {
    this.identity = identity;
    this.catalog = catalog;
  }

  ObjectNode json(Token token, String root) {
    ObjectNode view = Json.object();
    view.set("methods", Json.array(token.methods()));
    view.set("user", user(token));
    view.set("audit_ids", Json.array().add(token.auditId()));
    view.put("expires_at", TIME.format(token.expiresAt()));
    view.put("issued_at", TIME.format(token.issuedAt()));
    token
        .credential()
        .ifPresent(
            c ->
                view.putObject("application_credential")
                    .put("id", c.id())
                    .put("name", c.name())
                    .put("restricted", true));
    addScope(view, token, root);
    return Json.object("token", view);
  }

  private void addScope(ObjectNode view, Token token, String root) {
    switch (token.scope().kind()) {
      case NONE -> {
        return;
      }
      case PROJECT -> identity.project(token.scope().id()).ifPresent(p -> addProject(view, p));
      case DOMAIN -> view.set("domain", domain(token.scope().id()));
      case SYSTEM -> view.putObject("system").put("all", true);
    }
    view.set("roles", roles(token));
    view.set("catalog", catalog.json(root, token.projectId()));
  }

  private void addProject(ObjectNode view, Project project) {
    ObjectNode node = Json.object().put("id", project.id()).put("name", project.name());
    node.set("domain", domain(project.domainId()));
    view.put("is_domain", false).set("project", node);
  }

  private ObjectNode user(Token token) {
    ObjectNode node = Json.object().put("id", token.userId()).put("name", token.user().name());
    node.putNull("password_expires_at").set("domain", domain(token.user().domainId()));
    return node;
  }

  private ArrayNode roles(Token token) {
    ArrayNode roles = Json.array();
    for (String role : token.roles()) {
      roles.addObject().put("id", identity.roles().get(role)).put("name", role);
    }
    return roles;
  }

  private ObjectNode domain(String id) {
    String name = identity.domain(id).map(Domain::name).orElse(id);
    return Json.object().put("id", id).put("name", name);
  }
}
