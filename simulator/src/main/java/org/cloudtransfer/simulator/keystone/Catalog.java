package org.cloudtransfer.simulator.keystone;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.cloudtransfer.simulator.http.Json;

/**
 * The endpoints of all services in all regions. So that a test can see which one a client chose,
 * regions after the first and interfaces other than public have a path prefix of their own ({@code
 * /RegionTwo/internal/compute/v2.1}); behind them is the same cloud.
 */
public final class Catalog {
  /**
   * One service of the catalog; {@code %(project_id)s} in the path stands for the token's project.
   */
  public record Entry(String type, String name, String path) {}

  private static final String PROJECT = "%(project_id)s";
  private static final List<String> INTERFACES = List.of("public", "internal", "admin");

  private final List<Entry> entries;
  private final List<String> regions;

  /** Two clouds have different IDs for the same service. */
  private final UUID cloud = UUID.randomUUID();

  /** A catalog of these services in these regions. */
  public Catalog(List<Entry> entries, List<String> regions) {
    this.entries = List.copyOf(entries);
    this.regions = List.copyOf(regions);
  }

  /** The path without the prefixes of region and interface. */
  public String plain(String path) {
    String rest = path;
    for (String region : regions.subList(1, regions.size())) {
      rest = without(rest, region);
    }
    return without(without(rest, "internal"), "admin");
  }

  private static String without(String path, String segment) {
    return path.startsWith("/" + segment + "/") ? path.substring(segment.length() + 1) : path;
  }

  /** The catalog as a token of this project ("" for none) shows it. */
  ArrayNode json(String root, String projectId) {
    ArrayNode services = Json.array();
    for (Entry entry : entries) {
      // keystone leaves out what it cannot fill in
      if (!projectId.isEmpty() || !entry.path().contains(PROJECT)) {
        services.add(service(entry, root, projectId));
      }
    }
    return services;
  }

  private ObjectNode service(Entry entry, String root, String projectId) {
    ArrayNode endpoints = Json.array();
    for (String region : regions) {
      for (String side : INTERFACES) {
        endpoints.add(endpoint(entry, root, projectId, region, side));
      }
    }
    ObjectNode service = Json.object().put("type", entry.type()).put("name", entry.name());
    service.put("id", id(entry.type())).set("endpoints", endpoints);
    return service;
  }

  private ObjectNode endpoint(
      Entry entry, String root, String projectId, String region, String side) {
    String place = region.equals(regions.get(0)) ? "" : "/" + region;
    String door = side.equals("public") ? "" : "/" + side;
    return Json.object()
        .put("id", id(entry.type() + region + side))
        .put("interface", side)
        .put("region", region)
        .put("region_id", region)
        .put("url", root + place + door + entry.path().replace(PROJECT, projectId));
  }

  /** The ID of a service of the catalog. */
  String serviceId(String type) {
    return id(type);
  }

  private String id(String of) {
    byte[] name = (cloud + of).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(name).toString().replace("-", "");
  }
}
