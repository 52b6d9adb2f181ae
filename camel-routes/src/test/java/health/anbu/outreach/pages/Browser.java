package health.anbu.outreach.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.opentest4j.TestAbortedException;

/** A real Chromium of the machine, with a profile of its own. */
public final class Browser implements AutoCloseable {

  // Says at every start that it does not know the newest Chromium; nothing here needs that.
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private static final String NO_BROWSER =
      "THE PAGES WERE NOT TESTED: no chromium with chromedriver on this machine"
          + " (Debian: apt-get install chromium chromium-driver)";

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private final ChromeDriver driver;

  private Browser(Path chromium, Path chromedriver) throws IOException {
    SELENIUM.setLevel(Level.SEVERE);
    LoggingPreferences logging = new LoggingPreferences();
    logging.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.toFile());
    options.setCapability("goog:loggingPrefs", logging);
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--hide-scrollbars",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--lang=en-US",
        "--user-data-dir=" + Files.createTempDirectory(Path.of("target"), "chromium-"));
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(chromedriver.toFile()).build();
    driver = new ChromeDriver(service, options);
  }

  /** The machine's browser; where it has none the test is given up, loudly, and fails in CI. */
  public static Browser start() throws IOException {
    Optional<Path> chromium = installed("chromium", "chromium-browser", "google-chrome");
    Optional<Path> chromedriver = installed("chromedriver");
    if (chromium.isEmpty() || chromedriver.isEmpty()) {
      throw nothingIsTested();
    }
    return new Browser(chromium.get(), chromedriver.get());
  }

  private static RuntimeException nothingIsTested() {
    System.err.println("\n" + "!".repeat(80) + "\n" + NO_BROWSER + "\n" + "!".repeat(80) + "\n");
    if ("true".equals(System.getenv("CI"))) {
      throw new AssertionError(NO_BROWSER);
    }
    return new TestAbortedException(NO_BROWSER);
  }

  private static Optional<Path> installed(String... names) {
    return Stream.of(names)
        .flatMap(name -> Stream.of("/usr/bin", "/usr/local/bin").map(d -> Path.of(d, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Opens a page in a window of that width and waits until its data is shown. */
  public Browser open(String address, int width) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    driver.get(address);
    try {
      until(any -> !driver.findElements(By.cssSelector("main > h1, .notice")).isEmpty());
    } catch (TimeoutException nothing) {
      throw new AssertionError(address + " shows no data; its console says " + complaints());
    }
    return this;
  }

  public String text(String selector) {
    return driver.findElement(By.cssSelector(selector)).getText();
  }

  public List<String> texts(String selector) {
    return driver.findElements(By.cssSelector(selector)).stream().map(e -> e.getText()).toList();
  }

  public Object script(String script) {
    return driver.executeScript(script);
  }

  public Object asyncScript(String script) {
    return driver.executeAsyncScript(script);
  }

  public void click(String selector) {
    driver.findElement(By.cssSelector(selector)).click();
  }

  /** What the page wrote to its console since the last question, warnings included. */
  public List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  /** The whole page as a picture, for people to look at. */
  public void screenshot(String name) throws IOException {
    Object data =
        driver
            .executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true))
            .get("data");
    Files.createDirectories(SCREENSHOTS);
    Files.write(
        SCREENSHOTS.resolve(name + ".png"), Base64.getDecoder().decode(String.valueOf(data)));
  }

  /** How far the page can be scrolled to the side; people with phones should not have to. */
  public long sidewaysScroll() {
    String script =
        "const page = document.scrollingElement; return page.scrollWidth - page.clientWidth";
    return ((Number) script(script)).longValue();
  }

  private void until(Predicate<Object> shown) {
    new WebDriverWait(driver, Duration.ofSeconds(10)).until(shown::test);
  }

  @Override
  public void close() {
    driver.quit();
  }
}
