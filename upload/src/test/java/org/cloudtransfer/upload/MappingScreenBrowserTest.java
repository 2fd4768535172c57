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
import org.cloudtransfer.report.HtmlPage;
import org.cloudtransfer.report.Mapping;
import org.cloudtransfer.report.Names;
import org.cloudtransfer.report.Page;
import org.cloudtransfer.report.Timeline;
import org.cloudtransfer.report.Tone;
import org.cloudtransfer.simulator.cloud.Identity;
import org.cloudtransfer.upload.browser.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users without a place are placed on the page, by a person with mouse and keyboard. */
class MappingScreenBrowserTest {
  private static final String PLACE = "select[aria-label='Place for constructor']";
  private static final String FIELD =
      "input[aria-label='Name or ID in the target for constructor']";
  private static final String MEANT = ".choice:has(" + FIELD + ") .meant";
  private static final String COUNT = ".mapping .place";
  private static final String SAVE = ".mapping button.main";

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

  /** Or the browser would ask whether to leave what was not saved. */
  @AfterEach
  void forget() {
    if (browser != null) {
      browser.eval("unsaved = false");
    }
  }

  private static Identity target(Bench bench) {
    return bench.cloud.cloud().identity();
  }

  private Path plan(Bench bench) {
    Path file = dir.resolve("plan.html");
    bench.command("plan", "--report", file.toString()).exits(1);
    open(file);
    return file;
  }

  private static void open(Path file) {
    browser.window(1280, 900, false);
    browser.open(file);
  }

  private static void choose(String typed) {
    browser.choose(PLACE, "other");
    browser.type(FIELD, typed);
  }

  private static List<String> offered() {
    List<String> values = new ArrayList<>();
    browser
        .eval("[...document.querySelectorAll('#known-users option')].map(o => o.value)")
        .forEach(value -> values.add(value.asText()));
    return values;
  }

  /** As a telephone in the dark shows it, and a screen by day. */
  private static void photograph(String name) throws IOException {
    for (boolean small : new boolean[] {true, false}) {
      browser.window(small ? 390 : 1280, 900, small);
      browser.eval("document.querySelector(\"" + FIELD + "\").scrollIntoView({block: 'center'})");
      assertThat(browser.eval("document.documentElement.scrollWidth <= innerWidth").asBoolean())
          .isTrue();
      browser.screenshot(
          Path.of("target", "screenshots", "mapping-" + name + (small ? "-390" : "") + ".png"));
    }
  }

  private static Path saved() throws IOException {
    Path map = downloads.resolve("map.csv");
    browser.download(SAVE, map);
    return map;
  }

  @Test
  void theMapSavedByClickingPlacesTheUsersInTheNextRun() throws IOException {
    try (Bench bench = Hostile.bench(dir)) {
      bench
          .source
          .keypair("CORP\\jane", "k1", Keys.rsa(4))
          .keypair("CORP\\jane", "k2", Keys.rsa(5));
      target(bench).addUser("jane-new", "default", "JANE.doe", "x");
      target(bench).addUser("other-new", "default", "unlike", "x");
      plan(bench);
      assertThat(browser.text(COUNT)).contains("0 of 6 users placed: 0 of 7 rows");

      browser.choose("select[aria-label$='jane']", "=jane-new");
      assertThat(browser.text(COUNT)).contains("1 of 6 users placed: 2 of 7 rows");
      choose("other-new");
      assertThat(browser.text(COUNT)).contains("2 of 6 users placed: 3 of 7 rows");

      Path map = saved();
      assertThat(Files.readString(map))
          .startsWith("source_id,name,domain,target_id,how,confidence,candidates,type\n");
      Ran ran = bench.upload("--map", map.toString()).exits(1);
      assertThat(ran.count("keypairs").created()).isEqualTo(3 + 3);
      assertThat(bench.cloud.dump().toString()).contains("jane-new");
    }
  }

