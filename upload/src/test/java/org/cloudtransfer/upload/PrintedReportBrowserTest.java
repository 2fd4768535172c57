package org.cloudtransfer.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.cloudtransfer.report.Ending;
import org.cloudtransfer.report.HtmlPage;
import org.cloudtransfer.report.Line;
import org.cloudtransfer.report.Names;
import org.cloudtransfer.report.Page;
import org.cloudtransfer.report.Timeline;
import org.cloudtransfer.report.Tone;
import org.cloudtransfer.upload.browser.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The report on paper, printed by a browser that prefers the dark. */
class PrintedReportBrowserTest {
  @TempDir static Path downloads;
  private static Chromium browser;

  @TempDir Path dir;

  @BeforeAll
  static void start() throws IOException {
    browser = Chromium.startOrSkip(downloads);
  }

  @AfterAll
  static void stop() throws IOException {
    if (browser != null) {
      browser.close();
    }
  }

  private void printOut(Bench bench, String command) {
    Path file = dir.resolve(command + ".html");
    if (command.equals("upload")) {
      bench.upload("--report", file.toString()).exits(1);
    } else {
      bench.command(command, "--report", file.toString()).exits(1);
    }
    browser.window(1280, 900, true);
    browser.open(file);
    browser.paper(true);
    browser.eval("dispatchEvent(new Event('beforeprint'))");
  }

  private static List<String> strings(String expression) {
    List<String> strings = new ArrayList<>();
    browser.eval("(" + expression + ")").forEach(node -> strings.add(node.asText()));
    return strings;
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan", "upload"})
  void coloursAreLightAndControlsAreLeftOut(String command) {
    try (Bench bench = Hostile.bench(dir)) {
      printOut(bench, command);

      assertThat(browser.eval("getComputedStyle(document.body).backgroundColor").asText())
          .isEqualTo("rgb(255, 255, 255)");
      assertThat(browser.eval("getComputedStyle(document.body).color").asText())
          .isEqualTo("rgb(0, 0, 0)");
      assertThat(strings(DARK)).isEmpty();
      assertThat(strings(CONTROLS)).isEmpty();
      assertThat(browser.eval("document.querySelector('nav').checkVisibility()").asBoolean())
          .isFalse();
    }
  }

  /** Grounds that would cost ink: darker than the middle. Bars and swatches are pictures. */
  private static final String DARK =
      """
      [...document.querySelectorAll('body *')].filter(e => e.checkVisibility() && !e.closest('svg, .swatch'))
        .filter(e => { const [r, g, b, a = 1] = getComputedStyle(e).backgroundColor.match(/[\\d.]+/g).map(Number);
          return a > 0 && 0.299 * r + 0.587 * g + 0.114 * b < 200; })
        .map(e => e.outerHTML.slice(0, 200))
      """;

  private static final String CONTROLS =
      """
      [...document.querySelectorAll('button, input[type=search], .controls, .skip, .controls select')]
        .filter(e => e.checkVisibility()).map(e => e.outerHTML.slice(0, 200))
      """;

  @ParameterizedTest
  @ValueSource(strings = {"plan", "upload"})
  void nothingIsWiderThanThePaper(String command) {
    try (Bench bench = Hostile.bench(dir)) {
      printOut(bench, command);

      assertThat(browser.eval("document.documentElement.scrollWidth").asInt())
          .isEqualTo(Chromium.PAPER_WIDTH);
      assertThat(
              strings(
                  "[...document.querySelectorAll('body *')].filter(e => e.checkVisibility() &&"
                      + " e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.unseen'))"
                      + ".map(e => e.outerHTML.slice(0, 200))"))
          .isEmpty();
      assertThat(
              strings(
                  "[...document.querySelectorAll('td, .scroll, bdi, code')].filter(e =>"
                      + " e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !=="
                      + " 'inline').map(e => e.outerHTML.slice(0, 200))"))
          .isEmpty();
    }
  }

  @Test
  void groupsAreOpenOnPaperAndAsBeforeAfterwards() {
    try (Bench bench = Hostile.bench(dir)) {
      printOut(bench, "upload");
      int groups = browser.count("#groups details");

      assertThat(groups).isPositive();
      assertThat(browser.count("#groups details[open] .diff li")).isGreaterThanOrEqualTo(groups);
      assertThat(browser.count("#groups details:not([open])")).isZero();

      browser.eval("dispatchEvent(new Event('afterprint'))");
      assertThat(browser.count("#groups details[open]")).isZero();
    }
  }

  @Test
  void whatIsFilteredIsPrintedWholeAndALongListSaysHowMuchOfItIs() throws IOException {
    Path file = dir.resolve("long.html");
    Files.writeString(file, HtmlPage.of(page(5000)));
    browser.window(1280, 900, true);
    browser.open(file);
    browser.eval(
        "addEventListener('beforeprint', () => { window.printed ="
            + " [document.querySelectorAll('#rows tbody tr').length,"
            + " document.querySelector('#rows [role=status]').innerText]; })");

    int all = pages(browser.pdf());
    assertThat(strings("printed"))
        .containsExactly(
            "2000",
            "1\u20132,000 of 5,000 rows. Only these are printed: narrow the list to have others.");

    long fit = IntStream.range(0, 5000).filter(i -> String.valueOf(i).contains("49")).count();
    assertThat(fit).isGreaterThan(100);
    browser.type("#rows input", "49");
    browser.until(
        "!document.querySelector('#rows [role=status]').innerText.endsWith('5,000 rows')");
    int some = pages(browser.pdf());
    assertThat(strings("printed")).containsExactly(String.valueOf(fit), fit + " rows");
    assertThat(browser.count("#rows tbody tr")).as("on the screen again").isEqualTo(100);
    assertThat(all).isGreaterThan(4 * some);
  }

  private static int pages(byte[] pdf) throws IOException {
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    assertThat(text).startsWith("%PDF-");
    return Pattern.compile("/Type\\s*/Page\\b")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .toList()
        .size();
  }

  private static Page page(int rows) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      lines.add(
          new Line("keypairs", new Ending("created", Tone.DONE), "rule " + i, "p", "", "", "", ""));
    }
    return new Page(
        "upload",
        "Finished.",
        Tone.DONE,
        List.of(),
        List.of(),
        List.of(),
        lines,
        new Names(Map.of(), Map.of(), Map.of()),
        List.of(),
        List.of(),
        List.of(),
        new Timeline(
            Instant.EPOCH, Duration.ofSeconds(9), List.of(), Duration.ofSeconds(1), List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan", "upload"})
  void theWholeReportIsAFewSheets(String command) throws IOException {
    try (Bench bench = Hostile.bench(dir)) {
      printOut(bench, command);
      byte[] pdf = browser.pdf();

      Path file = Path.of("target", "screenshots", command + ".pdf");
      Files.createDirectories(file.getParent());
      Files.write(file, pdf);
      assertThat(pages(pdf)).isBetween(2, 12);
    }
  }
}
