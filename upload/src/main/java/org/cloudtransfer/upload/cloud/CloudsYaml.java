package org.cloudtransfer.upload.cloud;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.cli.WholeFile;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * A cloud out of {@code clouds.yaml}, with {@code secure.yaml} laid over it and, if it names a
 * {@code profile}, {@code clouds-public.yaml} under it, said in the variables of an openrc. The
 * files are looked for where openstacksdk looks: the current directory, the user's configuration,
 * {@code /etc/openstack}; {@code OS_CLIENT_CONFIG_FILE} goes first.
 */
public final class CloudsYaml {
  private static final int SIZE_MAX = 3 << 20;

  /** A cloud's settings are three deep, a volume of others' is not much deeper. */
  private static final int DEPTH_MAX = 10;

  private static final List<String> SIMPLE =
      List.of("auth_type", "region_name", "interface", "endpoint_type", "cacert", "cert", "key");

  private final Map<String, String> env;
  private final Path current;

  /**
   * @param current the current directory
   */
  public CloudsYaml(Map<String, String> env, Path current) {
    this.env = Map.copyOf(env);
    this.current = current;
  }

  /**
   * The variables that an openrc for the cloud would set.
   *
   * @throws StopException if there is no such file, or no such cloud in it
   */
  public Map<String, String> environment(String cloud) {
    Path file =
        find("clouds")
            .orElseThrow(
                () ->
                    StopException.badInput(
                        "There is no clouds.yaml for the cloud " + cloud + ".",
                        "Put it into " + String.join(" or ", places()) + "."));
    Map<String, Object> clouds = section(file, "clouds");
    if (!(clouds.get(cloud) instanceof Map<?, ?>)) {
      throw StopException.badInput(
          file + " has no cloud " + cloud + ", but " + String.join(", ", clouds.keySet()) + ".",
          "Correct --os-cloud or OS_CLOUD.");
    }
    Map<String, Object> settings = map(clouds.get(cloud));
    Map<String, Object> merged = profile(settings);
    merge(merged, settings);
    find("secure").ifPresent(f -> merge(merged, map(section(f, "clouds").get(cloud))));
    return variables(merged);
  }

  private Map<String, Object> profile(Map<String, Object> settings) {
    Object name = settings.getOrDefault("profile", settings.get("cloud"));
    Map<String, Object> profile = new TreeMap<>();
    if (name != null) {
      find("clouds-public")
          .ifPresent(f -> merge(profile, map(section(f, "public-clouds").get(name.toString()))));
    }
    return profile;
  }

  private static Map<String, String> variables(Map<String, Object> settings) {
    Map<String, String> variables = new HashMap<>();
    map(settings.get("auth")).forEach((key, value) -> put(variables, key, value));
    for (String key : SIMPLE) {
      put(variables, key, settings.get(key));
    }
    settings.forEach(
        (key, value) -> {
          if (key.endsWith("_endpoint_override")) {
            put(variables, key, value);
          }
        });
    boolean unverified = String.valueOf(settings.get("verify")).matches("(?i)false|no|off|n");
    if (unverified || String.valueOf(settings.get("insecure")).matches("(?i)true|yes|on|y")) {
      variables.put("OS_INSECURE", "1");
    }
    return variables;
  }

  private static void put(Map<String, String> variables, String key, Object value) {
    if (value != null) {
      variables.put("OS_" + key.toUpperCase(Locale.ROOT), value.toString());
    }
  }

  private static void merge(Map<String, Object> into, Map<String, Object> from) {
    from.forEach(
        (key, value) -> {
          if (value instanceof Map<?, ?> && into.get(key) instanceof Map<?, ?>) {
            Map<String, Object> inner = new TreeMap<>(map(into.get(key)));
            merge(inner, map(value));
            into.put(key, inner);
          } else {
            into.put(key, value);
          }
        });
  }

  private List<String> places() {
    String home = env.getOrDefault("HOME", "");
    String config = env.getOrDefault("XDG_CONFIG_HOME", home + "/.config");
    return List.of(current.toString(), config + "/openstack", "/etc/openstack");
  }

  private Optional<Path> find(String name) {
    Stream<Path> standard =
        places().stream()
            .flatMap(
                place -> Stream.of(Path.of(place, name + ".yaml"), Path.of(place, name + ".yml")));
    String variable = name.equals("secure") ? "OS_CLIENT_SECURE_FILE" : "OS_CLIENT_CONFIG_FILE";
    String given = name.equals("clouds-public") ? null : env.get(variable);
    Stream<Path> first = given == null ? Stream.empty() : Stream.of(Path.of(given));
    return Stream.concat(first, standard).filter(Files::isRegularFile).findFirst();
  }

  private static Map<String, Object> section(Path file, String name) {
    try {
      // all scalars as they are written: a password may look like a number
      LoadSettings settings =
          LoadSettings.builder().setLabel(file.toString()).setSchema(new FailsafeSchema()).build();
      String text = WholeFile.text(file, SIZE_MAX);
      if (isEmpty(text, settings)) {
        return new TreeMap<>();
      }
      requireFlat(text, settings);
      Object loaded = new Load(settings).loadFromString(text);
      requireFlat(loaded, 0);
      return map(map(loaded).get(name));
    } catch (IOException e) {
      throw new StopException(
          ExitCode.BAD_INPUT, file + " cannot be read.", "Make it readable.", e);
    } catch (YamlEngineException e) {
      throw StopException.badInput(file + " is no YAML" + place(e) + ".", "Mend it.");
    }
  }

  /** The loader cannot construct nothing under this schema, be it with an anchor. */
  private static boolean isEmpty(String text, LoadSettings settings) {
    for (Event event : new Parse(settings).parseString(text)) {
      if (event instanceof NodeEvent) {
        return event instanceof ScalarEvent scalar && scalar.getValue().isEmpty();
      }
    }
    return true;
  }

  /** Before it is loaded: the loader would follow any depth until its stack ends. */
  private static void requireFlat(String text, LoadSettings settings) {
    int depth = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      if (event instanceof CollectionStartEvent && ++depth > DEPTH_MAX) {
        throw new YamlEngineException("it is nested too deeply");
      }
      depth -= event instanceof CollectionEndEvent ? 1 : 0;
    }
  }

  /** After it was loaded: aliases may stand for what they stand in. */
  private static void requireFlat(Object value, int depth) {
    if (depth > DEPTH_MAX) {
      throw new YamlEngineException("it is nested too deeply");
    }
    if (value instanceof Map<?, ?> map) {
      map.keySet().forEach(inner -> requireFlat(inner, depth + 1));
      map.values().forEach(inner -> requireFlat(inner, depth + 1));
    } else if (value instanceof Iterable<?> list) {
      list.forEach(inner -> requireFlat(inner, depth + 1));
    }
  }

  /** Not the exception's own words: they quote the line, and a password may stand in it. */
  private static String place(YamlEngineException e) {
    return e instanceof MarkedYamlEngineException marked && marked.getProblemMark().isPresent()
        ? ": see line " + (marked.getProblemMark().get().getLine() + 1)
        : "";
  }

  private static Map<String, Object> map(Object value) {
    Map<String, Object> map = new TreeMap<>();
    if (value instanceof Map<?, ?> some) {
      some.forEach((key, inner) -> map.put(String.valueOf(key), inner));
    }
    return map;
  }
}