  /** Nothing in the old name tells who it is, so that only the list of all knows. */
  @Test
  void aUserFoundByNameInTheListOfAllIsPlacedByTheSavedFile() throws IOException {
    try (Bench bench = Hostile.bench(dir)) {
      String people = target(bench).addDomain("People").id();
      String id = target(bench).addLdapUser(people, "z9", "Zoe Lund").id();
      plan(bench);

      choose("zoe");
      assertThat(offered()).containsExactly("Zoe Lund (People, " + id.substring(0, 8) + ")");
      assertThat(browser.text(MEANT)).startsWith("Not known here.");
      assertThat(browser.text(COUNT)).contains("0 of 5 users placed");

      browser.type(FIELD, "zoe lund");
      assertThat(browser.text(MEANT)).isEqualTo("Zoe Lund in domain People, " + id);
      assertThat(browser.text(COUNT)).contains("1 of 5 users placed: 1 of 5 rows");

      Path map = saved();
      assertThat(Files.readString(map)).contains("__proto__,constructor,D," + id + ",");
      Ran ran = bench.upload("--map", map.toString()).exits(1);
      assertThat(ran.count("keypairs").created()).isEqualTo(3 + 1);
      assertThat(bench.cloud.cloud().compute().keypairs(id)).hasSize(1);
    }
  }

  @Test
  void aNameThatSeveralHaveIsNobodysUntilOneIsChosen() throws IOException {
    try (Bench bench = Hostile.bench(dir)) {
      String other = target(bench).addDomain("Other").id();
      target(bench).addUser("11111111aaaa", "default", "twin", "x");
      target(bench).addUser("22222222bbbb", other, "twin", "x");
      target(bench).addUser("33333333cccc", other, "Twin", "x");
      plan(bench);

      choose("twin");
      assertThat(offered())
          .containsExactlyInAnyOrder(
              "twin (Default, 11111111)", "twin (Other, 22222222)", "Twin (Other, 33333333)");
      assertThat(browser.text(MEANT)).startsWith("2 users are called that");
      assertThat(browser.text(COUNT)).contains("0 of 5 users placed");
      photograph("ambiguous");
      assertThat(Files.readString(saved())).contains("__proto__,constructor,D,,");

      browser.type(FIELD, "Twin");
      assertThat(browser.text(MEANT)).isEqualTo("Twin in domain Other, 33333333cccc");
      browser.type(FIELD, "twin@Default");
      assertThat(browser.text(MEANT)).isEqualTo("twin in domain Default, 11111111aaaa");
      browser.type(FIELD, "twin (Other, 22222222)");
      assertThat(browser.text(MEANT)).isEqualTo("twin in domain Other, 22222222bbbb");
      browser.type(FIELD, "11111111aaaa");
      assertThat(browser.text(MEANT)).isEqualTo("twin in domain Default, 11111111aaaa");
      assertThat(Files.readString(saved())).contains("__proto__,constructor,D,11111111aaaa,");
    }
  }

  @Test
  void anIdThatNobodyKnowsGoesIntoTheFileAsItIs() throws IOException {
    try (Bench bench = Hostile.bench(dir)) {
      plan(bench);

      choose(" elsewhere@Far ");
      assertThat(browser.text(MEANT)).startsWith("Not known here.");
      assertThat(Files.readString(saved())).contains("__proto__,constructor,D,elsewhere@Far,");
    }
  }

  @Test
  void whatIsChosenStaysWhenTheListIsSearched() throws IOException {
    try (Bench bench = Hostile.bench(dir)) {
      target(bench).addUser("zoe-id", "default", "zoe", "x");
      plan(bench);
      choose("zoe");

      browser.type(".mapping .controls input", "longlong");
      browser.until("document.querySelectorAll('[data-what=users] tbody tr').length === 1");
      browser.type(".mapping .controls input", "constructor");
      browser.until("document.querySelector(\"" + FIELD + "\") !== null");

      assertThat(browser.eval("document.querySelector(\"" + FIELD + "\").value").asText())
          .isEqualTo("zoe");
      assertThat(browser.text(MEANT)).isEqualTo("zoe in domain Default, zoe-id");
    }
  }

