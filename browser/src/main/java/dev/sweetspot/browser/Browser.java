package dev.sweetspot.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** A real browser, one for all tests of a JVM; each tab is a person of its own, without memory of the others. */
public final class Browser implements AutoCloseable {
    /** What anything on a page may take before a test gives up, in milliseconds: long, for machines with much else to do. */
    private static final int PATIENCE = 60_000;

    private static final int HEIGHT = 900;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    Browser(Path program) {
        // The tests bring no browser of their own: it would be fetched from elsewhere than everything else.
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        // Root, as in containers, has no sandbox; and nothing but our own pages is opened.
                        .setChromiumSandbox(false)
                        .setTimeout(120_000));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    /** A tab of a desktop: 1280 pixels wide, in the light. */
    public Tab open(URI address) {
        return open(address, ColorScheme.LIGHT, 1280);
    }

    /**
     * A tab with an address in it.
     *
     * @param width of the window in pixels; it is 900 high
     */
    public Tab open(URI address, ColorScheme scheme, int width) {
        return open(address.toString(), options(scheme, width));
    }

    /** A tab with a file in it that can reach nobody else. */
    public Tab openAlone(Path file, ColorScheme scheme, int width) {
        return open(file.toUri().toString(), options(scheme, width).setOffline(true));
    }

    private static NewContextOptions options(ColorScheme scheme, int width) {
        return new NewContextOptions()
                .setColorScheme(scheme)
                .setLocale("en-US")
                .setAcceptDownloads(true)
                .setViewportSize(width, HEIGHT);
    }

    private Tab open(String address, NewContextOptions options) {
        var page = browser.newContext(options).newPage();
        page.setDefaultTimeout(PATIENCE);
        var tab = Tab.listeningTo(page);
        page.navigate(address);
        return tab;
    }

    /** Which browser it is, as it says: "151.0.7922.34". */
    public String version() {
        return browser.version();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
