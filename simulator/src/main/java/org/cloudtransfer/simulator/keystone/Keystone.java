package org.cloudtransfer.simulator.keystone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.cloudtransfer.simulator.cloud.Identity;
import org.cloudtransfer.simulator.http.Call;
import org.cloudtransfer.simulator.http.Json;
import org.cloudtransfer.simulator.http.Refusal;
import org.cloudtransfer.simulator.http.Reply;
import org.cloudtransfer.simulator.http.Request;
import org.cloudtransfer.simulator.http.Routes;
import org.cloudtransfer.simulator.http.Service;

/** The identity service. */
public final class Keystone implements Service {
  private final Tokens tokens;
  private final Gate gate;
  private final Login login;
  private final TokenView view;
  private final Catalog catalog;
  private final String version;
  private final Routes routes = new Routes();

  /**
   * @param version as its version document has it, for example {@code v3.14}
   * @param late whether it knows application credentials and system scope, as since Queens
   * @param registeredLimits default limits of resources by name
   * @param cut how much of a list it shows
   */
  public Keystone(
      Identity identity,
      Tokens tokens,
      Catalog catalog,
      String version,
      boolean late,
      Map<String, Integer> registeredLimits,
      Cut cut) {
    this.tokens = tokens;
    this.gate = new Gate(tokens);
    this.login = new Login(identity, tokens, late);
    this.view = new TokenView(identity, catalog);
    this.catalog = catalog;
    this.version = version;
    routes
        .on("GET", "", this::versions)
        .on("GET", "/v3", this::version)
        .on("POST", "/v3/auth/tokens", this::logIn)
        .on("GET", "/v3/auth/tokens", this::show)
        .on("HEAD", "/v3/auth/tokens", this::show)
        .on("DELETE", "/v3/auth/tokens", this::revoke)
        .on("GET", "/v3/auth/catalog", this::catalog);
    Policy policy = new Policy(gate);
    new Directory(identity, gate, policy, cut).addTo(routes);
    new Registrar(identity, policy).addTo(routes);
    if (late) {
      new UnifiedLimits(gate, catalog, registeredLimits).addTo(routes);
    }
  }

  @Override
  public Reply answer(Request request) {
    return routes
        .answer(request)
        .orElseGet(() -> Gate.error(404, "Not Found", "The resource could not be found."));
  }

  private Reply versions(Call call) {
    ObjectNode body = Json.object();
    body.putObject("versions").putArray("values").add(document(call.request()));
    return Reply.json(300, body).with("Location", call.request().base() + "/v3/");
  }

  private Reply version(Call call) {
    return Reply.json(200, Json.object("version", document(call.request())));
  }

  private ObjectNode document(Request request) {
    ObjectNode document =
        Json.object()
            .put("id", version)
            .put("status", "stable")
            .put("updated", "2020-04-07T00:00:00Z");
    document.putArray("links").addObject().put("rel", "self").put("href", request.base() + "/v3/");
    document
        .putArray("media-types")
        .addObject()
        .put("base", "application/json")
        .put("type", "application/vnd.openstack.identity-v3+json");
    return document;
  }

  private Reply logIn(Call call) {
    Request request = call.request();
    JsonNode auth =
        request
            .json()
            .map(b -> b.path("auth"))
            .filter(JsonNode::isObject)
            .orElseThrow(this::noAuth);
    checkMethods(auth.path("identity").path("methods"));
    checkScope(auth.path("scope"));
    Optional<Token> token = login.with(auth);
    return token.map(t -> tokenReply(201, t, request)).orElseGet(() -> Gate.unauthorized(request));
  }

  private void checkMethods(JsonNode methods) {
    for (JsonNode method : methods) {
      if (!login.methods().contains(method.asText())) {
        String text = "Attempted to authenticate with an unsupported method.";
        throw new Refusal(Gate.error(401, "Unauthorized", text));
      }
    }
  }

  /** Any other word beside the one that it knows is let pass. */
  private void checkScope(JsonNode scope) {
    if (!scope.isMissingNode() && login.scopes().stream().filter(scope::has).count() != 1) {
      throw malformed("Expecting to find " + login.scopeWords() + " in scope.");
    }
  }

  private Refusal noAuth() {
    return malformed("Expecting to find auth in request body.");
  }

  private static Refusal malformed(String what) {
    return new Refusal(
        Gate.error(
            400,
            "Bad Request",
            what
                + " The server could not comply with the request since it is either malformed or otherwise incorrect. The client is assumed to be in error."));
  }

  private Reply tokenReply(int status, Token token, Request request) {
    return Reply.json(status, view.json(token, request.root()))
        .with("X-Subject-Token", token.id())
        .with("Vary", "X-Auth-Token");
  }

  private Reply show(Call call) {
    return tokenReply(200, subject(call), call.request());
  }

  private Reply revoke(Call call) {
    tokens.revoke(subject(call).id());
    return Reply.empty(204);
  }

  private Token subject(Call call) {
    gate.admit(call.request());
    return call.request()
        .header("X-Subject-Token")
        .flatMap(tokens::valid)
        .orElseThrow(
            () -> new Refusal(Gate.error(404, "Not Found", "Could not recognize Fernet token")));
  }

  private Reply catalog(Call call) {
    Token token = gate.admit(call.request());
    if (token.scope().kind() == Scope.Kind.NONE) {
      String text = "You are not authorized to perform the requested action.";
      throw new Refusal(Gate.error(403, "Forbidden", text));
    }
    ObjectNode body = Json.object();
    body.set("catalog", catalog.json(call.request().root(), token.projectId()));
    return Reply.json(200, body);
  }
}