  /** Nobody but the new cloud's administrator makes these names, or whoever fills the directory. */
  @Test
  void hostileNamesOfTheTargetAreCompletedHarmlessly() throws IOException {
    try (Bench bench = Hostile.bench(dir)) {
      String domain = target(bench).addDomain(Hostile.BREAKOUT).id();
      List<String> names =
          List.of(Hostile.SCRIPT, Hostile.BREAKOUT, Hostile.QUOTES, Hostile.RIGHT_TO_LEFT);
      for (int i = 0; i < names.size(); i++) {
        target(bench).addUser("t" + i, domain, names.get(i), "x");
      }
      target(bench).addUser("t-long", domain, Hostile.LONG, "x");
      target(bench).addUser("t-imitator", domain, "t-long", "x");
      Path file = plan(bench);

      for (int i = 0; i < names.size(); i++) {
        choose(names.get(i));
        assertThat(offered()).isNotEmpty().noneMatch(value -> value.contains("\u202e"));
        browser.type(FIELD, offered().get(0));
        assertThat(browser.text(MEANT)).endsWith(", t" + i);
      }
      choose("longlong");
      assertThat(offered()).hasSize(1).allMatch(value -> value.length() < 200);
      browser.type(FIELD, offered().get(0));
      assertThat(browser.text(MEANT)).endsWith(", t-long");
      photograph("hostile");
      choose("t-long");
      assertThat(browser.text(MEANT)).as("an ID goes before a name").endsWith(", t-long");

      assertThat(browser.complaints()).isEmpty();
      assertThat(browser.requests()).containsExactly(file.toUri().toString());
      assertThat(browser.eval("typeof window.pwned").asText()).isEqualTo("undefined");
      assertThat(browser.count("img")).isZero();
      assertThat(browser.count("script")).isEqualTo(2);
      assertThat(browser.eval("document.documentElement.scrollWidth").asInt()).isEqualTo(1280);
    }
  }

  @Test
  void fiftyThousandUsersAreCompletedWhileOneTypes() throws IOException {
    Path file = dir.resolve("many.html");
    Files.writeString(file, HtmlPage.of(many(50_000)));
    open(file);
    double opening =
        browser.eval("performance.getEntriesByType('navigation')[0].loadEventEnd").asDouble();

    browser.choose("select[aria-label='Place for owner 0']", "other");
    double first = typing("person 49999");
    assertThat(offered()).hasSize(1);
    double next = typing("person 4");
    assertThat(offered()).hasSize(50).allMatch(value -> value.startsWith("person 4"));

    System.out.printf(
        "50,000 users: %.1f MB, opened in %.0f ms, first letter %.0f ms, next %.0f ms%n",
        Files.size(file) / 1e6, opening, first, next);
    assertThat(opening).isPositive().isLessThan(10_000);
    assertThat(first).isLessThan(3000);
    assertThat(next).isLessThan(1000);
    assertThat(Files.size(file)).isLessThan(8_000_000);
  }

  private static double typing(String text) {
    return browser
        .eval(
            "(() => { const t = performance.now(); const i ="
                + " document.querySelector('.choice input'); i.value = '"
                + text
                + "'; i.dispatchEvent(new Event('input')); return performance.now() - t; })()")
        .asDouble();
  }

  private static Page many(int users) {
    List<Mapping.Known> known = new ArrayList<>();
    for (int i = 0; i < users; i++) {
      String id = "%064x".formatted(i * 2_654_435_761L);
      known.add(new Mapping.Known(id, "person " + i, i % 2 == 0 ? "Default" : "People"));
    }
    List<Mapping.Owner> owners = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      owners.add(
          new Mapping.Owner("o" + i, "owner " + i, "D", "", "", "none", List.of(), 1000 - i));
    }
    return new Page(
        "upload plan",
        "Look.",
        Tone.LOOK,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Names(Map.of(), Map.of(), Map.of()),
        List.of(),
        List.of(),
        List.of(new Mapping("users", "--map", "map.csv", owners, known, List.of())),
        new Timeline(
            Instant.EPOCH, Duration.ofSeconds(9), List.of(), Duration.ofSeconds(1), List.of()));
  }
}
