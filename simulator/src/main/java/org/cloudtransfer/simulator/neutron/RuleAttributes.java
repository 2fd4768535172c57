package org.cloudtransfer.simulator.neutron;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import org.cloudtransfer.simulator.cloud.Profile;
import org.cloudtransfer.simulator.http.PythonText;

/** The attributes of a security group rule and how their values are converted. */
final class RuleAttributes {
  private static final NullNode NULL = NullNode.getInstance();

  private final Protocols protocols;

  private RuleAttributes(Protocols protocols) {
    this.protocols = protocols;
  }

  static Attributes of(Profile profile, Protocols protocols) {
    RuleAttributes convert = new RuleAttributes(protocols);
    List<Attribute> all = new ArrayList<>();
    all.add(Attribute.readOnly("id"));
    all.add(Attribute.required("security_group_id", Values.text("security_group_id", 36)));
    all.add(Attribute.optional("remote_group_id", NULL, v -> v));
    all.add(
        Attribute.required("direction", Values.oneOf("direction", List.of("ingress", "egress"))));
    all.add(Attribute.optional("protocol", NULL, convert::protocol));
    all.add(Attribute.optional("port_range_min", NULL, RuleAttributes::port));
    all.add(Attribute.optional("port_range_max", NULL, RuleAttributes::port));
    all.add(Attribute.optional("ethertype", TextNode.valueOf("IPv4"), RuleAttributes::ethertype));
    all.add(Attribute.optional("remote_ip_prefix", NULL, RuleAttributes::prefix));
    all.add(Attribute.required("tenant_id", Values.text("tenant_id", 255)));
    all.add(Attribute.required("project_id", Values.text("project_id", 255)));
    Attribute description =
        Attribute.optional("description", TextNode.valueOf(""), Values.text("description", 255));
    all.add(description.changeable());
    if (profile.since(Profile.PIKE)) {
      readOnly(all, "created_at", "updated_at", "revision_number");
    }
    if (profile.since(Profile.ZED)) {
      all.add(Attribute.optional("remote_address_group_id", NULL, v -> v));
      readOnly(all, "normalized_cidr", "tags");
    }
    if (profile.since(Profile.EPOXY)) {
      readOnly(all, "belongs_to_default_sg");
    }
    return new Attributes("security_group_rule", all);
  }

  private static void readOnly(List<Attribute> all, String... names) {
    for (String name : names) {
      all.add(Attribute.readOnly(name));
    }
  }

  private JsonNode protocol(JsonNode value) {
    if (value.isNull()) {
      return value;
    }
    return protocols
        .stored(value.asText())
        .map(TextNode::valueOf)
        .orElseThrow(
            () ->
                NeutronFault.of(
                    400,
                    "SecurityGroupRuleInvalidProtocol",
                    "Security group rule protocol %s not supported. Only protocol values %s and integer representations [0 to 255] are supported."
                        .formatted(PythonText.plain(value), protocols.list())));
  }

  private static JsonNode port(JsonNode value) {
    if (value.isNull()) {
      return value;
    }
    boolean isNumber = value.isIntegralNumber() || value.isTextual();
    if (!isNumber || !value.asText().matches("\\d{1,5}") || value.asInt() > 65535) {
      throw badPort(PythonText.plain(value));
    }
    return IntNode.valueOf(value.asInt());
  }

  static RuntimeException badPort(String port) {
    return NeutronFault.of(400, "SecurityGroupInvalidPortValue", "Invalid value for port " + port);
  }

  private static JsonNode ethertype(JsonNode value) {
    for (String known : List.of("IPv4", "IPv6")) {
      if (known.equalsIgnoreCase(value.asText())) {
        return TextNode.valueOf(known);
      }
    }
    throw NeutronFault.of(
        400,
        "SecurityGroupRuleInvalidEtherType",
        "Security group rule for ethertype '%s' not supported. Allowed values are ['IPv4', 'IPv6']."
            .formatted(PythonText.plain(value)));
  }

  private static JsonNode prefix(JsonNode value) {
    if (value.isNull() || value.asText().isEmpty()) {
      return NULL;
    }
    String text = "Invalid CIDR %s given as IP prefix.".formatted(value.asText());
    return Cidr.parse(value.asText())
        .map(cidr -> TextNode.valueOf(cidr.toString()))
        .orElseThrow(() -> NeutronFault.of(400, "InvalidCIDR", text));
  }
}
