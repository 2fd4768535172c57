package org.cloudtransfer.upload;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.config.DatabaseLocator;
import org.cloudtransfer.config.DatabaseLocator.Given;
import org.cloudtransfer.config.DatabaseLocator.Located;
import org.cloudtransfer.config.ServiceDatabase;
import org.cloudtransfer.upload.cloud.CloudsYaml;
import org.cloudtransfer.upload.cloud.Credentials;
import org.cloudtransfer.upload.cloud.Openrc;
import org.cloudtransfer.upload.cloud.Proxies;
import org.cloudtransfer.upload.identity.IdentityMapper;
import picocli.CommandLine.Option;

/** The options that say which cloud is meant and who is who in it. */
final class TargetOptions {
  @Option(
      names = "--os-cloud",
      paramLabel = "NAME",
      description = "The cloud's name in clouds.yaml; default: OS_CLOUD, else the OS_* variables.")
  private String cloud;

  @Option(
      names = "--os-cacert",
      paramLabel = "FILE",
      description = "The CA that signed the cloud's certificates; default: OS_CACERT.")
  private String cacert;

  @Option(names = "--insecure", description = "Trust any certificate; default: OS_INSECURE.")
  private boolean insecure;

  @Option(
      names = "--os-region-name",
      paramLabel = "NAME",
      description = "The region; default: OS_REGION_NAME.")
  private String region;

  @Option(
      names = "--os-interface",
      paramLabel = "NAME",
      description = "public, internal or admin; default: OS_INTERFACE or OS_ENDPOINT_TYPE.")
  private String interfaceName;

  @Option(
      names = "--map",
      paramLabel = "FILE",
      description =
          "CSV with source_id and target_id of users (and of others, if it has a column type: user,"
              + " project, domain); goes before all other ways. What `upload map` writes.")
  private Path map;

  @Option(
      names = "--project-map",
      paramLabel = "FILE",
      description =
          "The same for projects whose IDs did change; target_id is an ID or name@domain. Default:"
              + " projects have kept their IDs.")
  private Path projectMap;

  @Option(
      names = "--id-mapping-db",
      paramLabel = "URL",
      description =
          "The target Keystone's database, for its table id_mapping: @FILE that holds the URL; or"
              + " in the environment variable CLOUDTRANSFER_KEYSTONE_DB.")
  private String idMappingDb;

  @Option(
      names = "--keystone-config",
      paramLabel = "DIR",
      description = "The target Keystone's configuration, e.g. /etc/keystone, to find that.")
  private Path keystoneConfig;

  @Option(
      names = "--user-domain",
      paramLabel = "NAME",
      description =
          "Look for users in this domain; repeatable, the first that knows a user wins. Default:"
              + " all domains, and a user found in two is not mapped.")
  private List<String> userDomains = new ArrayList<>();

  @Option(
      names = "--orphans",
      paramLabel = "skip|fail|assign=ID",
      defaultValue = "skip",
      description =
          "What to do with rows of users who are not in the target: withhold them, stop before"
              + " anything is written, or give their key pairs (nothing else) to one user. Default:"
              + " skip.")
  private String orphans;

  Credentials credentials(Map<String, String> env) {
    String name = cloud == null ? env.get("OS_CLOUD") : cloud;
    Map<String, String> openrc =
        name == null || name.isEmpty()
            ? env
            : new CloudsYaml(env, Path.of("").toAbsolutePath()).environment(name);
    return new Openrc(openrc)
        .credentials(
            new Openrc.Overrides(region, interfaceName, cacert, insecure), Proxies.of(env));
  }

  IdentityMapper.Sources identities(Map<String, String> env) {
    return new IdentityMapper.Sources(map, projectMap, idMapping(env), userDomains, orphans);
  }

  private Located idMapping(Map<String, String> env) {
    if (idMappingDb == null && keystoneConfig == null) {
      return env.containsKey(ServiceDatabase.KEYSTONE.variable())
          ? new DatabaseLocator(Path.of("/etc"), Map.of(), env).locate(ServiceDatabase.KEYSTONE)
          : null;
    }
    Map<ServiceDatabase, Given> given =
        idMappingDb == null
            ? Map.of()
            : Map.of(ServiceDatabase.KEYSTONE, new Given("--id-mapping-db", idMappingDb));
    return new DatabaseLocator(configRoot(), given, Map.of()).locate(ServiceDatabase.KEYSTONE);
  }

  /** Both {@code /etc/keystone} and {@code /etc} are understood. */
  private Path configRoot() {
    if (keystoneConfig == null) {
      return Path.of("/etc");
    }
    Path directory = keystoneConfig.toAbsolutePath().normalize();
    if (!java.nio.file.Files.isDirectory(directory)) {
      throw StopException.badInput(
          "There is no directory " + keystoneConfig + ".", "Correct --keystone-config.");
    }
    boolean keystone = directory.endsWith("keystone") && directory.getParent() != null;
    return keystone ? directory.getParent() : directory;
  }
}
