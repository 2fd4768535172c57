package org.cloudtransfer.simulator.cinder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.cloudtransfer.simulator.cloud.Volume;
import org.cloudtransfer.simulator.http.Json;
import org.cloudtransfer.simulator.http.Reply;

/** POST /volumes, only as a way to have something in use. */
final class Volumes {
  private final Volume volume;

  Volumes(Volume volume) {
    this.volume = volume;
  }

  Reply create(CinderCall call) {
    JsonNode asked = call.body().path("volume");
    String project = call.token().projectId();
    volume.use(project, "volumes", volume.used(project, "volumes") + 1);
    int size = asked.path("size").asInt();
    volume.use(project, "gigabytes", volume.used(project, "gigabytes") + size);
    ObjectNode view = asked.deepCopy();
    view.put("id", UUID.randomUUID().toString()).put("status", "creating");
    return Reply.json(202, Json.object("volume", view));
  }
}
