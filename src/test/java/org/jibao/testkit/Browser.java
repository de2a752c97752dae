package org.jibao.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real browser without a window. Tests that need one are skipped, with a line that says so, where there is none. */
public final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> ARGUMENTS = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage");

    private static final String RULES = "const done = arguments[arguments.length - 1];"
            + "axe.run().then(r => done(r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' | '))));";

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** @param profile an empty folder of the test's own */
    public static Browser open(Path profile) {
        Path browser = found("chromium", "chromium-browser", "google-chrome");
        Path server = found("chromedriver");
        Assumptions.assumeTrue(
                browser != null && server != null,
                "skipped: no chromium with chromedriver on the PATH (Debian: chromium, chromium-driver)");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.toFile());
        options.addArguments(ARGUMENTS);
        options.addArguments("--user-data-dir=" + profile);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(server.toFile())
                .usingAnyFreePort()
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().timeouts().pageLoadTimeout(PATIENCE).scriptTimeout(PATIENCE);
        return new Browser(driver);
    }

    private static @Nullable Path found(String... names) {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "") + ":/usr/bin";
        return Stream.of(names)
                .flatMap(name -> Stream.of(path.split(":")).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    public void go(String address) {
        driver.get(address);
    }

    public String address() {
        return String.valueOf(driver.getCurrentUrl());
    }

    /** All words of the page that are seen. */
    public String text() {
        return one("body").getText();
    }

    public WebElement one(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    public List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    public WebElement link(String words) {
        return driver.findElement(By.linkText(words));
    }

    /** The button that says this. */
    public WebElement button(String words) {
        return all("button").stream()
                .filter(button -> button.getText().strip().equals(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + words + " in: " + text()));
    }

    /** Waits until an element is there. */
    public WebElement await(String selector) {
        try {
            return new WebDriverWait(driver, PATIENCE).until(any -> {
                List<WebElement> found = all(selector);
                return found.isEmpty() ? null : found.get(0);
            });
        } catch (TimeoutException late) {
            throw new AssertionError("no " + selector + " in: " + text(), late);
        }
    }

    /** Clicks, and waits until another page is there. */
    public void follow(WebElement link) {
        WebElement old = one("html");
        link.click();
        new WebDriverWait(driver, PATIENCE).until(any -> {
            try {
                old.getTagName();
                return false;
            } catch (org.openqa.selenium.WebDriverException gone) {
                return true;
            }
        });
        await("body");
    }

    public @Nullable Object script(String script, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(script, arguments);
    }

    /** In CSS pixels, the window's frame not counted. */
    public void width(int pixels) {
        driver.manage().window().setSize(new Dimension(pixels, 900));
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                java.util.Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    }

    /** How far the page goes beyond the window to the right. */
    public long overflow() {
        return ((Number) Objects.requireNonNull(
                        script("return document.documentElement.scrollWidth - document.documentElement.clientWidth")))
                .longValue();
    }

    /** What axe-core finds wrong with the page, a line a rule. */
    @SuppressWarnings("unchecked")
    public List<String> violations() {
        try (InputStream axe = Objects.requireNonNull(Browser.class.getResourceAsStream("/axe.min.js"))) {
            script(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Object found = driver.executeAsyncScript(RULES);
        return (List<String>) Objects.requireNonNull(found);
    }

    public void picture(Path file) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
