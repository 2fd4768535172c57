package org.cloudtransfer.simulator.nova;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cloudtransfer.simulator.cloud.Compute;
import org.cloudtransfer.simulator.cloud.Keypair;
import org.cloudtransfer.simulator.cloud.Profile;
import org.cloudtransfer.simulator.http.Json;
import org.cloudtransfer.simulator.http.PythonText;
import org.cloudtransfer.simulator.http.Reply;

/** The calls on /os-keypairs. */
final class Keypairs {
  /** Nova's {@code [api] max_limit}. */
  private static final int PAGE = 1000;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

  private final Compute compute;
  private final Limits limits;
  private final PublicKeys keys;
  private final KeypairSchema schema;
  private final Clock clock;

  Keypairs(Compute compute, Limits limits, PublicKeys keys, Profile profile, Clock clock) {
    this.compute = compute;
    this.limits = limits;
    this.keys = keys;
    this.clock = clock;
    this.schema = new KeypairSchema(profile);
  }

  Reply create(NovaCall call) {
    JsonNode given = schema.checked(call.body(), call.version());
    String asked = given.path("user_id").asText();
    String userId = asked.isEmpty() ? call.token().userId() : asked;
    check(call, userId, "create");
    checkQuota(call, userId);
    String type = given.path("type").asText("ssh");
    Optional<GeneratedKey> generated =
        given.has("public_key") ? Optional.empty() : Optional.of(GeneratedKey.make(type));
    String publicKey = generated.map(GeneratedKey::publicKey).orElseGet(() -> text(given));
    String fingerprint = keys.fingerprint(type, publicKey);
    checkStorable(userId, given.path("name").asText());
    Keypair keypair =
        new Keypair(
            compute.nextKeypairId(),
            userId,
            given.path("name").asText(),
            type,
            publicKey,
            fingerprint,
            clock.instant());
    compute.put(keypair);
    ObjectNode view = view(keypair, call.version()).put("user_id", userId);
    generated.ifPresent(g -> view.put("private_key", g.privateKey()));
    return Reply.json(call.version().from(2) ? 201 : 200, Json.object("keypair", view));
  }

  private static String text(JsonNode given) {
    return given.path("public_key").asText();
  }

  /** The number counted is the owner's; the limit is the caller's own, in the caller's project. */
  private void checkQuota(NovaCall call, String userId) {
    int limit = limits.of(call.token().projectId(), call.token().userId()).get("key_pairs");
    if (limit >= 0 && compute.keypairs(userId).size() >= limit) {
      throw NovaFault.forbidden("Quota exceeded, too many key pairs.");
    }
  }

  private void checkStorable(String userId, String name) {
    if (userId.length() > 255) {
      throw NovaFault.unexpected("oslo_db.exception.DBError");
    }
    if (compute.keypair(userId, name).isPresent()) {
      throw NovaFault.conflict("Key pair '%s' already exists.".formatted(name));
    }
  }

  Reply list(NovaCall call) {
    checkQuery(call, Set.of("user_id", "limit", "marker"));
    String userId = owner(call);
    check(call, userId, "index");
    List<Keypair> found = compute.keypairs(userId);
    boolean paged = call.version().from(35);
    int limit = paged ? limit(call) : Integer.MAX_VALUE;
    List<Keypair> page = (paged ? afterMarker(call, found) : found).stream().limit(limit).toList();
    ObjectNode body = Json.object();
    ArrayNode array = body.putArray("keypairs");
    page.forEach(k -> array.add(Json.object("keypair", view(k, call.version()))));
    if (paged && page.size() == limit) {
      addNext(body, call, page);
    }
    return Reply.json(200, body);
  }

  private static int limit(NovaCall call) {
    String text = call.query().first("limit").orElse("");
    if (!text.matches("[0-9]*")) {
      String message = "Invalid input for query parameters limit. Value: %s. %s does not match %s";
      throw NovaFault.badRequest(message.formatted(text, PythonText.of(text), "'^[0-9]*$'"));
    }
    int asked = text.isEmpty() ? 0 : Integer.parseInt(text);
    return asked == 0 ? PAGE : Math.min(asked, PAGE);
  }

  private static List<Keypair> afterMarker(NovaCall call, List<Keypair> found) {
    Optional<String> marker = call.query().first("marker");
    if (marker.isEmpty()) {
      return found;
    }
    if (found.stream().noneMatch(k -> k.name().equals(marker.get()))) {
      throw NovaFault.badRequest("Marker %s could not be found.".formatted(marker.get()));
    }
    return found.stream().filter(k -> k.name().compareTo(marker.get()) > 0).toList();
  }

  private static void addNext(ObjectNode body, NovaCall call, List<Keypair> page) {
    StringBuilder next = new StringBuilder(call.call().request().base() + "/v2.1/os-keypairs?");
    call.query().names().stream()
        .filter(n -> !n.equals("marker"))
        .forEach(n -> next.append(n).append('=').append(encoded(call, n)).append('&'));
    String last = page.get(page.size() - 1).name();
    next.append("marker=").append(URLEncoder.encode(last, StandardCharsets.UTF_8));
    body.putArray("keypairs_links").addObject().put("rel", "next").put("href", next.toString());
  }

  private static String encoded(NovaCall call, String name) {
    String value = call.query().first(name).orElse("");
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  Reply show(NovaCall call) {
    checkQuery(call, Set.of("user_id"));
    Keypair keypair = found(call, "show");
    ObjectNode view =
        view(keypair, call.version())
            .put("user_id", keypair.userId())
            .put("id", keypair.id())
            .put("created_at", TIME.format(keypair.createdAt()))
            .put("deleted", false)
            .putNull("deleted_at")
            .putNull("updated_at");
    return Reply.json(200, Json.object("keypair", view));
  }

  Reply delete(NovaCall call) {
    checkQuery(call, Set.of("user_id"));
    Keypair keypair = found(call, "delete");
    compute.removeKeypair(keypair.userId(), keypair.name());
    return Reply.empty(call.version().from(2) ? 204 : 202);
  }

  private Keypair found(NovaCall call, String action) {
    String userId = owner(call);
    String name = call.variable("name");
    check(call, userId, action);
    String text = "Keypair %s not found for user %s".formatted(name, userId);
    return compute.keypair(userId, name).orElseThrow(() -> NovaFault.notFound(text));
  }

  /** Whose keys are meant; before 2.10 nobody's but one's own. */
  private static String owner(NovaCall call) {
    return call.userIdAsked()
        .filter(u -> call.version().from(10) && !u.isEmpty())
        .orElse(call.token().userId());
  }

  private static void check(NovaCall call, String userId, String action) {
    if (!call.token().isAdmin() && !call.token().userId().equals(userId)) {
      throw NovaFault.policy("os-keypairs:" + action);
    }
  }

  private static void checkQuery(NovaCall call, Set<String> known) {
    Set<String> extra = new TreeSet<>(call.query().names());
    extra.removeAll(known);
    if (call.version().from(75) && !extra.isEmpty()) {
      String verb = extra.size() == 1 ? "was" : "were";
      String text = "Additional properties are not allowed (%s %s unexpected)";
      throw NovaFault.badRequest(text.formatted(PythonText.list(extra), verb));
    }
  }

  private static ObjectNode view(Keypair keypair, Microversion version) {
    ObjectNode view =
        Json.object()
            .put("name", keypair.name())
            .put("public_key", keypair.publicKey())
            .put("fingerprint", keypair.fingerprint());
    return version.from(2) ? view.put("type", keypair.type()) : view;
  }
}
