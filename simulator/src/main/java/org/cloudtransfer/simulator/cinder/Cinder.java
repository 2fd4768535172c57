package org.cloudtransfer.simulator.cinder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cloudtransfer.simulator.cloud.Profile;
import org.cloudtransfer.simulator.cloud.Volume;
import org.cloudtransfer.simulator.http.Call;
import org.cloudtransfer.simulator.http.Json;
import org.cloudtransfer.simulator.http.Reply;
import org.cloudtransfer.simulator.http.Request;
import org.cloudtransfer.simulator.http.Routes;
import org.cloudtransfer.simulator.http.Service;
import org.cloudtransfer.simulator.keystone.Gate;
import org.cloudtransfer.simulator.keystone.Token;

/**
 * The volume service. The project in the path is the caller's own and must be that of the token.
 */
public final class Cinder implements Service {
  private static final String HEADER = "OpenStack-API-Version";

  private final Volume volume;
  private final Gate gate;
  private final String maximum;
  private final List<String> versions;
  private final Routes open = new Routes();
  private final Routes routes = new Routes();

  /** A service with v2 and v3 until it is that of Xena, v3 alone from there on. */
  public Cinder(Volume volume, Gate gate, Profile profile) {
    this.volume = volume;
    this.gate = gate;
    this.maximum = maximum(profile);
    this.versions = profile.since(Profile.ZED) ? List.of("v3") : List.of("v2", "v3");
    VolumeQuotas quotas = new VolumeQuotas(volume, profile);
    VolumeTypes types = new VolumeTypes(volume);
    open.on("GET", "", this::versions);
    for (String version : versions) {
      on("GET", version, "/os-quota-sets/{target}", quotas::show);
      on("GET", version, "/os-quota-sets/{target}/defaults", quotas::defaults);
      on("PUT", version, "/os-quota-sets/{target}", quotas::update);
      on("DELETE", version, "/os-quota-sets/{target}", quotas::delete);
      on("GET", version, "/types", types::list);
      on("POST", version, "/types", types::create);
      on("GET", version, "/types/{id}", types::show);
      on("POST", version, "/volumes", new Volumes(volume)::create);
    }
  }

  private static String maximum(Profile profile) {
    return switch (profile) {
      case NEWTON -> "3.15";
      case PIKE -> "3.43";
      case TRAIN -> "3.59";
      case ZED -> "3.70";
      case EPOXY -> "3.71";
    };
  }

  private void on(String method, String version, String path, Function<CinderCall, Reply> handler) {
    routes.on(
        method,
        "/" + version + "/{project}" + path,
        call -> versioned(handler.apply(new CinderCall(call, admitted(call)))));
  }

  /** Quotas and types are alike in all microversions: each is taken for the lowest. */
  private static Reply versioned(Reply reply) {
    return reply.with(HEADER, "volume 3.0").with("Vary", HEADER);
  }

  private Token admitted(Call call) {
    Token token = gate.admit(call.request());
    if (!token.projectId().equals(call.variable("project"))) {
      throw CinderFault.badRequest("Malformed request url");
    }
    return token;
  }

  @Override
  public Reply answer(Request request) {
    Optional<Reply> document = open.answer(request);
    if (document.isPresent()) {
      return document.get();
    }
    synchronized (volume) {
      return routes.answer(request).orElseGet(Cinder::unknown);
    }
  }

  private static Reply unknown() {
    return CinderFault.notFound("The resource could not be found.").reply();
  }

  private Reply versions(Call call) {
    ObjectNode body = Json.object();
    body.putArray("versions");
    versions.forEach(version -> body.withArray("versions").add(document(call, version)));
    return Reply.json(300, body);
  }

  private ObjectNode document(Call call, String version) {
    ObjectNode document = Json.object().put("id", version + ".0").put("status", "CURRENT");
    document.put("version", version.equals("v2") ? "" : maximum);
    document.put("min_version", version.equals("v2") ? "" : "3.0");
    String href = call.request().base() + "/" + version + "/";
    document.putArray("links").addObject().put("rel", "self").put("href", href);
    return document;
  }
}
