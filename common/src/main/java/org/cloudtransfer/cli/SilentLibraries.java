package org.cloudtransfer.cli;

/**
 * The configuration of the JDK's logging under which libraries print nothing: what they log at
 * SEVERE they throw as well, as the PostgreSQL driver does of a certificate for another host. Taken
 * up only if something logs.
 */
public final class SilentLibraries {
  private static final String CONFIGURED_BY = "java.util.logging.config.class";

  /** For the log manager: without a handler nothing is printed. */
  public SilentLibraries() {
    // nothing is configured
  }

  /** Before the first that logs; a configuration of the user's own stays. */
  static void please() {
    if (System.getProperty("java.util.logging.config.file") == null
        && System.getProperty(CONFIGURED_BY) == null) {
      System.setProperty(CONFIGURED_BY, SilentLibraries.class.getName());
    }
  }
}
