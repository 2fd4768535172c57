package org.cloudtransfer.upload.cloud;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Why a service refused, read from the body and not from the status alone: Neutron says 409 for
 * "exists" and for "over quota".
 *
 * @param type Neutron's exception, e.g. {@code OverQuota}; Nova's and Cinder's word, e.g. {@code
 *     conflictingRequest}; empty if there is none
 * @param message the service's words; never empty
 */
public record Fault(int status, String type, String message) {

  static Fault of(Reply reply) {
    JsonNode body = reply.body();
    JsonNode inner = body.isObject() && body.size() > 0 ? body.elements().next() : body;
    String type = inner.path("type").asText("");
    if (type.isEmpty() && body.isObject() && body.size() > 0) {
      type = body.fieldNames().next();
    }
    String message = inner.isTextual() ? inner.asText() : inner.path("message").asText("");
    return new Fault(reply.status(), type, message.isBlank() ? "no reason given" : message.strip());
  }

  public boolean overQuota() {
    return status == 409 && type.equals("OverQuota") || message.startsWith("Quota exceeded");
  }

  /** Neutron: an equal rule is there, by the target's own notion of equal. */
  public boolean ruleExists() {
    return status == 409 && type.equals("SecurityGroupRuleExists");
  }

  /** As a person reads it. */
  @Override
  public String toString() {
    return message + " (HTTP " + status + ")";
  }
}
