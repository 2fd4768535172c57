package org.cloudtransfer.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.config.OsloConfig.Name;
import org.cloudtransfer.config.OsloConfig.Value;

/**
 * What a service's own configuration says about its databases.
 *
 * @param files the files that were read, in order of increasing precedence
 */
public record ServiceConfig(Service service, List<Path> files, OsloConfig values) {

  public ServiceConfig {
    files = List.copyOf(files);
  }

  /**
   * Reads the configuration of a service below a root such as {@code /etc}.
   *
   * <p>The files are those that the service reads, in its order: {@code <svc>.conf}, {@code
   * <prog>.conf}, then the {@code *.conf} of {@code <svc>.conf.d} and {@code <prog>.conf.d} by
   * name, and those of {@code conf.d/common} and {@code conf.d/<prog>}, as RDO has for Neutron.
   * They are looked for in {@code <root>/<svc>}, in the directories that Kolla makes ({@code
   * <root>/kolla/<prog>}, {@code <root>/<prog>}), in the root itself; then, as the root may be that
   * of a whole machine's copy or what TripleO generates, in {@code <root>/etc/<svc>}, {@code
   * <root>/etc/kolla/<prog>} and {@code <root>/<svc>/etc/<svc>}. The first that has any is taken.
   * RDO's {@code usr/share/<svc>/<svc>-dist.conf} beside that {@code etc} comes before them all if
   * it is there.
   *
   * @throws StopException if there are none, or one cannot be read
   */
  public static ServiceConfig read(Path root, Service service) {
    List<Path> files = new ConfigFiles(root, service).find();
    return new ServiceConfig(service, files, OsloConfig.read(files));
  }

  /**
   * The URL of a database of this service, under any name that oslo.db still honours; nothing if it
   * is unset or empty.
   */
  public Optional<Value> connection(ServiceDatabase database) {
    Optional<Value> found =
        database == ServiceDatabase.NOVA_API
            ? values.find(database.section(), "connection")
            : values.findFirst(
                new Name(database.section(), "connection"),
                new Name(OsloConfig.DEFAULT, "sql_connection"),
                new Name("database", "sql_connection"),
                new Name("sql", "connection"));
    return found.filter(value -> !value.text().isBlank());
  }

  /**
   * The URL of a replica of a database, for reading; nothing if there is none. An empty one counts
   * as none, as to the service.
   */
  public Optional<Value> replica(ServiceDatabase database) {
    return values
        .find(database.section(), "slave_connection")
        .filter(value -> !value.text().isBlank());
  }

  /**
   * The URL of a database that this service cannot do without.
   *
   * @throws StopException if it is not set
   */
  public Value requiredConnection(ServiceDatabase database) {
    return connection(database)
        .orElseThrow(
            () ->
                StopException.badInput(
                    new Name(database.section(), "connection")
                        + " is set in none of "
                        + files
                        + ".",
                    "Run where "
                        + service.program()
                        + " runs (agents and compute nodes have no connection), or give "
                        + database.option()
                        + "."));
  }
}
