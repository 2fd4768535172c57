package org.cloudtransfer.conformance;

import static org.cloudtransfer.conformance.Client.COMPUTE;
import static org.cloudtransfer.conformance.Client.IDENTITY;
import static org.cloudtransfer.conformance.Client.NETWORK;
import static org.cloudtransfer.conformance.Client.VOLUME;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.cloudtransfer.simulator.Simulator;
import org.cloudtransfer.simulator.SimulatorOptions;
import org.cloudtransfer.simulator.cloud.Identity;
import org.cloudtransfer.simulator.cloud.Profile;

/**
 * A new cloud that cases run on. Populating and looking go through the APIs with a client of our
 * own, the same for a simulator and a real cloud.
 *
 * @param env with which OpenStack clients log in
 * @param simulator the simulator, if it is one
 */
record CloudUnderTest(
    String name, Client admin, Map<String, String> env, Optional<Simulator> simulator) {
  /** The domain of the LDAP users {@code alice}, {@code bob}, {@code user0001} and so on. */
  static final String LDAP_DOMAIN = "ldap_users";

  private static final String AUTOMATIC_DESCRIPTION = "Default security group";

  /** The release of the lab's services. */
  static final Profile REAL = Profile.ZED;

  static CloudUnderTest simulated(Profile profile) {
    Simulator simulator = Simulator.start(SimulatorOptions.of(profile));
    Identity identity = simulator.cloud().identity();
    String ldap = identity.addDomain(LDAP_DOMAIN).id();
    List.of("alice", "bob", "carol", "dave", "user0001", "user0002", "user0003")
        .forEach(login -> identity.addLdapUser(ldap, login, login));
    return of(profile.text(), words(simulator.openrc()), Optional.of(simulator));
  }

  static CloudUnderTest real() {
    return of("real", Lab.words(Lab.home(Lab.cloud()).resolve("openrc")), Optional.empty());
  }

  private static CloudUnderTest of(
      String name, Map<String, String> env, Optional<Simulator> simulator) {
    String body =
        """
        {'auth': {'identity': {'methods': ['password'], 'password': {'user': {'name': '%s',
          'domain': {'name': '%s'}, 'password': '%s'}}},
          'scope': {'project': {'name': '%s', 'domain': {'name': '%s'}}}}}\
        """
            .formatted(
                env.get("OS_USERNAME"),
                env.get("OS_USER_DOMAIN_NAME"),
                env.get("OS_PASSWORD"),
                env.get("OS_PROJECT_NAME"),
                env.get("OS_PROJECT_DOMAIN_NAME"));
    Client admin = Client.login(env.get("OS_AUTH_URL"), body);
    return new CloudUnderTest(name, admin, Map.copyOf(env), simulator);
  }

  private static Map<String, String> words(String openrc) {
    Map<String, String> words = new HashMap<>();
    openrc
        .lines()
        .map(line -> line.replace("export ", "").replace("'", "").split("=", 2))
        .forEach(word -> words.put(word[0], word[1]));
    return words;
  }

  /** The release that it is of, or behaves like. */
  Profile profile() {
    return isSimulator() ? Profile.of(name) : REAL;
  }

  boolean isSimulator() {
    return simulator.isPresent();
  }

  /** Whether its services' database takes names for equal that differ in case only. */
  boolean foldsCase() {
    return !isSimulator()
        && Lab.words(Lab.home(Lab.cloud()).resolve("cloud.env")).get("LAB_DB").equals("mysql");
  }

  // ---- population ---------------------------------------------------------------------------

  /** A name that nobody has used yet. */
  static String fresh(String prefix) {
    return prefix + "-" + UUID.randomUUID().toString().substring(0, 13);
  }

  /** An ID as keystone makes them, of nothing. */
  static String unknownId() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  /** A new project of its own; returns its ID. */
  String project() {
    return project(fresh("conformance"));
  }

  String project(String name) {
    return admin
        .post(
            IDENTITY,
            "/projects",
            "{'project': {'name': '%s', 'domain_id': 'default'}}".formatted(name))
        .orFail()
        .at("/project/id")
        .asText();
  }

  /** A new user of domain Default, whose password is {@code secret}; returns the ID. */
  String user() {
    return user(fresh("conformance"));
  }

  String user(String name) {
    return userOf("default", name);
  }

  /** Makes a domain unless there is one of that name; returns its ID. */
  String domain(String name) {
    JsonNode there = admin.get(IDENTITY, "/domains?name=" + name).orFail().at("/domains/0/id");
    return there.isTextual()
        ? there.asText()
        : admin
            .post(IDENTITY, "/domains", "{'domain': {'name': '%s'}}".formatted(name))
            .orFail()
            .at("/domain/id")
            .asText();
  }

  String userOf(String domainId, String name) {
    return admin
        .post(
            IDENTITY,
            "/users",
            "{'user': {'name': '%s', 'domain_id': '%s', 'password': 'secret'}}"
                .formatted(name, domainId))
        .orFail()
        .at("/user/id")
        .asText();
  }

  /** A client that has only the role member, in a project of its own. */
  Client member() {
    String project = project();
    String name = fresh("conformance");
    grant(user(name), project, "member");
    return Client.login(env.get("OS_AUTH_URL"), name, "secret", "Default", project);
  }

  void grant(String user, String project, String role) {
    String id = admin.get(IDENTITY, "/roles?name=" + role).orFail().at("/roles/0/id").asText();
    admin.put(IDENTITY, "/projects/" + project + "/users/" + user + "/roles/" + id, "").orFail();
  }

  /** The environment of an application credential of the administrator, made for this purpose. */
  Map<String, String> applicationCredential() {
    String name = fresh("conformance");
    String id =
        simulator
            .map(
                s ->
                    s.cloud()
                        .identity()
                        .addApplicationCredential(
                            s.admin().id(), s.adminProject().id(), name, "s3cret")
                        .id())
            .orElseGet(
                () ->
                    admin
                        .post(
                            IDENTITY,
                            "/users/" + adminUser() + "/application_credentials",
                            "{'application_credential': {'name': '%s', 'secret': 's3cret'}}"
                                .formatted(name))
                        .orFail()
                        .at("/application_credential/id")
                        .asText());
    return Map.of(
        "OS_AUTH_TYPE",
        "v3applicationcredential",
        "OS_AUTH_URL",
        env.get("OS_AUTH_URL"),
        "OS_REGION_NAME",
        env.get("OS_REGION_NAME"),
        "OS_APPLICATION_CREDENTIAL_ID",
        id,
        "OS_APPLICATION_CREDENTIAL_SECRET",
        "s3cret");
  }

  private String adminUser() {
    return admin
        .get(IDENTITY, "/users?domain_id=default&name=" + env.get("OS_USERNAME"))
        .orFail()
        .at("/users/0/id")
        .asText();
  }

  /** The same cloud with a new token, after the old ones were ended. */
  CloudUnderTest again() {
    return of(name, env, simulator);
  }

  String domainId(String domain) {
    return admin.get(IDENTITY, "/domains?name=" + domain).orFail().at("/domains/0/id").asText();
  }

  /** The ID that keystone's generator gives an LDAP user. */
  String ldapUser(String login) {
    try {
      byte[] text = (domainId(LDAP_DOMAIN) + "user" + login).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The project that the administrator logs in to. */
  String adminProject() {
    return admin
        .get(IDENTITY, "/projects?domain_id=default&name=" + env.get("OS_PROJECT_NAME"))
        .orFail()
        .at("/projects/0/id")
        .asText();
  }

  /** Makes a volume type unless there is one of that name. */
  void volumeType(String type) {
    boolean there =
        admin.get(VOLUME, "/types?is_public=None").orFail().body().findValuesAsText("name").stream()
            .anyMatch(type::equals);
    if (!there) {
      admin.post(VOLUME, "/types", "{'volume_type': {'name': '%s'}}".formatted(type)).orFail();
    }
  }

  /** Adds a keypair of a user, under a name that every release takes. */
  void keypair(String user, String name, String text) {
    ObjectNode keypair = JsonNodeFactory.instance.objectNode();
    keypair.put("name", name).put("public_key", text).put("user_id", user);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("keypair", keypair);
    admin.version("2.10").post(COMPUTE, "/os-keypairs", body).orFail();
  }

  /** Removes a keypair, of an account that outlives the case. */
  void removeKeypair(String user, String name) {
    admin
        .version("2.10")
        .delete(
            COMPUTE,
            "/os-keypairs/"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20")
                + "?user_id="
                + user);
  }

  /** Adds a group with its two automatic rules. */
  String group(String project, String name) {
    return admin
        .post(
            NETWORK,
            "/security-groups",
            "{'security_group': {'name': '%s', 'project_id': '%s'}}".formatted(name, project))
        .orFail()
        .at("/security_group/id")
        .asText();
  }

  /** Adds a rule; the fields are given as JSON, without braces. */
  String rule(String group, String project, String fields) {
    return admin
        .post(
            NETWORK,
            "/security-group-rules",
            "{'security_group_rule': {'security_group_id': '%s', 'project_id': '%s', %s}}"
                .formatted(group, project, fields))
        .orFail()
        .at("/security_group_rule/id")
        .asText();
  }

  // ---- what is there ---------------------------------------------------------------------------

  /** Public keys of a user by their names. */
  Map<String, String> keypairs(String user) {
    Map<String, String> keys = new TreeMap<>();
    for (JsonNode item :
        admin
            .version("2.10")
            .get(COMPUTE, "/os-keypairs?user_id=" + user)
            .orFail()
            .at("/keypairs")) {
      JsonNode keypair = item.path("keypair");
      keys.put(keypair.path("name").asText(), keypair.path("public_key").asText());
    }
    return keys;
  }

  int novaQuota(String project, String resource) {
    return admin
        .get(COMPUTE, "/os-quota-sets/" + project)
        .orFail()
        .at("/quota_set/" + resource)
        .asInt(Integer.MIN_VALUE);
  }

  int novaQuota(String project, String user, String resource) {
    return admin
        .get(COMPUTE, "/os-quota-sets/" + project + "?user_id=" + user)
        .orFail()
        .at("/quota_set/" + resource)
        .asInt(Integer.MIN_VALUE);
  }

  int neutronQuota(String project, String resource) {
    return admin
        .get(NETWORK, "/quotas/" + project)
        .orFail()
        .at("/quota/" + resource)
        .asInt(Integer.MIN_VALUE);
  }

  int cinderQuota(String project, String resource) {
    return admin
        .get(VOLUME, "/os-quota-sets/" + project)
        .orFail()
        .at("/quota_set/" + resource)
        .asInt(Integer.MIN_VALUE);
  }

  /** The groups of a project but the default one, in order of their names. */
  List<JsonNode> groups(String project) {
    List<JsonNode> groups = new ArrayList<>();
    admin
        .get(NETWORK, "/security-groups?sort_key=name&sort_dir=asc&project_id=" + project)
        .orFail()
        .at("/security_groups")
        .forEach(groups::add);
    groups.removeIf(g -> g.path("description").asText().equals(AUTOMATIC_DESCRIPTION));
    return groups;
  }

  List<String> groupNames(String project) {
    return groups(project).stream().map(g -> g.path("name").asText()).toList();
  }

  /** The one group of that name. */
  JsonNode groupNamed(String project, String name) {
    List<JsonNode> found =
        groups(project).stream().filter(g -> g.path("name").asText().equals(name)).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " groups named " + name);
    }
    return found.get(0);
  }

  /** The project's default group, which this look brings into being. */
  JsonNode defaultGroup(String project) {
    return admin
        .get(NETWORK, "/security-groups?name=default&project_id=" + project)
        .orFail()
        .at("/security_groups/0");
  }

  /**
   * What the rules of a group admit, one line each, in order: {@code ingress IPv4 tcp 22-22
   * 10.0.0.0/8}; a remote group is {@code self} or {@code group ID}.
   */
  static List<String> rules(JsonNode group) {
    List<String> lines = new ArrayList<>();
    group.path("security_group_rules").forEach(rule -> lines.add(line(group, rule)));
    return lines.stream().sorted().toList();
  }

  private static String line(JsonNode group, JsonNode rule) {
    StringBuilder line = new StringBuilder(rule.path("direction").asText());
    line.append(' ').append(rule.path("ethertype").asText());
    if (!rule.path("protocol").isNull()) {
      line.append(' ').append(rule.path("protocol").asText());
    }
    if (!rule.path("port_range_min").isNull()) {
      line.append(' ').append(rule.path("port_range_min").asText());
      line.append('-').append(rule.path("port_range_max").asText());
    }
    if (!rule.path("remote_ip_prefix").isNull()) {
      line.append(' ').append(rule.path("remote_ip_prefix").asText());
    }
    String remote = rule.path("remote_group_id").asText("");
    if (rule.path("remote_group_id").isTextual()) {
      line.append(remote.equals(group.path("id").asText()) ? " self" : " group " + remote);
    }
    return line.toString();
  }

  /** All that a project has in the four services, for "nothing has changed". */
  String picture(String project) {
    TreeSet<String> groups = new TreeSet<>();
    groups(project)
        .forEach(g -> groups.add(g.path("id").asText() + g.path("name").asText() + rules(g)));
    return admin.get(COMPUTE, "/os-quota-sets/" + project).text()
        + admin.get(NETWORK, "/quotas/" + project).text()
        + admin.get(VOLUME, "/os-quota-sets/" + project).text()
        + groups;
  }

  // ---- the program ---------------------------------------------------------------------------

  /** Runs {@code upload} on this cloud, with {@code -vv}. */
  Run upload(Path tarball, String... options) {
    return Run.upload(env, tarball, options);
  }

  @Override
  public String toString() {
    return name;
  }
}
