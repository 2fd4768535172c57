package org.cloudtransfer.upload.cloud;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a service answered.
 *
 * @param body JSON; a missing node if the answer was empty or no JSON
 */
public record Reply(int status, JsonNode body) {

  public boolean ok() {
    return status >= 200 && status < 300;
  }

  /** Whether the service refused and changed nothing: 4xx, for which it knows a reason. */
  public boolean refused() {
    return status >= 400 && status < 500;
  }

  /** The reason of a refusal. */
  public Fault fault() {
    return Fault.of(this);
  }
}
