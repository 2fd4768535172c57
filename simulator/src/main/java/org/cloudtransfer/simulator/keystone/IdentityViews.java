package org.cloudtransfer.simulator.keystone;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.cloudtransfer.simulator.cloud.Domain;
import org.cloudtransfer.simulator.cloud.Project;
import org.cloudtransfer.simulator.cloud.User;
import org.cloudtransfer.simulator.http.Call;
import org.cloudtransfer.simulator.http.Json;

/** Domains, projects and users as keystone shows them. */
final class IdentityViews {
  private IdentityViews() {}

  static ObjectNode json(Call call, Project project) {
    return Json.object()
        .put("id", project.id())
        .put("name", project.name())
        .put("domain_id", project.domainId())
        .put("parent_id", project.domainId())
        .put("description", project.description())
        .put("enabled", project.enabled())
        .put("is_domain", false)
        .set("links", self(call, "projects", project.id()));
  }

  static ObjectNode json(Call call, Domain domain) {
    return Json.object()
        .put("id", domain.id())
        .put("name", domain.name())
        .put("description", "")
        .put("enabled", domain.enabled())
        .set("links", self(call, "domains", domain.id()));
  }

  static ObjectNode json(Call call, User user) {
    return Json.object()
        .put("id", user.id())
        .put("name", user.name())
        .put("domain_id", user.domainId())
        .put("enabled", user.enabled())
        .putNull("password_expires_at")
        .set("links", self(call, "users", user.id()));
  }

  static String self(Call call, String kind) {
    return call.request().base() + "/v3/" + kind;
  }

  private static ObjectNode self(Call call, String kind, String id) {
    return Json.object().put("self", call.request().base() + "/v3/" + kind + "/" + id);
  }
}
