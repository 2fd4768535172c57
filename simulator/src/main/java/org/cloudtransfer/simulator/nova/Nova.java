package org.cloudtransfer.simulator.nova;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.cloudtransfer.simulator.cloud.Cloud;
import org.cloudtransfer.simulator.cloud.Compute;
import org.cloudtransfer.simulator.cloud.Profile;
import org.cloudtransfer.simulator.http.Call;
import org.cloudtransfer.simulator.http.Json;
import org.cloudtransfer.simulator.http.Reply;
import org.cloudtransfer.simulator.http.Request;
import org.cloudtransfer.simulator.http.Routes;
import org.cloudtransfer.simulator.http.Service;
import org.cloudtransfer.simulator.keystone.Gate;

/** The compute service. */
public final class Nova implements Service {
  private static final String LEGACY_HEADER = "X-OpenStack-Nova-API-Version";
  private static final String HEADER = "OpenStack-API-Version";
  private static final Microversion MINIMUM = new Microversion(2, 1);

  private final Compute compute;
  private final Gate gate;
  private final Microversion maximum;
  private final Routes open = new Routes();
  private final Routes routes = new Routes();

  /**
   * @param sshKeyTypes the key types that its cryptography library knows
   * @param unifiedLimits Keystone's registered limits, if Nova asks Keystone
   */
  public Nova(
      Cloud cloud,
      Gate gate,
      Profile profile,
      Set<String> sshKeyTypes,
      Optional<Map<String, Integer>> unifiedLimits,
      Clock clock) {
    this.compute = cloud.compute();
    this.gate = gate;
    this.maximum = new Microversion(2, profile.microversion());
    Limits limits = new Limits(compute, profile, unifiedLimits);
    Keypairs keypairs = new Keypairs(compute, limits, new PublicKeys(sshKeyTypes), profile, clock);
    QuotaSets quotas = new QuotaSets(cloud, limits, profile);
    QuotaClasses classes = new QuotaClasses(compute, limits);
    open.on("GET", "", this::versions).on("GET", "/v2.1", this::version);
    on("GET", "/os-keypairs", keypairs::list);
    on("POST", "/os-keypairs", keypairs::create);
    on("GET", "/os-keypairs/{name}", keypairs::show);
    on("DELETE", "/os-keypairs/{name}", keypairs::delete);
    on("GET", "/os-quota-sets/{project}", quotas::show);
    on("GET", "/os-quota-sets/{project}/detail", quotas::detail);
    on("GET", "/os-quota-sets/{project}/defaults", quotas::defaults);
    on("PUT", "/os-quota-sets/{project}", quotas::update);
    on("DELETE", "/os-quota-sets/{project}", quotas::delete);
    on("GET", "/os-quota-class-sets/{class}", classes::show);
    on("PUT", "/os-quota-class-sets/{class}", classes::update);
    on("GET", "/limits", new UsedLimits(compute, limits)::show);
    on("POST", "/os-server-groups", new ServerGroups(compute)::create);
  }

  /** Every path may also carry the caller's project, as the catalogs of older clouds have it. */
  private void on(String method, String path, Function<NovaCall, Reply> handler) {
    Function<Call, Reply> negotiated = call -> negotiated(call, handler);
    routes.on(method, "/v2.1" + path, negotiated).on(method, "/v2.1/{tenant}" + path, negotiated);
  }

  @Override
  public Reply answer(Request request) {
    Optional<Reply> document = open.answer(request);
    if (document.isPresent()) {
      return document.get();
    }
    synchronized (compute) {
      return routes.answer(request).orElseGet(Nova::unknown);
    }
  }

  private static Reply unknown() {
    ObjectNode body =
        Json.object()
            .put("message", "The resource could not be found.<br /><br />\n\n\n")
            .put("code", "404 Not Found")
            .put("title", "Not Found");
    return Reply.json(404, body);
  }

  private Reply negotiated(Call call, Function<NovaCall, Reply> handler) {
    NovaCall novaCall = new NovaCall(call, gate.admit(call.request()), asked(call.request()));
    return handler
        .apply(novaCall)
        .with(HEADER, "compute " + novaCall.version())
        .with(LEGACY_HEADER, novaCall.version().toString())
        .with("Vary", HEADER + ", " + LEGACY_HEADER);
  }

  private Microversion asked(Request request) {
    Optional<String> text =
        request
            .header(HEADER)
            .filter(h -> h.startsWith("compute "))
            .map(h -> h.substring("compute ".length()).trim())
            .or(() -> request.header(LEGACY_HEADER));
    if (text.isEmpty()) {
      return MINIMUM;
    }
    return text.get().equals("latest") ? maximum : supported(text.get());
  }

  private Microversion supported(String text) {
    Microversion version =
        Microversion.of(text)
            .orElseThrow(
                () ->
                    NovaFault.badRequest(
                        "API Version String %s is of invalid format. Must be of format MajorNum.MinorNum."
                            .formatted(text)));
    if (version.compareTo(MINIMUM) < 0 || version.compareTo(maximum) > 0) {
      throw NovaFault.notAcceptable(
          "Version %s is not supported by the API. Minimum is %s and maximum is %s."
              .formatted(version, MINIMUM, maximum));
    }
    return version;
  }

  private Reply versions(Call call) {
    ObjectNode body = Json.object();
    String href = call.request().base() + "/v2/";
    ObjectNode old = Json.object().put("id", "v2.0").put("status", "SUPPORTED");
    old.put("version", "").put("min_version", "").put("updated", "2011-01-21T11:33:21Z");
    old.putArray("links").addObject().put("rel", "self").put("href", href);
    body.putArray("versions").add(old).add(document(call.request()));
    return Reply.json(200, body);
  }

  private Reply version(Call call) {
    return Reply.json(200, Json.object("version", document(call.request())));
  }

  private ObjectNode document(Request request) {
    ObjectNode document =
        Json.object()
            .put("id", "v2.1")
            .put("status", "CURRENT")
            .put("version", maximum.toString())
            .put("min_version", MINIMUM.toString())
            .put("updated", "2013-07-23T11:33:21Z");
    String href = request.base() + "/v2.1/";
    document.putArray("links").addObject().put("rel", "self").put("href", href);
    return document;
  }
}
