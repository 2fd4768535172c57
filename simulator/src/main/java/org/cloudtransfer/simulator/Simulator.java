package org.cloudtransfer.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cloudtransfer.simulator.cinder.Cinder;
import org.cloudtransfer.simulator.cloud.Cloud;
import org.cloudtransfer.simulator.cloud.Identity;
import org.cloudtransfer.simulator.cloud.Profile;
import org.cloudtransfer.simulator.cloud.Project;
import org.cloudtransfer.simulator.cloud.User;
import org.cloudtransfer.simulator.http.Faults;
import org.cloudtransfer.simulator.http.Reply;
import org.cloudtransfer.simulator.http.Request;
import org.cloudtransfer.simulator.http.RequestLog;
import org.cloudtransfer.simulator.http.Server;
import org.cloudtransfer.simulator.http.Service;
import org.cloudtransfer.simulator.keystone.Catalog;
import org.cloudtransfer.simulator.keystone.Cut;
import org.cloudtransfer.simulator.keystone.Gate;
import org.cloudtransfer.simulator.keystone.Keystone;
import org.cloudtransfer.simulator.keystone.Tokens;
import org.cloudtransfer.simulator.neutron.Neutron;
import org.cloudtransfer.simulator.nova.Nova;

/**
 * A running cloud on 127.0.0.1, all services on one port below {@code /identity}, {@code /compute},
 * {@code /network} and {@code /volume}.
 *
 * <p>It starts with domain {@code Default} (ID {@code default}), project {@code admin} and user
 * {@code admin} in it, who has role admin on the project, the domain and the system. Everything
 * else is put there through {@link #cloud()} or the APIs. Any thread may use it.
 */
public final class Simulator implements AutoCloseable {
  private final SimulatorOptions options;
  private final Cloud cloud;
  private final Tokens tokens;
  private final Gate gate;
  private final Catalog catalog;
  private final Map<String, Service> services;
  private final User admin;
  private final Project adminProject;
  private final Server server;

  private Simulator(SimulatorOptions options) {
    this.options = options;
    this.cloud = new Cloud(options.clock());
    this.tokens = new Tokens(options.clock(), options.tokenLife());
    this.gate = new Gate(tokens);
    this.catalog = new Catalog(entries(options.profile()), options.regions());
    this.services = services();
    Identity identity = cloud.identity();
    identity.addDomain("default", "Default");
    this.adminProject = identity.addProject("default", "admin");
    this.admin = identity.addUser("default", "admin", options.adminPassword());
    for (String target : List.of(adminProject.id(), "default", Identity.SYSTEM)) {
      roles(options.profile()).forEach(role -> identity.grant(admin.id(), target, role));
    }
    if (options.profile().since(Profile.TRAIN)) {
      cloud.volume().addType("__DEFAULT__");
    }
    this.server =
        new Server(
            options.port(),
            options.tls(),
            options.clientCertificates(),
            options.latency(),
            this::answer,
            this::caller);
  }

  /** Starts a cloud; it serves when this returns. */
  public static Simulator start(SimulatorOptions options) {
    return new Simulator(options);
  }

  /** Later keystones let admin imply the lesser roles. */
  private static List<String> roles(Profile profile) {
    return profile.since(Profile.TRAIN) ? List.of("admin", "member", "reader") : List.of("admin");
  }

  private static List<Catalog.Entry> entries(Profile profile) {
    List<Catalog.Entry> entries = new ArrayList<>();
    entries.add(new Catalog.Entry("identity", "keystone", "/identity/v3"));
    entries.add(new Catalog.Entry("compute", "nova", "/compute/v2.1"));
    entries.add(new Catalog.Entry("network", "neutron", "/network"));
    if (!profile.since(Profile.ZED)) {
      entries.add(new Catalog.Entry("volumev2", "cinderv2", "/volume/v2/%(project_id)s"));
    }
    entries.add(
        profile.since(Profile.EPOXY)
            ? new Catalog.Entry("block-storage", "cinder", "/volume/v3")
            : new Catalog.Entry("volumev3", "cinderv3", "/volume/v3/%(project_id)s"));
    return entries;
  }

  private static String version(Profile profile) {
    return switch (profile) {
      case NEWTON -> "v3.7";
      case PIKE -> "v3.8";
      case TRAIN -> "v3.13";
      case ZED, EPOXY -> "v3.14";
    };
  }

  private Map<String, Service> services() {
    Profile profile = options.profile();
    Keystone keystone =
        new Keystone(
            cloud.identity(),
            tokens,
            catalog,
            version(profile),
            profile.since(Profile.TRAIN),
            options.unifiedLimits().orElse(Map.of()),
            new Cut(options.listLimit(), profile.since(Profile.EPOXY)));
    Nova nova =
        new Nova(
            cloud, gate, profile, options.sshKeyTypes(), options.unifiedLimits(), options.clock());
    Neutron neutron =
        new Neutron(
            cloud.network(), gate, profile, options.networkQuotas(), options.anywhereIsNone());
    return Map.of(
        "/identity", keystone,
        "/compute", nova,
        "/network", neutron,
        "/volume", new Cinder(cloud.volume(), gate, profile));
  }

  private Reply answer(Request request) {
    String path = catalog.plain(request.path());
    String prefix = prefix(path);
    if (!services.containsKey(prefix)) {
      return path.equals("/") ? answer(request.at("/identity")) : Reply.html(404, "Not Found");
    }
    return services.get(prefix).answer(request.at(path).below(prefix));
  }

  private static String prefix(String path) {
    int end = path.indexOf('/', 1);
    return end < 0 ? path : path.substring(0, end);
  }

  private String caller(Request request) {
    return gate.caller(request).map(token -> token.user().name()).orElse("");
  }

  /** Where to log in: {@code http://127.0.0.1:PORT/identity/v3}. */
  public String authUrl() {
    return url() + "/identity/v3";
  }

  /** The server's root, without a slash at the end. */
  public String url() {
    return server.url();
  }

  /** What the cloud holds: for populating it, and for looking without asking the APIs. */
  public Cloud cloud() {
    return cloud;
  }

  /** The administrator. */
  public User admin() {
    return admin;
  }

  /** The administrator's project. */
  public Project adminProject() {
    return adminProject;
  }

  /** What shall go wrong. */
  public Faults faults() {
    return server.faults();
  }

  /** What was asked so far. */
  public RequestLog requests() {
    return server.log();
  }

  /** Ends the life of all tokens given out so far. */
  public void expireTokens() {
    tokens.expireAll();
  }

  /** Everything the cloud holds as a sorted tree, with IDs, without dates. */
  public ObjectNode dump() {
    return new Dump(cloud).withIds();
  }

  /**
   * The same with groups under their names instead of IDs, and rules without IDs: equal for two
   * clouds into which the same was put.
   */
  public ObjectNode dumpWithoutIds() {
    return new Dump(cloud).withoutIds();
  }

  /** The environment with which OpenStack clients find and enter this cloud, as a shell script. */
  public String openrc() {
    return """
        export OS_AUTH_URL=%s
        export OS_IDENTITY_API_VERSION=3
        export OS_REGION_NAME=%s
        export OS_USERNAME=admin
        export OS_PASSWORD='%s'
        export OS_USER_DOMAIN_NAME=Default
        export OS_PROJECT_NAME=admin
        export OS_PROJECT_DOMAIN_NAME=Default
        """
        .formatted(authUrl(), options.regions().get(0), options.adminPassword());
  }

  @Override
  public void close() {
    server.close();
  }
}
