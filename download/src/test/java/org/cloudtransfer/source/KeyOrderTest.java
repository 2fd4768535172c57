package org.cloudtransfer.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cloudtransfer.resource.RowKey;
import org.junit.jupiter.api.Test;

class KeyOrderTest {

  @Test
  void textIsOrderedByCodePointAsInPostgres() {
    List<String> ordered =
        List.of("", "A", "AA", "a", "é", "\uFFFD", "\uD83D\uDE00", "\uD83D\uDE01");

    assertThat(ordered.stream().sorted(KeyOrder.TEXT.reversed()).sorted(KeyOrder.TEXT))
        .containsExactlyElementsOf(ordered);
  }

  @Test
  void keysAreOrderedPartByPart() {
    assertThat(KeyOrder.KEYS.compare(RowKey.of("t", "a", "z"), RowKey.of("t", "b", "a")))
        .isNegative();
    assertThat(KeyOrder.KEYS.compare(RowKey.of("t", "a", null), RowKey.of("t", "a", ""))).isZero();
  }
}
