package org.cloudtransfer.dist.packed.advisories;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;
import java.util.List;
import org.apache.maven.artifact.versioning.ComparableVersion;

/**
 * Versions between events (OSV schema, "evaluation of affected ranges").
 *
 * @param type {@code GIT} is about commits and tells nothing of versions
 */
record Range(String type, List<Event> events) {
  Range {
    events = events == null ? List.of() : List.copyOf(events);
  }

  /** A version at which something begins or ends; one of the three. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Event(
      String introduced, String fixed, @JsonProperty("last_affected") String lastAffected) {

    private String version() {
      return introduced != null ? introduced : fixed != null ? fixed : lastAffected;
    }

    /** From the beginning of time. */
    private boolean isAlways() {
      return "0".equals(introduced);
    }

    private int compareTo(ComparableVersion version) {
      return isAlways() ? -1 : new ComparableVersion(version()).compareTo(version);
    }

    private boolean hasCome(ComparableVersion version) {
      return lastAffected != null ? compareTo(version) < 0 : compareTo(version) <= 0;
    }
  }

  boolean covers(String version) {
    if ("GIT".equals(type)) {
      return false;
    }
    ComparableVersion compared = new ComparableVersion(version);
    return events.stream()
        .filter(event -> event.version() != null && event.hasCome(compared))
        .max(Comparator.comparing(Range::place))
        .filter(last -> last.introduced() != null)
        .isPresent();
  }

  private static ComparableVersion place(Event event) {
    return new ComparableVersion(event.version());
  }
}
