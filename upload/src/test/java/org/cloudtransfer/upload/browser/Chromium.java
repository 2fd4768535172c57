package org.cloudtransfer.upload.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A headless Chromium with one page, driven by its DevTools protocol. */
public final class Chromium implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("DevTools listening on (ws://\\S+)");
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private static final long SECONDS_MAX = 10;

  /** What is left of A4, which is 793 by 1122. */
  public static final int PAPER_WIDTH = 702;

  private static final int PAPER_HEIGHT = 1009;

  private final Process process;
  private final DevTools tools;

  private Chromium(Process process, DevTools tools) {
    this.process = process;
    this.tools = tools;
  }

  /** The browser of this machine; {@code CHROMIUM} names another one. */
  public static Optional<String> installed() {
    String named = System.getenv("CHROMIUM");
    if (named != null && !named.isEmpty()) {
      return Optional.of(named);
    }
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }

  /**
   * Starts it; skips the test if there is none, unless {@code CLOUDTRANSFER_BROWSER_REQUIRED} is 1.
   *
   * @param directory for its profile, and for what is downloaded
   */
  public static Chromium startOrSkip(Path directory) throws IOException {
    boolean required = "1".equals(System.getenv("CLOUDTRANSFER_BROWSER_REQUIRED"));
    boolean installed = installed().isPresent();
    assertThat(installed || !required).as("there is no chromium, and it is required").isTrue();
    assumeTrue(installed, "there is no chromium here (Debian: apt-get install chromium)");
    return start(directory);
  }

  private static Chromium start(Path directory) throws IOException {
    Process process =
        new ProcessBuilder(
                installed().orElseThrow(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--no-first-run",
                "--disable-background-networking",
                "--remote-debugging-port=0",
                "--user-data-dir=" + directory.resolve("profile"),
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      DevTools tools = DevTools.connect(HttpClient.newHttpClient(), address(process));
      Chromium chromium = new Chromium(process, tools);
      chromium.attach(directory);
      return chromium;
    } catch (IOException | RuntimeException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private static URI address(Process process) throws IOException {
    BufferedReader words = process.errorReader();
    StringBuilder heard = new StringBuilder();
    for (String line = words.readLine(); line != null; line = words.readLine()) {
      Matcher matcher = ADDRESS.matcher(line);
      if (matcher.find()) {
        drain(words);
        return URI.create(matcher.group(1));
      }
      heard.append(line).append('\n');
    }
    throw new IOException("chromium ended: " + heard);
  }

  private static void drain(BufferedReader words) {
    Thread thread = new Thread(() -> words.lines().forEach(line -> {}), "chromium's words");
    thread.setDaemon(true);
    thread.start();
  }

  private void attach(Path directory) {
    JsonNode targets = tools.call("Target.getTargets", object()).path("targetInfos");
    String page =
        Stream.iterate(0, i -> i < targets.size(), i -> i + 1)
            .map(targets::get)
            .filter(target -> target.path("type").asText().equals("page"))
            .findFirst()
            .orElseThrow()
            .path("targetId")
            .asText();
    tools.attach(page);
    for (String domain : new String[] {"Page", "Runtime", "Network", "Log"}) {
      tools.call(domain + ".enable", object());
    }
    tools.call(
        "Browser.setDownloadBehavior",
        object()
            .put("behavior", "allow")
            .put("downloadPath", directory.toString())
            .put("eventsEnabled", true));
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Opens a file and waits until it has been read and its script has run. */
  public void open(Path file) {
    tools.forget();
    tools.call("Page.navigate", object().put("url", file.toUri().toString()));
    tools.await("Page.loadEventFired", event -> true);
  }

  /** What an expression yields. */
  public JsonNode eval(String expression) {
    JsonNode result =
        tools.call(
            "Runtime.evaluate",
            object()
                .put("expression", expression)
                .put("returnByValue", true)
                .put("awaitPromise", true));
    if (result.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + result.path("exceptionDetails"));
    }
    return result.path("result").path("value");
  }

  /** The text that a person sees of the first element that fits a selector. */
  public String text(String selector) {
    return eval("document.querySelector(" + quoted(selector) + ").innerText").asText();
  }

  public int count(String selector) {
    return eval("document.querySelectorAll(" + quoted(selector) + ").length").asInt();
  }

  /** Clicks with the mouse, where the element is. */
  public void click(String selector) {
    JsonNode at =
        eval(
            "(() => { const e = document.querySelector("
                + quoted(selector)
                + "); e.scrollIntoView({block: 'center'}); const r = e.getBoundingClientRect();"
                + " return {x: r.x + r.width / 2, y: r.y + r.height / 2}; })()");
    for (String type : new String[] {"mousePressed", "mouseReleased"}) {
      tools.call(
          "Input.dispatchMouseEvent",
          object()
              .put("type", type)
              .put("x", at.path("x").asDouble())
              .put("y", at.path("y").asDouble())
              .put("button", "left")
              .put("clickCount", 1));
    }
  }

  /** Clicks into a field and types in place of what is there. */
  public void type(String selector, String text) {
    click(selector);
    eval("document.querySelector(" + quoted(selector) + ").select()");
    tools.call("Input.insertText", object().put("text", text));
  }

  /** Chooses from a drop-down; its list is drawn by the system, where no mouse event goes. */
  public void choose(String selector, String value) {
    eval(
        "(() => { const e = document.querySelector("
            + quoted(selector)
            + "); e.value = "
            + quoted(value)
            + "; e.dispatchEvent(new Event('change', {bubbles: true})); })()");
  }

  /** Waits until an expression is true; the page looks each time it draws. */
  public void until(String expression) {
    eval(
        "new Promise((done, fail) => { const end = performance.now() + 20000;"
            + " const look = () => { if ("
            + expression
            + ") done(); else if (performance.now() > end) fail('never true'); else"
            + " setTimeout(look, 20); }; look(); })");
  }

  /** Clicks on what saves a file, and waits for the file. */
  public void download(String selector, Path file) throws IOException {
    Files.deleteIfExists(file);
    tools.forget("Browser.downloadProgress");
    click(selector);
    tools.await(
        "Browser.downloadProgress", event -> event.path("state").asText().equals("completed"));
  }

  public void window(int width, int height, boolean dark) {
    size(width, height);
    media("screen", dark);
  }

  /** A4 within margins of 12 mm, at the 96 dots an inch that CSS counts with. */
  public void paper(boolean dark) {
    size(PAPER_WIDTH, PAPER_HEIGHT);
    media("print", dark);
  }

  private void size(int width, int height) {
    tools.call(
        "Emulation.setDeviceMetricsOverride",
        object()
            .put("width", width)
            .put("height", height)
            .put("deviceScaleFactor", 1)
            .put("mobile", false));
  }

  private void media(String medium, boolean dark) {
    ObjectNode media = object().put("media", medium);
    media
        .putArray("features")
        .addObject()
        .put("name", "prefers-color-scheme")
        .put("value", dark ? "dark" : "light");
    tools.call("Emulation.setEmulatedMedia", media);
  }

  /** The page as it is printed on A4. */
  public byte[] pdf() throws IOException {
    JsonNode pdf =
        tools.call(
            "Page.printToPDF",
            object()
                .put("paperWidth", 8.27)
                .put("paperHeight", 11.69)
                .put("printBackground", false));
    return pdf.path("data").binaryValue();
  }

  /** A picture of what is in the window. */
  public void screenshot(Path file) throws IOException {
    JsonNode shot = tools.call("Page.captureScreenshot", object().put("format", "png"));
    Files.createDirectories(file.getParent());
    Files.write(file, shot.path("data").binaryValue());
  }

  /** Since the page was opened: the addresses that it asked for. */
  public List<String> requests() {
    return tools.events("Network.requestWillBeSent").stream()
        .map(event -> event.path("request").path("url").asText())
        .toList();
  }

  /** Since the page was opened: what the browser complained of. */
  public List<String> complaints() {
    return Stream.of("Log.entryAdded", "Runtime.exceptionThrown", "Page.javascriptDialogOpening")
        .flatMap(name -> tools.events(name).stream())
        .map(JsonNode::toString)
        .toList();
  }

  private static String quoted(String text) {
    try {
      return new ObjectMapper().writeValueAsString(text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    tools.close();
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    process.destroy();
    all.forEach(Chromium::end);
  }

  /** Its helpers write to the profile as long as they live, and outlive the browser a little. */
  private static void end(ProcessHandle process) {
    CompletableFuture<ProcessHandle> exit = process.onExit();
    try {
      exit.get(SECONDS_MAX, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      process.destroyForcibly();
      exit.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
