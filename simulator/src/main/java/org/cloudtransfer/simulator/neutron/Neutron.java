package org.cloudtransfer.simulator.neutron;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.cloudtransfer.simulator.cloud.Network;
import org.cloudtransfer.simulator.cloud.Profile;
import org.cloudtransfer.simulator.http.Call;
import org.cloudtransfer.simulator.http.Json;
import org.cloudtransfer.simulator.http.Reply;
import org.cloudtransfer.simulator.http.Request;
import org.cloudtransfer.simulator.http.Routes;
import org.cloudtransfer.simulator.http.Service;
import org.cloudtransfer.simulator.keystone.Gate;

/** The network service. */
public final class Neutron implements Service {
  private final Network network;
  private final Gate gate;
  private final Routes open = new Routes();
  private final Routes routes = new Routes();

  /**
   * @param pluginQuotas names of quotas that further plugins register
   * @param anywhereIsNone whether a rule for 0.0.0.0/0 is the same as one without prefix (Newton
   *     9.4.0 and everything since Ocata 10.0.1)
   */
  public Neutron(
      Network network,
      Gate gate,
      Profile profile,
      Set<String> pluginQuotas,
      boolean anywhereIsNone) {
    this.network = network;
    this.gate = gate;
    Map<String, Integer> defaults = NeutronQuotas.defaults(profile, pluginQuotas);
    QuotaCheck quota = new QuotaCheck(network, defaults);
    DefaultGroups defaultGroups = new DefaultGroups(network, quota);
    open.on("GET", "", this::versions).on("GET", "/v2.0", this::resources);
    addQuotas(new NeutronQuotas(network, profile, defaults), profile);
    addGroups(new SecurityGroups(network, profile, quota, defaultGroups));
    addRules(new SecurityGroupRules(network, profile, anywhereIsNone, quota, defaultGroups));
    Extensions extensions = new Extensions(profile);
    on("GET", "/extensions", extensions::list);
    on("GET", "/extensions/{alias}", extensions::show);
    if (profile.since(Profile.EPOXY)) {
      on("GET", "/default-security-group-rules", new DefaultRules(network)::list);
    }
    if (profile.since(Profile.TRAIN)) {
      addTags(new Tags(network));
    }
  }

  private void addQuotas(NeutronQuotas quotas, Profile profile) {
    on("GET", "/quotas", quotas::list);
    on("GET", "/quotas/tenant", quotas::own);
    on("GET", "/quotas/{project}", quotas::show);
    on("GET", "/quotas/{project}/default", quotas::defaults);
    if (profile.since(Profile.PIKE)) {
      on("GET", "/quotas/{project}/details", quotas::details);
    }
    on("PUT", "/quotas/{project}", quotas::update);
    on("DELETE", "/quotas/{project}", quotas::delete);
  }

  private void addGroups(SecurityGroups groups) {
    on("GET", "/security-groups", groups::list);
    on("POST", "/security-groups", groups::create);
    on("GET", "/security-groups/{id}", groups::show);
    on("PUT", "/security-groups/{id}", groups::update);
    on("DELETE", "/security-groups/{id}", groups::delete);
  }

  private void addRules(SecurityGroupRules rules) {
    on("GET", "/security-group-rules", rules::list);
    on("POST", "/security-group-rules", rules::create);
    on("GET", "/security-group-rules/{id}", rules::show);
    on("PUT", "/security-group-rules/{id}", rules::update);
    on("DELETE", "/security-group-rules/{id}", rules::delete);
  }

  private void addTags(Tags tags) {
    on("GET", "/security-groups/{id}/tags", tags::list);
    on("PUT", "/security-groups/{id}/tags", tags::replace);
    on("PUT", "/security-groups/{id}/tags/{tag}", tags::add);
    on("DELETE", "/security-groups/{id}/tags/{tag}", tags::remove);
  }

  private void on(String method, String path, Function<NeutronCall, Reply> handler) {
    routes.on(
        method,
        "/v2.0" + path,
        call -> handler.apply(new NeutronCall(call, gate.admit(call.request()))));
  }

  @Override
  public Reply answer(Request request) {
    Optional<Reply> document = open.answer(request);
    if (document.isPresent()) {
      return document.get();
    }
    synchronized (network) {
      return routes
          .answer(request.at(request.path().replaceFirst("\\.json$", "")))
          .orElseGet(Neutron::unknown);
    }
  }

  private static Reply unknown() {
    return NeutronFault.notFound("HTTPNotFound", "The resource could not be found.").reply();
  }

  private Reply versions(Call call) {
    ObjectNode version = Json.object().put("id", "v2.0").put("status", "CURRENT");
    String href = call.request().base() + "/v2.0/";
    version.putArray("links").addObject().put("rel", "self").put("href", href);
    return Reply.json(200, Json.object("versions", Json.array().add(version)));
  }

  private Reply resources(Call call) {
    return Reply.json(200, Json.object("resources", Json.array()));
  }
}
