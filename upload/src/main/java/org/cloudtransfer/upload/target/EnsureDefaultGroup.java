package org.cloudtransfer.upload.target;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.cloudtransfer.resource.ResourceKind;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.upload.cloud.Cloud;
import org.cloudtransfer.upload.cloud.Request;
import org.cloudtransfer.upload.cloud.Service;
import org.cloudtransfer.upload.plan.Action;
import org.cloudtransfer.upload.plan.Effect;

/**
 * Makes a project's default group come into being: Neutron makes it when the project's groups are
 * first listed, and cannot be asked for it by a POST. Repeated it changes nothing.
 */
record EnsureDefaultGroup(SourceGroup group, AutomaticRules automatic) implements Action {

  @Override
  public ResourceKind kind() {
    return ResourceKind.SECURITY_GROUPS;
  }

  @Override
  public Verb verb() {
    return Verb.CREATE;
  }

  @Override
  public List<RowKey> rows() {
    return List.of(group.group().key());
  }

  @Override
  public String lane() {
    return "default group of " + group.project();
  }

  /** By {@code tenant_id}: Newton looks at that filter only. */
  @Override
  public Request request() {
    return Request.get(Service.NETWORK, "security-groups").with("tenant_id", group.project());
  }

  @Override
  public boolean isToldBy(JsonNode body) {
    return !effect(body).ids().isEmpty();
  }

  @Override
  public Effect effect(JsonNode body) {
    for (JsonNode there : body.path("security_groups")) {
      PresentGroup present = PresentGroup.of(there);
      if (present.isDefault() && present.projectId().equals(group.project())) {
        return automatic.found(group.group().key(), present);
      }
    }
    return Effect.NONE;
  }

  @Override
  public Effect forecast() {
    return automatic.found(group.group().key(), automatic.ofNew(group));
  }

  @Override
  public Optional<Effect> settle(Cloud cloud) {
    Effect effect = effect(cloud.readWhole(request(), "security_groups"));
    return effect.ids().isEmpty() ? Optional.empty() : Optional.of(effect);
  }
}
