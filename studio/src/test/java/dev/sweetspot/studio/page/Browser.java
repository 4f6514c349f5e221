package dev.sweetspot.studio.page;

import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
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
    }

    static Browser open(Class<?> tests) {
        var program = program();
        if (program.isEmpty()) {
            var reason =
                    tests.getSimpleName() + " is left out: there is no Chromium here. Maybe apt-get install chromium,"
                            + " or SWEETSPOT_BROWSER=/path/to/it?";
            System.out.println(reason);
            abort(reason);
        }
        return new Browser(program.get());
    }

    private static Optional<Path> program() {
        var named = Optional.ofNullable(System.getenv("SWEETSPOT_BROWSER"));
        return named.isPresent()
                ? named.map(Path::of)
                : USUAL.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }

    /** A tab, and all that it complained of. */
    record Tab(Page page, List<String> complaints) implements AutoCloseable {
        @Override
        public void close() {
            page.context().close();
        }
    }

    Tab tab(URI address, ColorScheme scheme) {
        var context = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setColorScheme(scheme)
                .setViewportSize(1280, 860));
        var page = context.newPage();
        page.setDefaultTimeout(60_000);
        var complaints = new ArrayList<String>();
        page.onConsoleMessage(message -> {
            if (Stream.of("error", "warning").anyMatch(message.type()::equals)) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(address.toString());
        return new Tab(page, complaints);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
