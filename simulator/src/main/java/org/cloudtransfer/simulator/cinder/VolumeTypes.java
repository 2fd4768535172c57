package org.cloudtransfer.simulator.cinder;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.cloudtransfer.simulator.cloud.Volume;
import org.cloudtransfer.simulator.cloud.VolumeType;
import org.cloudtransfer.simulator.http.Json;
import org.cloudtransfer.simulator.http.Reply;

/** The calls on /types. */
final class VolumeTypes {
  private final Volume volume;

  VolumeTypes(Volume volume) {
    this.volume = volume;
  }

  Reply list(CinderCall call) {
    ArrayNode types = Json.array();
    volume.types().forEach(type -> types.add(view(type)));
    return Reply.json(200, Json.object("volume_types", types));
  }

  Reply show(CinderCall call) {
    String id = call.call().variable("id");
    return volume.types().stream()
        .filter(type -> type.id().equals(id))
        .findFirst()
        .map(type -> Reply.json(200, Json.object("volume_type", view(type))))
        .orElseThrow(
            () -> CinderFault.notFound("Volume type %s could not be found.".formatted(id)));
  }

  Reply create(CinderCall call) {
    call.requireAdmin("volume_extension:type_create");
    String name = call.body().path("volume_type").path("name").asText();
    return Reply.json(200, Json.object("volume_type", view(volume.addType(name))));
  }

  private static ObjectNode view(VolumeType type) {
    ObjectNode view =
        Json.object()
            .put("id", type.id())
            .put("name", type.name())
            .put("is_public", true)
            .putNull("description")
            .put("os-volume-type-access:is_public", true);
    view.putObject("extra_specs");
    return view;
  }
}
