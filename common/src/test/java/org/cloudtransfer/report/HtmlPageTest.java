package org.cloudtransfer.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HtmlPageTest {
  private static final String HOSTILE = "</script><script>alert(1)</script>\u2028\u2029\u202e'\"&";
  private static final Ending WITHHELD = new Ending("withheld", Tone.LOOK);
  private static final Ending CREATED = new Ending("created", Tone.DONE);

  private static Line line(Ending ending, String user, String reason) {
    return new Line("keypairs", ending, "k", "", user, "", reason, reason.isEmpty() ? "" : "Look.");
  }

  private static Page page(String command, Line... lines) {
    return new Page(
        command,
        HOSTILE,
        Tone.LOOK,
        List.of(new Fact(HOSTILE, HOSTILE)),
        List.of(new Next(HOSTILE, HOSTILE)),
        List.of(new Total("keypairs", WITHHELD, 1), new Total("keypairs", CREATED, 99_999)),
        List.of(lines),
        new Names(Map.of("p", HOSTILE), Map.of(), Map.of()),
        List.of(),
        List.of(),
        List.of(),
        new Timeline(Instant.EPOCH, Duration.ZERO, List.of(), Duration.ofMillis(100), List.of()));
  }

  @Test
  void nothingFromElsewhereEndsAScriptOrBeginsATag() {
    String html = HtmlPage.of(page(HOSTILE, line(WITHHELD, HOSTILE, HOSTILE)));

    assertThat(html).doesNotContain("<script>alert", "\u2028\"");
    assertThat(html.split("<script", -1)).hasSize(3);
    assertThat(html.split("</script>", -1)).hasSize(3);
  }

  @Test
  void dataComeBackAsTheyWere() throws JsonProcessingException {
    String json = PageData.json(page("upload", line(WITHHELD, "u", HOSTILE)));

    assertThat(json).isASCII().doesNotContain("<", ">", "&");
    JsonNode data = new ObjectMapper().readTree(json);
    assertThat(data.path("projects").path("p").asText()).isEqualTo(HOSTILE);
    assertThat(data.path("reasons").get(3).asText()).isEqualTo(HOSTILE);
  }

  @Test
  void policyForbidsTheNetworkAndNamesItsOwnScript() {
    String html = HtmlPage.of(page("upload"));

    assertThat(html)
        .contains("default-src 'none'; style-src 'sha256-", "script-src 'sha256-")
        .doesNotContain("http://", "https://", "unsafe-inline");
  }

  @Test
  void rowsThatDifferInTheirOwnerOnlyAreOneThingToLookAt() {
    List<Attention> attention =
        Attention.of(
            List.of(
                line(CREATED, "cat", ""),
                line(WITHHELD, "ann", "the user ann is not in the target"),
                line(WITHHELD, "bob", "the user bob is not in the target"),
                line(WITHHELD, "a", "a limit is below what is in use")));

    assertThat(attention)
        .extracting(Attention::reason)
        .containsExactly(
            "the user \u2026 is not in the target", "\u2026 limit is below what is in use");
  }

  @Test
  void aPartOfOneRowInManyCanStillBeSeen() {
    TotalsBars bars = TotalsBars.of(page("upload").totals());

    List<TotalsBars.Part> parts = bars.bars().get(0).parts();
    assertThat(parts.get(1).ending()).isEqualTo(WITHHELD);
    assertThat(parts.get(1).width()).isGreaterThanOrEqualTo(6);
    assertThat(parts.stream().mapToInt(TotalsBars.Part::width).sum()).isEqualTo(TotalsBars.WIDTH);
  }
}
