package org.cloudtransfer.simulator.http;

import java.util.Set;

/**
 * One request as it came, and how it was answered.
 *
 * @param path raw, from the root
 * @param query raw, "" if none
 * @param status 0 if the connection was dropped instead of an answer
 * @param body the request's body as text
 * @param user name of the caller, "" if not known
 */
public record LoggedRequest(
    String method, String path, String query, int status, String body, String user) {
  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

  /** Whether this asked for a change; logging in and out is none. */
  public boolean isWrite() {
    return !READS.contains(method) && !path.endsWith("/auth/tokens");
  }
}
