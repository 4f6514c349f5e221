package dev.sweetspot.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A page, and all that it complained of or asked for.
 *
 * @param complaints errors and warnings of the console, and what no script caught; grows
 * @param requests the addresses of all that was loaded; grows
 */
public record Tab(Page page, List<String> complaints, List<String> requests) implements AutoCloseable {
    private static final Set<String> BAD = Set.of("error", "warning");

    static Tab listeningTo(Page page) {
        var tab = new Tab(page, new ArrayList<>(), new ArrayList<>());
        page.onConsoleMessage(message -> {
            if (BAD.contains(message.type())) {
                tab.complaints.add(message.text());
            }
        });
        page.onPageError(tab.complaints::add);
        page.onRequest(request -> tab.requests.add(request.url()));
        return tab;
    }

    /** The button that is called exactly so. */
    public Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The first link that is called exactly so. */
    public Locator link(String name) {
        return page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    /** Waits for the heading of the page to be this. */
    public void awaitHeading(String words) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText(words);
    }

    /** Waits until nothing that is in sight is still to come. */
    public void awaitAll() {
        page.waitForFunction("""
                () => document.querySelector('main h1') !== null
                    && [...document.querySelectorAll('main p.faint, main .waiting')]
                        .every((one) => !one.textContent.trim().endsWith('…') || one.getBoundingClientRect().top > innerHeight)
                """);
    }

    /** Fails where axe-core finds something serious or critical for people who do not see or point, in the light or in the dark. */
    public void checkReadable() {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(
                    new Page.EmulateMediaOptions().setMedia(Media.SCREEN).setColorScheme(scheme));
            assertThat(findings()).as("axe on %s in the %s", page.url(), scheme).isEmpty();
        }
    }

    /** Of each serious finding its rule and the first place. */
    @SuppressWarnings("unchecked")
    private List<String> findings() {
        // The policy of the page lets no foreign script in, so the browser is told to leave it aside for this one.
        if (!(Boolean) page.evaluate("'axe' in window")) {
            page.evaluate(Axe.SCRIPT);
        }
        return (List<String>) page.evaluate("""
                async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
                    .filter((one) => one.impact === 'serious' || one.impact === 'critical')
                    .map((one) => one.id + ': ' + one.nodes[0].html)
                """);
    }

    /** Fails where help mode has nothing to say of something that can be used or looked at. */
    @SuppressWarnings("unchecked")
    public void checkExplained() {
        page.keyboard().press("F1");
        assertThat(page.locator(".pointing")).isVisible();
        var silent = (List<String>) page.evaluate("""
                () => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, figure, canvas,'
                        + '[role=option], [role=grid], [role=listbox], [role=tab], [role=img], [tabindex="0"]')]
                    .filter((one) => one.checkVisibility() && one.closest('.pointing, [aria-hidden=true]') === null)
                    .filter((one) => {
                        document.querySelector('[data-explained]')?.removeAttribute('data-explained');
                        one.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
                        const place = document.querySelector('[data-explained]');
                        const words = document.querySelector('.pointing p').textContent;
                        return place === null || !(place === one || place.matches('label, figure, .setting, .row, .image'))
                            || words.length < 20;
                    })
                    .map((one) => one.outerHTML.slice(0, 160))
                """);
        page.keyboard().press("Escape");
        assertThat(page.locator(".pointing")).hasCount(0);
        assertThat(silent)
                .as("help mode on %s has a sentence for these", page.url())
                .isEmpty();
    }

    /** Fails where the page leaves one without a way on: a link, a button or a command to take away. */
    public void checkWayOn() {
        var ways = (Number) page.evaluate("""
                () => [...document.querySelectorAll('main a[href], main button:not(:disabled), main pre')]
                    .filter((one) => one.checkVisibility() && one.closest('.path') === null).length
                """);
        assertThat(ways.intValue()).as("ways on from %s", page.url()).isPositive();
    }

    /** Fails where one has to scroll sideways. */
    public void checkNotTooWide() {
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing of %s is wider than its window", page.url())
                .isTrue();
    }

    @Override
    public void close() {
        page.context().close();
    }

    /** The one script of axe-core. */
    private static final class Axe {
        static final String SCRIPT = read("/axe.min.js");

        private static String read(String resource) {
            try (var in = Tab.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalStateException(resource + " is missing in this build");
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
