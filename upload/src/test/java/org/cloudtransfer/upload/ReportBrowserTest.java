package org.cloudtransfer.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cloudtransfer.report.Ending;
import org.cloudtransfer.report.HtmlPage;
import org.cloudtransfer.report.Line;
import org.cloudtransfer.report.Names;
import org.cloudtransfer.report.Page;
import org.cloudtransfer.report.Timeline;
import org.cloudtransfer.report.Tone;
import org.cloudtransfer.report.Total;
import org.cloudtransfer.upload.browser.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report in a real browser, used as a person uses it. */
class ReportBrowserTest {
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

  private Path report(Bench bench, String command, int exit) {
    Path file = dir.resolve(command + ".html");
    Ran ran =
        command.equals("upload")
            ? bench.upload("--report", file.toString())
            : bench.command(command, "--report", file.toString());
    ran.exits(exit);
    return file;
  }

  private static void open(Path file) {
    browser.window(1280, 900, false);
    browser.open(file);
  }

  private static void assertNothingHappened(Path file) {
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests()).containsExactly(file.toUri().toString());
    assertThat(browser.eval("typeof window.pwned").asText()).isEqualTo("undefined");
    assertThat(browser.count("img")).isZero();
    assertThat(browser.count("script")).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"plan, 1", "upload, 1", "verify, 4"})
  void hostileNamesAreShownAsTheyAreAndDoNothing(String command, int exit) {
    try (Bench bench = Hostile.bench(dir)) {
      Path file = report(bench, command, exit);
      open(file);

      assertNothingHappened(file);
      assertThat(browser.text("main"))
          .contains(Hostile.SCRIPT, Hostile.BREAKOUT, Hostile.QUOTES, Hostile.LONG);
      assertThat(browser.eval("document.body.scrollWidth <= innerWidth").asBoolean()).isTrue();
    }
  }

  @Test
  void aNameThatTurnsTheDirectionOfWritingTurnsOnlyItself() {
    try (Bench bench = Hostile.bench(dir)) {
      open(report(bench, "plan", 1));

      assertThat(
              browser
                  .eval(
                      "[...document.querySelectorAll('#rows td')].every(td => ![...td.childNodes]"
                          + ".some(n => n.nodeType === 3 && /[\\u202a-\\u202e]/.test(n.data)))")
                  .asBoolean())
          .isTrue();
    }
  }

  @Test
  void whatIsWithheldComesFirstAndRowsCanBeFiltered() {
    try (Bench bench = Hostile.bench(dir)) {
      open(report(bench, "plan", 1));
      assertThat(browser.text("#rows tbody tr .badge")).isEqualTo("withheld");

      browser.type("#rows label:nth-of-type(1) input", "windows");
      browser.until("document.querySelectorAll('#rows tbody tr').length === 1");
      assertThat(browser.text("#rows tbody tr")).contains("windows (x509)", "ann", "created");

      browser.click("#rows .controls button");
      browser.choose("#rows label:nth-of-type(2) select", kind("keypairs"));
      assertThat(browser.text("#rows [role=status]")).isEqualTo("9 rows");

      browser.type("#rows label:nth-of-type(5) input", "bob");
      browser.until("document.querySelector('#rows [role=status]').innerText === '2 rows'");
    }
  }

  private static String kind(String name) {
    return browser.eval("String(data.kinds.indexOf('" + name + "'))").asText();
  }

  @Test
  void aReasonLeadsToItsRows() {
    try (Bench bench = Hostile.bench(dir)) {
      open(report(bench, "plan", 1));
      String reason = browser.text("#attention li h3");

      browser.click("#attention li button");

      assertThat(browser.count("#rows tbody tr")).isPositive();
      assertThat(browser.text("#rows tbody tr"))
          .containsIgnoringCase(reason.substring(reason.indexOf("\u2026") + 1));
    }
  }

  @Test
  void limitsAndGroupsThatChangeAreShownWithWhatWasBefore() {
    try (Bench bench = Hostile.bench(dir)) {
      open(report(bench, "upload", 1));

      assertThat(browser.text("#quotas")).contains("cores", "20", "40");
      browser.type("#groups input", "db");
      browser.until("document.querySelectorAll('#groups details').length === 1");
      browser.click("#groups summary");
      browser.until("document.querySelector('#groups .diff li') !== null");
      assertThat(browser.text("#groups .diff")).contains("+", "tcp 3306-3306 group web");
    }
  }

  @Test
  void aHundredThousandRowsAreFilteredAtOnce() throws IOException {
    Path file = dir.resolve("big.html");
    Files.writeString(file, HtmlPage.of(big(100_000)));
    open(file);

    double opening =
        browser.eval("performance.getEntriesByType('navigation')[0].loadEventEnd").asDouble();
    assertThat(browser.count("#rows tbody tr")).isEqualTo(100);
    double filtering =
        browser
            .eval(
                "(() => { const t = performance.now(); const i ="
                    + " document.querySelector('#rows input'); i.value = 'rule 99999'; const s ="
                    + " document.querySelector('#rows select');"
                    + " s.dispatchEvent(new Event('change')); return performance.now() - t; })()")
            .asDouble();

    assertThat(browser.text("#rows [role=status]")).isEqualTo("1 row");
    assertThat(opening).isPositive().isLessThan(10_000);
    assertThat(filtering).isLessThan(5000);
    assertThat(Files.size(file)).isLessThan(16_000_000);
  }

  private static Page big(int rows) {
    Ending created = new Ending("created", Tone.DONE);
    Ending withheld = new Ending("withheld", Tone.LOOK);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      boolean held = i % 100 == 0;
      lines.add(
          new Line(
              "security-group-rules",
              held ? withheld : created,
              "rule " + i,
              "project-" + i / 50,
              "",
              "group-" + i / 5,
              held ? "its remote group is unknown" : "",
              held ? "Look." : ""));
    }
    return new Page(
        "upload",
        "Finished.",
        Tone.LOOK,
        List.of(),
        List.of(),
        List.of(
            new Total("security-group-rules", created, rows - rows / 100),
            new Total("security-group-rules", withheld, rows / 100)),
        lines,
        new Names(Map.of(), Map.of(), Map.of()),
        List.of(),
        List.of(),
        List.of(),
        new Timeline(
            Instant.EPOCH, Duration.ofSeconds(9), List.of(), Duration.ofSeconds(1), List.of()));
  }

  @Test
  void everyPartHasAHeadingEveryFieldANameAndEveryTextIsReadable() {
    try (Bench bench = Hostile.bench(dir)) {
      for (boolean dark : new boolean[] {false, true}) {
        open(report(bench, "plan", 1));
        browser.window(1280, 900, dark);

        assertThat(
                strings(
                    "[...document.querySelectorAll('section')].filter(s =>"
                        + " !s.hidden && !document.getElementById(s.getAttribute('aria-labelledby')))"))
            .isEmpty();
        assertThat(
                strings(
                    "[...document.querySelectorAll('input, select')].filter(e =>"
                        + " !e.labels.length && !e.ariaLabel)"))
            .isEmpty();
        assertThat(strings("(() => { " + CONTRAST + " })()")).isEmpty();
      }
    }
  }

  /** The relation of luminances that WCAG 2.1 asks for, 4.5 to 1, for every text. */
  private static final String CONTRAST =
      """
      const parse = c => c.match(/[\\d.]+/g).map(Number);
      const lum = c => { const [r, g, b] = parse(c).map(v => { v /= 255;
        return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
      const ground = e => { for (; e; e = e.parentElement) {
        const c = getComputedStyle(e).backgroundColor; const p = parse(c);
        if (p.length < 4 || p[3] > 0) return c; } return 'rgb(255, 255, 255)'; };
      const bad = new Set();
      for (const e of document.querySelectorAll('body *')) {
        if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
        if (!e.checkVisibility() || e.closest('script, .unseen, .skip, :disabled')) continue;
        const [a, b] = [lum(getComputedStyle(e).color), lum(ground(e))];
        const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        if (ratio < 4.5) bad.add(e.tagName + '.' + e.className + ' ' + ratio.toFixed(1));
      }
      return [...bad];
      """;

  private static List<String> strings(String expression) {
    List<String> strings = new ArrayList<>();
    browser
        .eval("(" + expression + ").map(e => e.outerHTML ? e.outerHTML.slice(0, 200) : e)")
        .forEach(node -> strings.add(node.asText()));
    return strings;
  }

  @ParameterizedTest
  @CsvSource({"390, false", "390, true", "820, false", "820, true", "1400, false", "1400, true"})
  void nothingSticksOutAtAnyWidth(int width, boolean dark) throws IOException {
    try (Bench bench = Hostile.bench(dir)) {
      for (String command : new String[] {"plan", "upload"}) {
        browser.window(width, 1400, dark);
        browser.open(report(bench, command, 1));
        browser.eval(
            "document.querySelectorAll('#groups details').forEach(d => { d.open = true; })");
        assertThat(strings(STICKING_OUT)).isEmpty();
        assertThat(browser.eval("document.documentElement.scrollWidth").asInt()).isEqualTo(width);
        assertThat(strings(CUT_OFF)).isEmpty();
        for (String part :
            new String[] {"header", ".mapping", "#totals", "#groups", "#time", "#rows"}) {
          photograph(
              part,
              command + "-" + part.replaceAll("\\W", "") + "-" + width + (dark ? "-dark" : ""));
        }
      }
    }
  }

  private static final String STICKING_OUT =
      "[...document.querySelectorAll('header *, main *')].filter(e => e.checkVisibility() &&"
          + " e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll, .unseen,"
          + " thead'))";

  /**
   * The way to the parts and the totals have to be seen whole: nobody looks for more to the right.
   */
  private static final String CUT_OFF =
      "[...document.querySelectorAll('nav, #totals .scroll')].filter(e => e.scrollWidth >"
          + " e.clientWidth)";

  private static void photograph(String part, String name) throws IOException {
    browser.eval("document.querySelector('" + part + "').scrollIntoView()");
    Path picture = Path.of("target", "screenshots", name + ".png");
    browser.screenshot(picture);
    assertThat(picture).isNotEmptyFile();
  }
}
