package org.cloudtransfer.upload.plan;

import java.util.Locale;

/** Why a row does not simply arrive, or what a person should know; the codes are a contract. */
public enum Cause {
  /** The account may not do what an upload does. */
  NOT_ADMIN(Severity.CRITICAL),
  MISSING_PROJECT(Severity.HIGH),
  MISSING_USER(Severity.HIGH),
  AMBIGUOUS_USER(Severity.HIGH),
  /** Two users of the source become one, and both have something of that name. */
  TWO_INTO_ONE(Severity.HIGH),
  /** The user has another key of that name. */
  KEY_NAME_TAKEN(Severity.HIGH),
  /** The account that uploads may not have as many key pairs as a user is to get. */
  KEY_LIMIT(Severity.HIGH),
  /** No key, or a name that Nova does not take. */
  KEY_UNUSABLE(Severity.HIGH),
  LIMIT_BELOW_USAGE(Severity.HIGH),
  LIMIT_WITHOUT_VALUE(Severity.HIGH),
  /** Nova took it and ignored it, for Keystone keeps the limits. */
  LIMIT_IGNORED(Severity.HIGH),
  VOLUME_TYPE_MISSING(Severity.HIGH),
  GROUPS_OVER_QUOTA(Severity.HIGH),
  RULES_OVER_QUOTA(Severity.HIGH),
  GROUP_NOT_CARRIED(Severity.HIGH),
  RULE_NOT_CARRIED(Severity.HIGH),
  /** The target refused it in an earlier run. */
  REFUSED_BEFORE(Severity.HIGH),
  /** An earlier run did it, and somebody has changed it since. */
  CHANGED_SINCE(Severity.MEDIUM),
  DEFAULT_GROUP_WIDER(Severity.MEDIUM),
  /** The target's limit is higher, and is to stay. */
  LIMIT_KEPT(Severity.MEDIUM),
  DEFAULT_GROUP_SKIPPED(Severity.MEDIUM),
  OTHER(Severity.MEDIUM),
  /** The target has no such limit. */
  UNKNOWN_QUOTA_KEY(Severity.LOW),
  /** Something was there before the first upload. */
  TARGET_NOT_BLANK(Severity.LOW),
  /** The old cloud's defaults are not in the archive. */
  DEFAULTS_UNKNOWN(Severity.LOW),
  /** Worth knowing, nothing to do. */
  NOTE(Severity.LOW);

  private final Severity severity;

  Cause(Severity severity) {
    this.severity = severity;
  }

  /** How much it matters, the gravest first. */
  public enum Severity {
    /** The upload will hardly do its work. */
    CRITICAL,
    /** Rows will not arrive. */
    HIGH,
    /** A person should look. */
    MEDIUM,
    /** Worth knowing. */
    LOW;

    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Severity severity() {
    return severity;
  }

  /** The code, e.g. {@code missing-user}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
