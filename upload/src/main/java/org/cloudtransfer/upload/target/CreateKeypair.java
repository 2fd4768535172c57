package org.cloudtransfer.upload.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cloudtransfer.resource.Keypair;
import org.cloudtransfer.resource.ResourceKind;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.upload.cloud.Cloud;
import org.cloudtransfer.upload.cloud.Fault;
import org.cloudtransfer.upload.cloud.Request;
import org.cloudtransfer.upload.cloud.Service;
import org.cloudtransfer.upload.plan.Action;
import org.cloudtransfer.upload.plan.Effect;

/**
 * Imports a public key for a user; repeated, it conflicts.
 *
 * @param user the target's ID
 */
record CreateKeypair(Keypair keypair, String user, String microversion) implements Action {

  @Override
  public ResourceKind kind() {
    return ResourceKind.KEYPAIRS;
  }

  @Override
  public Verb verb() {
    return Verb.CREATE;
  }

  @Override
  public List<RowKey> rows() {
    return List.of(keypair.key());
  }

  @Override
  public String lane() {
    return "key pairs of " + user;
  }

  @Override
  public Request request() {
    ObjectNode body =
        Json.object()
            .put("name", keypair.name())
            .put("type", keypair.type())
            .put("public_key", keypair.publicKey())
            .put("user_id", user);
    return Request.post(Service.COMPUTE, Json.wrap("keypair", body), "os-keypairs")
        .at(microversion);
  }

  @Override
  public Effect effect(JsonNode body) {
    return new Effect(Map.of(keypair.key(), user), Map.of());
  }

  /** Nova answers with the row that its database returned (nova, objects/keypair.py: create). */
  @Override
  public boolean shownBy(JsonNode body) {
    JsonNode made = body.path("keypair");
    return made.path("name").asText().equals(keypair.name())
        && made.path("user_id").asText().equals(user)
        && PublicKey.same(keypair.publicKey(), made.path("public_key").asText());
  }

  @Override
  public Optional<Effect> settle(Cloud cloud) {
    String there = KeypairTarget.read(cloud, user).get(keypair.name());
    return there != null && PublicKey.same(keypair.publicKey(), there)
        ? Optional.of(effect(MissingNode.getInstance()))
        : Optional.empty();
  }

  @Override
  public String remedy(Fault fault) {
    if (fault.overQuota()) {
      return "Raise key_pairs of the project that you log in to, then run this again.";
    }
    if (fault.status() == 409) {
      return "The user has one of that name by now, or one whose name differs in case only, which"
          + " MySQL takes for equal: create this one by hand under another name.";
    }
    return fault.status() == 400 ? "The target's Nova may not know this type of key." : "";
  }
}
