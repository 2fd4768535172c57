package org.cloudtransfer.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cloudtransfer.cli.StopException;

/** Knows where the configuration files of a service are, in which layout. */
final class ConfigFiles {
  private final Path root;
  private final Service service;

  ConfigFiles(Path root, Service service) {
    this.root = root;
    this.service = service;
  }

  List<Path> find() {
    requireRoot();
    for (Path directory : candidates()) {
      List<Path> files = filesIn(directory);
      if (!files.isEmpty()) {
        return withDistributionDefaults(directory, files);
      }
    }
    throw StopException.badInput(
        "There is no configuration of "
            + service.text()
            + ": no *.conf in any of "
            + candidates()
            + ".",
        "Run where "
            + service.program()
            + " runs, name the root of a copy with --config-dir, give the database's URL"
            + " as an option, or leave out what needs "
            + service.text()
            + ".");
  }

  private void requireRoot() {
    if (!Files.isDirectory(root)) {
      throw StopException.badInput(
          "There is no configuration directory " + root + ".", "Check --config-dir.");
    }
  }

  private List<Path> candidates() {
    String name = service.text();
    return Stream.of(
            root.resolve(name),
            root.resolve("kolla").resolve(service.program()),
            root.resolve(service.program()),
            root,
            root.resolve("etc").resolve(name),
            root.resolve("etc").resolve("kolla").resolve(service.program()),
            root.resolve(name).resolve("etc").resolve(name))
        .distinct()
        .toList();
  }

  private List<Path> filesIn(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    if (!Files.isReadable(directory) || !Files.isExecutable(directory)) {
      throw StopException.badInput(
          directory + " may not be read by this user.",
          "Run as root, or as a member of its group.");
    }
    List<Path> files = new ArrayList<>();
    List<String> names = Stream.of(service.text(), service.program()).distinct().toList();
    names.stream().map(name -> directory.resolve(name + ".conf")).forEach(f -> addFile(files, f));
    names.stream().map(name -> directory.resolve(name + ".conf.d")).forEach(d -> addAll(files, d));
    if (!directory.equals(root)) {
      Path fragments = directory.resolve("conf.d");
      List.of("common", service.program()).forEach(d -> addAll(files, fragments.resolve(d)));
    }
    return files;
  }

  private static void addFile(List<Path> files, Path file) {
    if (Files.exists(file)) {
      files.add(file);
    }
  }

  private static void addAll(List<Path> files, Path directory) {
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (Stream<Path> entries = Files.list(directory)) {
      entries
          .filter(f -> f.getFileName().toString().endsWith(".conf"))
          .filter(Files::isRegularFile)
          .sorted()
          .forEach(files::add);
    } catch (IOException e) {
      throw StopException.badInput(
          directory + " may not be read by this user.",
          "Run as root, or as a member of its group.");
    }
  }

  /** They are in {@code usr/share} beside the {@code etc} that the files were found below. */
  private List<Path> withDistributionDefaults(Path directory, List<Path> files) {
    String name = service.text();
    Path etc = directory.startsWith(root.resolve("etc")) ? root.resolve("etc") : root;
    Path defaults =
        etc.toAbsolutePath()
            .normalize()
            .resolveSibling(Path.of("usr", "share", name, name + "-dist.conf"));
    List<Path> all = new ArrayList<>();
    addFile(all, defaults);
    all.addAll(files);
    return all;
  }
}
