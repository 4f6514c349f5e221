package dev.sweetspot.server.studies;

import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dev.sweetspot.insight.paint.Scripts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real browser for tests: Chromium as the machine has it. {@code SWEETSPOT_BROWSER} names another one, and then it has to be
 * there; without it and without one in the usual places tests are left out, by name.
 */
final class Browser implements AutoCloseable {
    private static final List<String> USUAL =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final int PATIENCE = 60_000;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    private Browser(Path program) {
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

    static Browser open(Class<?> tests) {
        var named = Optional.ofNullable(System.getenv("SWEETSPOT_BROWSER"));
        var program = named.isPresent()
                ? named.map(Path::of)
                : USUAL.stream().map(Path::of).filter(Files::isExecutable).findFirst();
        if (program.isEmpty()) {
            var reason =
                    tests.getSimpleName() + " is left out: there is no Chromium here. Maybe apt-get install chromium,"
                            + " or SWEETSPOT_BROWSER=/path/to/it?";
            System.out.println(reason);
            abort(reason);
        }
        return new Browser(program.get());
    }

    /** A page, and all that it complained of or asked for. */
    record Opened(Page page, List<String> complaints, List<String> requests) implements AutoCloseable {
        /** What axe-core finds that is serious or critical: of each its rule and the first place. */
        @SuppressWarnings("unchecked")
        List<String> findings() {
            // The policy of the page lets no foreign script in, so the browser is told to leave it aside for this one.
            page.evaluate(Scripts.read("/axe.min.js"));
            return (List<String>) page.evaluate("""
                    async () => (await axe.run(document)).violations
                        .filter((one) => one.impact === 'serious' || one.impact === 'critical')
                        .map((one) => one.id + ': ' + one.nodes[0].html)
                    """);
        }

        @Override
        public void close() {
            page.context().close();
        }
    }

    Opened open(String address, ColorScheme scheme, int width) {
        var context = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setColorScheme(scheme)
                .setLocale("en-US")
                .setAcceptDownloads(true)
                .setViewportSize(width, 900));
        var page = context.newPage();
        page.setDefaultTimeout(PATIENCE);
        var complaints = new ArrayList<String>();
        var requests = new ArrayList<String>();
        page.onConsoleMessage(message -> {
            if (Stream.of("error", "warning").anyMatch(message.type()::equals)) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> requests.add(request.url()));
        page.navigate(address);
        return new Opened(page, complaints, requests);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
