package org.cloudtransfer.upload.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupListingTest {
  private static List<List<String>> chunks(Map<String, Integer> rulesOf) {
    return GroupListing.chunks(new TreeMap<>(rulesOf));
  }

  @Test
  void projectsAreAskedForTogetherUpToAThousandRules() {
    assertThat(chunks(Map.of("a", 400, "b", 400, "c", 400)))
        .containsExactly(List.of("a", "b"), List.of("c"));
    assertThat(chunks(Map.of("a", 1, "b", 5000, "c", 1)))
        .containsExactly(List.of("a"), List.of("b"), List.of("c"));
  }

  @Test
  void projectsWithoutRulesAreAskedForToo() {
    assertThat(chunks(Map.of("a", 0))).containsExactly(List.of("a"));
    assertThat(chunks(Map.of())).isEmpty();
  }

  @Test
  void anAddressStaysShort() {
    Map<String, Integer> many =
        IntStream.range(0, 60).boxed().collect(Collectors.toMap(i -> "p" + i, i -> 1));
    assertThat(chunks(many)).extracting(List::size).containsExactly(25, 25, 10);
  }
}
