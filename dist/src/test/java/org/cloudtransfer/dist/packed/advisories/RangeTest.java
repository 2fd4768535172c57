package org.cloudtransfer.dist.packed.advisories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As the OSV schema has it, with Maven's order of versions. */
class RangeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "introduced 0, fixed 2.13.4.1|2.13.4|true",
        "introduced 0, fixed 2.13.4.1|2.13.4.1|false",
        "introduced 0, fixed 2.13.4.1|2.9.10|true",
        "introduced 0, fixed 1.0|1.0-rc1|true",
        "introduced 0, fixed 1.0|1.0.0|false",
        "introduced 2.0, last_affected 2.5|2.5|true",
        "introduced 2.0, last_affected 2.5|2.5.1|false",
        "introduced 2.0, last_affected 2.5|1.9|false",
        "introduced 2.0|99|true",
        "fixed 1.4, introduced 1.2, introduced 2.0, fixed 2.1|1.3|true",
        "fixed 1.4, introduced 1.2, introduced 2.0, fixed 2.1|1.9|false",
        "fixed 1.4, introduced 1.2, introduced 2.0, fixed 2.1|2.0.5|true",
        "introduced 1.0, fixed 32.0.0|31.1-jre|true",
        "introduced 1.0, fixed 32.0.0|33.5.0-jre|false",
        "introduced 2.4.0-rc1, fixed 3|2.4.0|true"
      })
  void versionsBetweenItsEventsAreCovered(String events, String version, boolean covered)
      throws IOException {
    String json =
        "{\"type\": \"ECOSYSTEM\", \"events\": ["
            + events.replaceAll("(\\w+) ([^,]+)", "{\"$1\": \"$2\"}")
            + "]}";

    Range range = new ObjectMapper().readValue(json, Range.class);

    assertThat(range.covers(version)).isEqualTo(covered);
  }
}
