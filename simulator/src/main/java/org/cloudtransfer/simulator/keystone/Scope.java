package org.cloudtransfer.simulator.keystone;

import org.cloudtransfer.simulator.cloud.Identity;

/** What a token is good for. */
public record Scope(Kind kind, String id) {
  /** The kinds of scope. */
  public enum Kind {
    NONE,
    PROJECT,
    DOMAIN,
    SYSTEM
  }

  static final Scope UNSCOPED = new Scope(Kind.NONE, "");
  static final Scope WHOLE_SYSTEM = new Scope(Kind.SYSTEM, Identity.SYSTEM);

  static Scope project(String id) {
    return new Scope(Kind.PROJECT, id);
  }

  static Scope domain(String id) {
    return new Scope(Kind.DOMAIN, id);
  }
}
