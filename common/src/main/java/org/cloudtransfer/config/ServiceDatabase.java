package org.cloudtransfer.config;

import java.util.Locale;

/** A database that is read, and the three places where its URL may be given. */
public enum ServiceDatabase {
  NOVA(Service.NOVA, "database"),
  NOVA_API(Service.NOVA, "api_database"),
  NEUTRON(Service.NEUTRON, "database"),
  CINDER(Service.CINDER, "database"),
  KEYSTONE(Service.KEYSTONE, "database");

  private final Service service;
  private final String section;

  ServiceDatabase(Service service, String section) {
    this.service = service;
    this.section = section;
  }

  public Service service() {
    return service;
  }

  /** The section of the configuration whose {@code connection} holds the URL. */
  public String section() {
    return section;
  }

  /** As the database is usually called, e.g. {@code nova_api}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The command-line option, e.g. {@code --nova-api-db}. */
  public String option() {
    return "--" + text().replace('_', '-') + "-db";
  }

  /** The environment variable, e.g. {@code CLOUDTRANSFER_NOVA_API_DB}. */
  public String variable() {
    return "CLOUDTRANSFER_" + name() + "_DB";
  }
}
