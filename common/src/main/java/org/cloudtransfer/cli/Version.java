package org.cloudtransfer.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of this build, from the manifest of the jar. */
public final class Version implements IVersionProvider {

  public static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"cloudtransfer " + text()};
  }
}
