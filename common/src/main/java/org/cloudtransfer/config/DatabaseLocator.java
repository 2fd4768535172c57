package org.cloudtransfer.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.cli.WholeFile;
import org.cloudtransfer.config.OsloConfig.Value;

/**
 * Finds the URL of a database: a command-line option before the environment before the service's
 * configuration.
 *
 * <p>Nova's two databases belong together: if the main one is given by option or environment, the
 * configuration is not asked for the other, because it may be that of another cloud.
 *
 * <p>Each service's configuration is read once, when it is first needed. Not for several threads.
 */
public final class DatabaseLocator {
  private static final int URL_FILE_MAX = 1 << 16;

  private final Path configRoot;
  private final Map<ServiceDatabase, Given> options;
  private final Map<String, String> environment;
  private final boolean replicas;
  private final Map<Service, ServiceConfig> configs = new EnumMap<>(Service.class);

  public DatabaseLocator(
      Path configRoot, Map<ServiceDatabase, Given> options, Map<String, String> environment) {
    this(configRoot, options, environment, false);
  }

  /**
   * Looks in these places.
   *
   * @param replicas whether the configuration's {@code slave_connection} comes before {@code
   *     connection} where it is set
   */
  public DatabaseLocator(
      Path configRoot,
      Map<ServiceDatabase, Given> options,
      Map<String, String> environment,
      boolean replicas) {
    this.configRoot = configRoot;
    this.options = Map.copyOf(options);
    this.environment = environment;
    this.replicas = replicas;
  }

  /**
   * A URL as given on the command line.
   *
   * @param option the option's name, for messages
   * @param value the URL without a password, or {@code @FILE}, the file holding it
   */
  public record Given(String option, String value) {
    /** The option only: the value may hold a password, wrongly. */
    @Override
    public String toString() {
      return option;
    }
  }

  /**
   * A URL and where it was found.
   *
   * @param origin file and line, option or variable, for messages
   * @param doubtful as {@link Value#doubtful()}
   */
  public record Located(
      ServiceDatabase database, DatabaseUrl url, String origin, boolean doubtful) {}

  /**
   * Where a database is.
   *
   * @throws StopException if nothing says so
   */
  public Located locate(ServiceDatabase database) {
    return given(database)
        .or(() -> replica(database))
        .orElseGet(
            () -> located(database, config(database.service()).requiredConnection(database)));
  }

  private Optional<Located> replica(ServiceDatabase database) {
    return replicas
        ? config(database.service()).replica(database).map(value -> located(database, value))
        : Optional.empty();
  }

  /** Where a database is that not every cloud has; nothing if nothing says so. */
  public Optional<Located> locateOptional(ServiceDatabase database) {
    Optional<Located> given = given(database);
    if (given.isPresent()
        || database == ServiceDatabase.NOVA_API && isGiven(ServiceDatabase.NOVA)) {
      return given;
    }
    return replica(database)
        .or(
            () ->
                config(database.service())
                    .connection(database)
                    .map(value -> located(database, value)));
  }

  /** Whether an option or the environment names a database. */
  public boolean isGiven(ServiceDatabase database) {
    return options.containsKey(database) || variable(database).isPresent();
  }

  /**
   * The configuration of a service.
   *
   * @throws StopException as {@link ServiceConfig#read}
   */
  public ServiceConfig config(Service service) {
    return configs.computeIfAbsent(service, s -> ServiceConfig.read(configRoot, s));
  }

  private Optional<String> variable(ServiceDatabase database) {
    return Optional.ofNullable(environment.get(database.variable())).filter(v -> !v.isBlank());
  }

  private Optional<Located> given(ServiceDatabase database) {
    Given option = options.get(database);
    if (option != null) {
      return Optional.of(fromOption(database, option));
    }
    return variable(database)
        .map(
            url -> {
              String origin = "the environment variable " + database.variable();
              return new Located(database, DatabaseUrl.parse(url, origin), origin, false);
            });
  }

  private static Located located(ServiceDatabase database, Value value) {
    DatabaseUrl url = DatabaseUrl.parse(value.text(), value.place());
    return new Located(database, url, value.place(), value.doubtful());
  }

  private static Located fromOption(ServiceDatabase database, Given given) {
    if (given.value().startsWith("@")) {
      return fromFile(database, given.option(), Path.of(given.value().substring(1)));
    }
    DatabaseUrl url = DatabaseUrl.parse(given.value(), given.option());
    if (url.hasPassword()) {
      throw StopException.badInput(
          given.option() + " holds a password, which every user of this machine could see.",
          "Write the URL to a file and give "
              + given.option()
              + " @FILE, or set "
              + database.variable()
              + ".");
    }
    return new Located(database, url, given.option(), false);
  }

  private static Located fromFile(ServiceDatabase database, String option, Path file) {
    try {
      String origin = option + " @" + file;
      return new Located(
          database, DatabaseUrl.parse(WholeFile.text(file, URL_FILE_MAX), origin), origin, false);
    } catch (IOException e) {
      throw StopException.badInput(
          option + ": cannot read " + file + ".",
          "Check that it exists and that this user may read it.");
    }
  }
}
