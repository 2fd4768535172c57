package org.cloudtransfer.simulator.nova;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.cloudtransfer.simulator.cloud.Compute;
import org.cloudtransfer.simulator.http.Json;
import org.cloudtransfer.simulator.http.Reply;
import org.cloudtransfer.simulator.keystone.Token;

/** POST /os-server-groups, only as a way to have something in use. */
final class ServerGroups {
  private final Compute compute;

  ServerGroups(Compute compute) {
    this.compute = compute;
  }

  Reply create(NovaCall call) {
    Token token = call.token();
    int used = compute.used(token.projectId(), token.userId(), "server_groups");
    compute.use(token.projectId(), token.userId(), "server_groups", used + 1);
    ObjectNode group = call.body().path("server_group").deepCopy();
    return Reply.json(
        200, Json.object("server_group", group.put("id", UUID.randomUUID().toString())));
  }
}
