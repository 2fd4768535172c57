package org.cloudtransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadwayTest {

  private static String line(long done, long all, long free, Duration time) {
    return new Headway("keypairs", done, all, free, time).line();
  }

  @Test
  void tellsCountRateAndTimeLeft() {
    assertThat(line(120, 300, 0, Duration.ofSeconds(60)))
        .isEqualTo("keypairs  [============                  ]  120 of 300  2.0/s  ETA 0:01:30");
  }

  @Test
  void whatTookNoTimeIsCountedButSaysNothingOfTheRate() {
    assertThat(line(220, 300, 200, Duration.ofSeconds(10)))
        .endsWith("220 of 300  2.0/s  ETA 0:00:40");
  }

  @Test
  void theTimeLeftIsRoundedUpAndHasHours() {
    assertThat(line(1, 3, 0, Duration.ofMillis(400))).endsWith("2.5/s  ETA 0:00:01");
    assertThat(line(100, 100_000, 0, Duration.ofSeconds(10))).endsWith("10/s  ETA 2:46:30");
  }

  @Test
  void beforeTheFirstIsDoneNobodyKnowsTheTimeLeft() {
    assertThat(line(0, 300, 0, Duration.ofSeconds(5))).endsWith("0 of 300  ETA ?");
    assertThat(line(200, 300, 200, Duration.ZERO)).endsWith("200 of 300  ETA ?");
  }

  @Test
  void inTheEndItTellsHowLongItTook() {
    assertThat(line(300, 300, 0, Duration.ofSeconds(75)))
        .isEqualTo("keypairs  [==============================]  300 of 300  4.0/s  in 0:01:15");
  }

  @Test
  void ofAnUnknownNumberThereIsNoTimeLeft() {
    assertThat(new Headway("requests", 123, Headway.UNKNOWN, 0, Duration.ofSeconds(3)).line())
        .isEqualTo("requests  123  41/s  in 0:00:03");
  }

  @ParameterizedTest
  @CsvSource({"keypairs", "'security group rules'"})
  void fitsEightyColumns(String title) {
    Headway headway = new Headway(title, 1_234_567, 9_999_999, 0, Duration.ofHours(30));
    assertThat(headway.line()).hasSizeLessThan(80).contains("ETA 213:");
  }

  @Test
  void aTitleLongerThanTheTerminalIsCut() {
    assertThat(new Headway("x".repeat(90), 1, 2, 0, Duration.ofSeconds(1)).line()).hasSize(79);
  }
}
