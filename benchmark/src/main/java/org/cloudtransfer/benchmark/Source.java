package org.cloudtransfer.benchmark;

/** A Neutron database with rules. */
interface Source {
  /** As SQLAlchemy spells it. */
  String url();
}
