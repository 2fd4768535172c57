package org.cloudtransfer.dist.packed.advisories;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** An OSV record, as much of it as tells which versions are affected. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Advisory(
    String id,
    List<String> aliases,
    String modified,
    String withdrawn,
    String summary,
    List<Affected> affected) {
  Advisory {
    aliases = aliases == null ? List.of() : List.copyOf(aliases);
    affected = affected == null ? List.of() : List.copyOf(affected);
  }

  /** Some versions of a package. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Affected(@JsonProperty("package") Of of, List<Range> ranges, List<String> versions) {

    Affected {
      ranges = ranges == null ? List.of() : List.copyOf(ranges);
      versions = versions == null ? List.of() : List.copyOf(versions);
    }

    boolean covers(Component component) {
      return isOf(component.name())
          && (versions.contains(component.version())
              || ranges.stream().anyMatch(range -> range.covers(component.version())));
    }

    boolean isOf(String name) {
      return of.ecosystem().equals("Maven") && of.name().equals(name);
    }
  }

  /** A package. */
  record Of(String ecosystem, String name) {}

  boolean covers(Component component) {
    return withdrawn == null && affected.stream().anyMatch(some -> some.covers(component));
  }

  /** What it says of some packages, without lists of what the ranges say already. */
  Advisory about(Collection<String> packages) {
    List<Affected> some =
        affected.stream()
            .filter(one -> packages.stream().anyMatch(one::isOf))
            .map(
                one ->
                    one.ranges().isEmpty() ? one : new Affected(one.of(), one.ranges(), List.of()))
            .toList();
    return new Advisory(id, aliases, modified, withdrawn, summary, some);
  }

  @Override
  public String toString() {
    String also = aliases.isEmpty() ? "" : " (" + String.join(", ", aliases) + ")";
    return id + also + ": " + Objects.requireNonNullElse(summary, "no summary");
  }
}
