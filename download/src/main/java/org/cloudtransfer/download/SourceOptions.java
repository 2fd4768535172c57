package org.cloudtransfer.download;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.cloudtransfer.config.DatabaseLocator;
import org.cloudtransfer.config.DatabaseLocator.Given;
import org.cloudtransfer.config.ServiceDatabase;
import org.cloudtransfer.source.Release;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Where the old cloud's databases are. */
final class SourceOptions {
  private static final String URL = "URL|@FILE";

  private final Map<ServiceDatabase, Given> given = new EnumMap<>(ServiceDatabase.class);

  @Option(
      order = 100,
      names = "--config-dir",
      paramLabel = "DIR",
      defaultValue = "/etc",
      description =
          "Root below which the services' configuration files are, e.g. DIR/nova/nova.conf"
              + " (default: ${DEFAULT-VALUE}).")
  private Path configDir;

  @Option(
      order = 101,
      names = "--release",
      paramLabel = "NAME",
      converter = ReleaseConverter.class,
      description = "Release of the old cloud, e.g. liberty, instead of what its databases say.")
  private Release release;

  @Option(
      order = 102,
      names = "--nova-db",
      paramLabel = URL,
      description = {
        "Nova's main database, instead of what the configuration says. A URL that holds a"
            + " password goes into a file (@FILE) or into the environment"
            + " (CLOUDTRANSFER_NOVA_DB), not on the command line."
      })
  void novaDb(String value) {
    give(ServiceDatabase.NOVA, value);
  }

  @Option(
      order = 103,
      names = "--nova-api-db",
      paramLabel = URL,
      description = "Likewise Nova's API database (CLOUDTRANSFER_NOVA_API_DB).")
  void novaApiDb(String value) {
    give(ServiceDatabase.NOVA_API, value);
  }

  @Option(
      order = 104,
      names = "--neutron-db",
      paramLabel = URL,
      description = "Likewise Neutron's database (CLOUDTRANSFER_NEUTRON_DB).")
  void neutronDb(String value) {
    give(ServiceDatabase.NEUTRON, value);
  }

  @Option(
      order = 105,
      names = "--cinder-db",
      paramLabel = URL,
      description = "Likewise Cinder's database (CLOUDTRANSFER_CINDER_DB).")
  void cinderDb(String value) {
    give(ServiceDatabase.CINDER, value);
  }

  @Option(
      order = 106,
      names = "--keystone-db",
      paramLabel = URL,
      description = "Likewise Keystone's database (CLOUDTRANSFER_KEYSTONE_DB).")
  void keystoneDb(String value) {
    give(ServiceDatabase.KEYSTONE, value);
  }

  @Option(
      order = 107,
      names = "--slave-connection",
      description =
          "Read the replicas that the configuration names as slave_connection, where it does. What"
              + " a replica has not got yet is missing in the archive.")
  private boolean replicas;

  private void give(ServiceDatabase database, String value) {
    if (value != null) {
      given.put(database, new Given(database.option(), value));
    }
  }

  DatabaseLocator locator(Map<String, String> environment) {
    return new DatabaseLocator(configDir, given, environment, replicas);
  }

  Optional<Release> release() {
    return Optional.ofNullable(release);
  }

  static final class ReleaseConverter implements ITypeConverter<Release> {
    @Override
    public Release convert(String text) {
      return Release.of(text)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "no such release: " + text + "; known: " + Release.names()));
    }
  }
}
