package org.cloudtransfer.simulator.neutron;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.cloudtransfer.simulator.cloud.Network;
import org.cloudtransfer.simulator.cloud.RuleTemplate;
import org.cloudtransfer.simulator.http.Json;
import org.cloudtransfer.simulator.http.Reply;

/** GET /default-security-group-rules: the rules that new groups get unasked. */
record DefaultRules(Network network) {
  /** Stands for the new group itself. */
  private static final String ITSELF = "PARENT";

  Reply list(NeutronCall call) {
    ArrayNode all = Json.array();
    network.templates().forEach(template -> all.add(view(template)));
    return Reply.json(200, Json.object("default_security_group_rules", all));
  }

  private static ObjectNode view(RuleTemplate template) {
    return Json.object()
        .put("id", template.id())
        .put("direction", template.direction())
        .put("ethertype", template.ethertype())
        .put("protocol", template.protocol())
        .put("port_range_min", template.portRangeMin())
        .put("port_range_max", template.portRangeMax())
        .put("remote_ip_prefix", template.remoteIpPrefix())
        .put("remote_group_id", template.fromItself() ? ITSELF : null)
        .putNull("remote_address_group_id")
        .put("description", "")
        .put("used_in_default_sg", template.usedInDefault())
        .put("used_in_non_default_sg", template.usedInOthers());
  }
}
