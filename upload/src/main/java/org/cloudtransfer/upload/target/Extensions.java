package org.cloudtransfer.upload.target;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.cloudtransfer.upload.cloud.Cloud;
import org.cloudtransfer.upload.cloud.Request;
import org.cloudtransfer.upload.cloud.Service;

/** What the target's Neutron can do, by the aliases of its extensions. */
final class Extensions {
  private Extensions() {}

  static Set<String> of(Cloud cloud) {
    Set<String> aliases = new HashSet<>();
    JsonNode answer = cloud.read(Request.get(Service.NETWORK, "extensions"), "extensions");
    answer.forEach(e -> aliases.add(e.path("alias").asText()));
    return aliases;
  }
}
