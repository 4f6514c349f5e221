package dev.sweetspot.studio.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.sweetspot.browser.Browser;
import dev.sweetspot.browser.InBrowser;
import dev.sweetspot.browser.Tab;
import dev.sweetspot.server.PageAssets;
import dev.sweetspot.server.ServerSettings;
import dev.sweetspot.server.WebServer;
import dev.sweetspot.studio.api.PlaygroundResource;
import dev.sweetspot.studio.playground.Plays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a person does in the playground, in a real browser. */
@InBrowser
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class PlaygroundPageTest {
    private static Browser browser;
    private static WebServer server;

    private Tab tab;

    @BeforeAll
    static void serve(Browser lent) {
        browser = lent;
        server = WebServer.start(
                ServerSettings.local(0),
                List.of(new PlaygroundResource(new Plays(() -> {}))),
                PageAssets.of("/dev/sweetspot/web/"));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @AfterEach
    void leave() {
        tab.close();
        assertThat(tab.complaints()).isEmpty();
    }

    private void open(String address, int width) {
        tab = browser.open(server.address().resolve(address), ColorScheme.LIGHT, width);
    }

    private Page page() {
        return tab.page();
    }

    private Locator button(String name) {
        return tab.button(name);
    }

    private Locator state() {
        return page().locator(".stand");
    }

    private Locator planes() {
        return page().locator("canvas[data-drawn=true]");
    }

    private static Pattern has(String regex) {
        return Pattern.compile(regex);
    }

    @Test
    void aLessonIsSeenAtOnceAndCanBePausedAndBegunAgain() {
        open("/playground?lesson=no-hidden-layer", 1280);
        button("fast").click();

        assertThat(planes()).hasCount(2);
        assertThat(page().getByText("Without a hidden layer a network can only part the plane"))
                .isVisible();
        assertThat(state()).hasText(has("done · epoch 60 of 60"));
        assertThat(planes().nth(0))
                .hasAttribute("aria-label", has("The first network after 60 epochs: right for (9\\d|100) %.*"));
        assertThat(planes().nth(1))
                .hasAttribute("aria-label", has("The second network after 60 epochs: right for [3-6]\\d %.*"));
        assertThat(page().locator(".lines path")).hasCount(8);
        page().getByText("How far each layer has come").click();
        tab.checkReadable();
        tab.checkExplained();

        button("slow").click();
        button("Again from the start").click();
        assertThat(state()).hasText(has("running · epoch [0-9]\\.[0-9] of 60"));
        button("Pause").click();
        assertThat(state()).hasText(has("standing still.*"));
        button("One epoch").click();
        assertThat(state()).hasText(has("standing still · epoch [1-9][0-9]?\\.0 of 60"));
    }

    @Test
    void byKeyboardAloneALearningRateIsTripledAndComparedFromTheSameStart() {
        open("/playground", 1280);
        assertThat(planes()).hasCount(1);
        assertThat(state()).hasText("standing still · epoch 0 of 100");
        press("One epoch");
        assertThat(state()).hasText("standing still · epoch 1 of 100");

        press("Compare with a second network");
        assertThat(planes()).hasCount(2);
        var rate = page().locator(".setting", new Page.LocatorOptions().setHasText("learning rate"))
                .first();
        rate.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("×3"))
                .press("Enter");

        assertThat(page().locator(".planes figure").nth(0)).containsText("learning rate 0.003");
        assertThat(page().locator(".planes figure").nth(1)).containsText("learning rate 0.009");
        assertThat(state()).hasText("standing still · epoch 0 of 100");
        // The same start: until something is learnt, both think the same.
        var first = page().locator("figcaption").nth(0).textContent();
        assertThat(page().locator("figcaption").nth(1)).hasText(first);
        press("One epoch");
        assertThat(state()).hasText("standing still · epoch 1 of 100");
        assertThat(page().locator("figcaption").nth(1))
                .not()
                .hasText(page().locator("figcaption").nth(0).textContent());
    }

    /** As somebody does who cannot point: focus, and a key. */
    private void press(String name) {
        button(name).press("Enter");
    }

    @Test
    void aParameterWithoutALessonIsComparedByItsUsualChangeAndWrongValuesAreSaidInWords() {
        open("/playground?show=ema", 768);

        assertThat(planes()).hasCount(2);
        assertThat(page().locator(".planes figure").nth(0)).containsText("ema 0");
        assertThat(page().locator(".planes figure").nth(1)).containsText("ema 0.009");
        tab.checkNotTooWide();
        var field = page().locator(".setting.shown");
        assertThat(field).containsText("ema");
        field.getByRole(AriaRole.TEXTBOX).fill("5");
        assertThat(page().getByText("ema = 5: must be")).isVisible();
        // The browser notes each refusal; there was one, and no other complaint.
        assertThat(tab.complaints()).allMatch(complaint -> complaint.contains("400"));
        tab.complaints().clear();
        field.getByRole(AriaRole.TEXTBOX).fill("0.9");
        assertThat(page().getByText("ema = 5: must be")).isHidden();
        assertThat(planes()).hasCount(2);
    }
}
