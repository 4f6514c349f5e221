package dev.sweetspot.studio.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.sweetspot.browser.Browser;
import dev.sweetspot.browser.InBrowser;
import dev.sweetspot.browser.Tab;
import dev.sweetspot.server.PageAssets;
import dev.sweetspot.server.ServerSettings;
import dev.sweetspot.server.WebServer;
import dev.sweetspot.studio.api.PlaygroundResource;
import dev.sweetspot.studio.playground.Plays;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long people wait for the playground: {@code -Dtest=PlaygroundSpeed -Dleft.out.tests=}. */
@Tag("slow")
@InBrowser
class PlaygroundSpeed {
    private static final int SECONDS = 10;

    /** Of all that was loaded, and when the first boundary was drawn: in milliseconds from the request on. */
    private static final String LOADED = """
            async () => {
                while (document.querySelectorAll('canvas[data-drawn=true]').length < 2) {
                    await new Promise(requestAnimationFrame);
                }
                const bytes = performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))
                    .filter((each) => !each.name.includes('/api/'))
                    .reduce((sum, each) => sum + each.encodedBodySize, 0);
                return [performance.now(), bytes];
            }
            """;

    private static final String UPDATES = """
            (seconds) => new Promise((answer) => {
                let updates = 0, frames = 0, end = performance.now() + 1000 * seconds;
                new MutationObserver(() => updates++)
                    .observe(document.querySelector('.epochs'), { characterData: true, childList: true, subtree: true });
                const frame = () => {
                    frames++;
                    performance.now() < end ? requestAnimationFrame(frame) : answer([updates / seconds, frames / seconds]);
                };
                requestAnimationFrame(frame);
            })
            """;

    @Test
    void theFirstBoundaryAndUpdatesASecond(Browser browser) {
        try (var server = WebServer.start(
                ServerSettings.local(0),
                List.of(new PlaygroundResource(new Plays(() -> {}))),
                PageAssets.of("/dev/sweetspot/web/"))) {
            var address = server.address().resolve("/playground?lesson=vanishing");
            var firsts = new ArrayList<Double>();
            for (int i = 0; i < 6; i++) {
                try (var tab = browser.open(address, ColorScheme.LIGHT, 1280)) {
                    var loaded = numbers(tab, LOADED, 0);
                    firsts.add(loaded.get(0));
                    System.out.printf("two boundaries after %.0f ms, %.0f bytes%n", loaded.get(0), loaded.get(1));
                }
            }
            try (var tab = browser.open(address, ColorScheme.LIGHT, 1280)) {
                numbers(tab, LOADED, 0);
                var rates = numbers(tab, UPDATES, SECONDS / 2);
                System.out.printf("%.1f updates and %.1f frames a second%n", rates.get(0), rates.get(1));
                assertThat(rates.get(0)).isGreaterThan(2);
            }
            // The first of all loads the engine.
            assertThat(Collections.min(firsts.subList(1, firsts.size()))).isLessThan(5_000);
        }
    }

    private static List<Double> numbers(Tab tab, String script, int argument) {
        return ((List<?>) tab.page().evaluate(script, argument))
                .stream().map(each -> ((Number) each).doubleValue()).toList();
    }
}
