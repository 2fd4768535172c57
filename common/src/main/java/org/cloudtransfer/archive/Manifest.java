package org.cloudtransfer.archive;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an archive says of itself, as {@code manifest.json}.
 *
 * @param format 1
 * @param tool name and version of the program that wrote it
 * @param created UTC, ISO 8601
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Manifest(
    int format,
    String tool,
    String created,
    List<Source> sources,
    Selected selection,
    List<Entry> files) {

  public static final int FORMAT = 1;
  public static final String FILE_NAME = "manifest.json";

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

  public Manifest {
    sources = sources == null ? List.of() : List.copyOf(sources);
    files = files == null ? List.of() : List.copyOf(files);
  }

  /**
   * A database that was read.
   *
   * @param service as in the configuration, e.g. {@code nova}
   * @param database e.g. {@code nova_api}
   * @param engine e.g. {@code PostgreSQL 9.4.26}
   * @param release the OpenStack release that was recognised, or {@code unknown}
   * @param schema the version tables' content, by table
   * @param host masked
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Source(
      String service,
      String database,
      String engine,
      String release,
      Map<String, List<String>> schema,
      String host) {}

  /** What the user asked for: kinds as in options, projects and users as typed. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Selected(List<String> kinds, List<String> projects, List<String> users) {}

  /**
   * One CSV file.
   *
   * @param kind the resource kind, or {@code users} or {@code projects}
   * @param rows without the header
   * @param bytes the file's size
   * @param sha256 of the file, lower-case hex
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Entry(
      String name, String kind, List<String> columns, long rows, long bytes, String sha256) {
    public Entry {
      columns = columns == null ? List.of() : List.copyOf(columns);
    }
  }

  /** The entry of a file, if the archive has it. */
  public Optional<Entry> file(String name) {
    return files.stream().filter(entry -> entry.name().equals(name)).findFirst();
  }

  byte[] toJson() {
    try {
      return (JSON.writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static Manifest parse(byte[] json) throws IOException {
    Manifest manifest = JSON.readValue(json, Manifest.class);
    if (manifest == null || manifest.files.stream().anyMatch(Manifest::incomplete)) {
      throw new IOException("an entry lacks its name or sum");
    }
    return manifest;
  }

  private static boolean incomplete(Entry entry) {
    return entry == null || entry.name() == null || entry.sha256() == null;
  }
}
