package org.cloudtransfer.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A run of the program that has ended. */
record Ran(int code, String out, String err) {

  /** Everything that it printed. */
  String all() {
    return out + err;
  }

  /** How many rows of a table ended in what, as the report's last table has it. */
  record Count(
      long created,
      long updated,
      long same,
      long withheld,
      long inapplicable,
      long failed,
      long rows) {

    /** Every row of the archive ends in exactly one outcome. */
    Count {
      assertThat(created + updated + same + withheld + inapplicable + failed).isEqualTo(rows);
    }
  }

  Count count(String table) {
    List<Count> counts =
        out.lines()
            .filter(line -> line.matches(table + "( +\\d+){7}"))
            .map(line -> count(Arrays.stream(line.split(" +")).skip(1).toArray(String[]::new)))
            .toList();
    assertThat(counts).as("lines for %s in %s", table, all()).hasSize(1);
    return counts.get(0);
  }

  private static Count count(String... numbers) {
    long[] n = Arrays.stream(numbers).mapToLong(Long::parseLong).toArray();
    return new Count(n[0], n[1], n[2], n[3], n[4], n[5], n[6]);
  }

  /** Ended as expected; says what it printed if not. */
  Ran exits(int expected) {
    assertThat(code).as(all()).isEqualTo(expected);
    return this;
  }

  /** The report or the remarks say all of this, in any case of letters. */
  Ran says(String... words) {
    for (String word : words) {
      assertThat(all().toLowerCase(Locale.ROOT)).contains(word.toLowerCase(Locale.ROOT));
    }
    return this;
  }

  Ran saysNot(String... words) {
    for (String word : words) {
      assertThat(all().toLowerCase(Locale.ROOT)).doesNotContain(word.toLowerCase(Locale.ROOT));
    }
    return this;
  }
}
