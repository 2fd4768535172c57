package org.cloudtransfer.upload.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.upload.cloud.Cloud;
import org.cloudtransfer.upload.cloud.PathSegment;
import org.cloudtransfer.upload.cloud.Reply;
import org.cloudtransfer.upload.cloud.Request;
import org.cloudtransfer.upload.cloud.Service;

/** The questions that the identity map asks Keystone. Threads share it. */
final class Keystone {
  private final Cloud cloud;

  Keystone(Cloud cloud) {
    this.cloud = cloud;
  }

  record Domain(String id, String name) {}

  record Account(String id, String name, Domain domain) {
    @Override
    public String toString() {
      return id + " (" + name + " in domain " + domain.name() + ")";
    }
  }

  boolean hasUser(String id) {
    return !byId("users", id, "user").isMissingNode();
  }

  /** The user of exactly this name; asking makes Keystone write an LDAP user's mapping row. */
  Optional<Account> user(Domain domain, String name) {
    JsonNode found =
        cloud.read(
            Request.get(Service.IDENTITY, "users")
                .with("domain_id", domain.id())
                .with("name", name),
            "users");
    for (JsonNode user : found) {
      if (user.path("name").asText().equals(name)) {
        return Optional.of(new Account(user.path("id").asText(), name, domain));
      }
    }
    return Optional.empty();
  }

  /**
   * Users whose name holds some text, whatever the case; Keystone may have cut the list short. Of a
   * directory only this way of asking is passed on to the server (keystone, Liberty to today:
   * common/ldap/core.py, filter_query): any other reads all of it.
   *
   * @return empty, too, if the target does not let us ask
   */
  List<Account> like(Domain domain, String text) {
    Reply reply =
        cloud.reading(
            Request.get(Service.IDENTITY, "users")
                .with("domain_id", domain.id())
                .with("name__icontains", text));
    List<Account> accounts = new ArrayList<>();
    for (JsonNode user : reply.body().path("users")) {
      accounts.add(new Account(user.path("id").asText(), user.path("name").asText(), domain));
    }
    return accounts;
  }

  /** The project of exactly this name. */
  Optional<Account> project(Domain domain, String name) {
    JsonNode found =
        cloud.read(
            Request.get(Service.IDENTITY, "projects")
                .with("domain_id", domain.id())
                .with("name", name),
            "projects");
    for (JsonNode project : found) {
      if (project.path("name").asText().equals(name)) {
        return Optional.of(new Account(project.path("id").asText(), name, domain));
      }
    }
    return Optional.empty();
  }

  /** The enabled domains that this account may list; the default one if it may list none. */
  List<Domain> domains() {
    return enabled(listedDomains());
  }

  /**
   * The same, and all of them.
   *
   * @throws StopException if Keystone has cut the list short ({@code list_limit})
   */
  List<Domain> allDomains() {
    JsonNode listed = listedDomains();
    if (listed.path("truncated").asBoolean()) {
      throw StopException.badInput(
          "Keystone lists only some of its domains, and a user may be in one of the others.",
          "Name the domains in which users are to be looked for with --user-domain.");
    }
    return enabled(listed);
  }

  private JsonNode listedDomains() {
    return cloud.readWholeIfAllowed(Request.get(Service.IDENTITY, "domains"), "domains");
  }

  private static List<Domain> enabled(JsonNode listed) {
    if (listed.isMissingNode()) {
      return List.of(new Domain("default", "Default"));
    }
    List<Domain> domains = new ArrayList<>();
    for (JsonNode domain : listed.path("domains")) {
      if (domain.path("enabled").asBoolean(true)) {
        domains.add(new Domain(domain.path("id").asText(), domain.path("name").asText()));
      }
    }
    return domains;
  }

  /**
   * A domain by name, or by ID.
   *
   * @throws StopException if there is none
   */
  Domain domain(String name) {
    return findDomain(name)
        .orElseThrow(
            () ->
                new StopException(
                    ExitCode.BAD_INPUT,
                    "The target has no domain " + name + ".",
                    "Correct --user-domain; `openstack domain list` shows what there is."));
  }

  /** A domain by name, or by ID. */
  Optional<Domain> findDomain(String name) {
    JsonNode found =
        cloud.read(Request.get(Service.IDENTITY, "domains").with("name", name), "domains");
    if (found.size() == 1) {
      return Optional.of(
          new Domain(found.get(0).path("id").asText(), found.get(0).path("name").asText()));
    }
    JsonNode byId = byId("domains", name, "domain");
    return byId.isMissingNode()
        ? Optional.empty()
        : Optional.of(new Domain(name, byId.path("name").asText()));
  }

  /** Name by ID of the projects that one listing shows; Keystone may have cut it short. */
  Map<String, String> listedProjects() {
    Map<String, String> projects = new HashMap<>();
    cloud
        .read(Request.get(Service.IDENTITY, "projects"), "projects")
        .forEach(p -> projects.put(p.path("id").asText(), p.path("name").asText()));
    return projects;
  }

  boolean hasProject(String id) {
    return !byId("projects", id, "project").isMissingNode();
  }

  /** Missing, too, for what a directory may have as an ID and no URL can ask for. */
  private JsonNode byId(String collection, String id, String member) {
    return PathSegment.isOne(id)
        ? cloud.readIfThere(Request.get(Service.IDENTITY, collection, id), member)
        : MissingNode.getInstance();
  }
}
