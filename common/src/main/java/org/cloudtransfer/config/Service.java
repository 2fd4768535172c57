package org.cloudtransfer.config;

import java.util.Locale;

/** An OpenStack service whose configuration names a database. */
public enum Service {
  NOVA("nova-api"),
  NEUTRON("neutron-server"),
  CINDER("cinder-api"),
  KEYSTONE("keystone");

  private final String program;

  Service(String program) {
    this.program = program;
  }

  /** As in file names, e.g. {@code nova}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The program that surely has the database's URL; agents and compute nodes do not. */
  public String program() {
    return program;
  }
}
