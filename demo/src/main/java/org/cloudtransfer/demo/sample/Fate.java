package org.cloudtransfer.demo.sample;

/** What is to become of a row of the old cloud. */
public enum Fate {
  /** It gets into the new cloud. */
  CARRIED,
  /** The new cloud has its equal already, and that is left as it is. */
  PRESENT,
  /** It stays behind, because a person has to decide. */
  WITHHELD,
  /** The new cloud has no such thing. */
  INAPPLICABLE,
  /** It is not even read: the old cloud keeps deleted rows. */
  DELETED,
  /** It is not even read: another row of the same thing comes after it. */
  SUPERSEDED;

  /** Whether the new cloud holds it afterwards. */
  public boolean arrives() {
    return this == CARRIED || this == PRESENT;
  }
}
