package dev.sweetspot.server.studies;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.sweetspot.server.PageAssets;
import dev.sweetspot.server.ServerSettings;
import dev.sweetspot.server.WebServer;
import dev.sweetspot.trial.Objective;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees of studies, and does with them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StudiesInBrowserTest {
    private static final String WICKED = "a/b <img src=x onerror=window.caught=1> & ä";

    @TempDir
    private static Path folder;

    private Browser browser;
    private SampleStore sample;
    private StudyStores stores;
    private WebServer server;

    @BeforeAll
    void serve() {
        browser = Browser.open(StudiesInBrowserTest.class);
        sample = new SampleStore(folder)
                .study("cells", Objective.maximize("accuracy"))
                .trials("cells", 60)
                .study(WICKED, Objective.maximize("accuracy"), Objective.minimize("size"))
                .trials(WICKED, 40)
                .study("nothing yet", Objective.maximize("accuracy"))
                .study("many", Objective.maximize("accuracy"))
                .trials("many", 50_000);
        stores = sample.stores();
        server = WebServer.start(
                ServerSettings.local(0),
                SampleStore.resources(stores, folder.resolve("notes")),
                PageAssets.of("/dev/sweetspot/web/"));
    }

    @AfterAll
    void close() {
        if (server != null) {
            server.close();
            stores.close();
            sample.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    private Browser.Opened open(String path) {
        return open(path, ColorScheme.LIGHT, 1280);
    }

    private Browser.Opened open(String path, ColorScheme scheme, int width) {
        return browser.open("http://127.0.0.1:" + server.port() + path, scheme, width);
    }

    private static void link(Page page, String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    private static void heading(Page page, String words) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText(words);
    }

    @Test
    void aPersonFindsAStudyReadsItLooksAtItAndOpensATrial() {
        try (var opened = open("/nowhere")) {
            var page = opened.page();
            heading(page, "There is nothing here");
            link(page, "Studies");
            heading(page, "Studies");
            page.getByLabel("Search").fill("cell");
            assertThat(page.locator("table.studies tbody tr")).hasCount(1);
            assertThat(page.locator("table.studies tbody")).containsText("accuracy 0.9");
            link(page, "cells");
            heading(page, "cells");
            assertThat(page.getByText("Nothing runs.")).isVisible();
            assertThat(page.getByText("In short")).isVisible();
            page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Pictures"))
                    .click();
            assertThat(page.locator("[data-painted]").first()).isVisible();
            page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Trials"))
                    .click();
            page.locator("#row-16").click();
            heading(page, "Trial 16");
            assertThat(page.getByText("the loss was no number <b>after</b> epoch 5"))
                    .isVisible();
            page.goBack();
            heading(page, "cells");
            assertThat(page.locator("#row-3")).isVisible();
            assertThat(opened.complaints()).isEmpty();
            assertThat(opened.requests()).allMatch(url -> url.startsWith("http://127.0.0.1:" + server.port() + "/"));
        }
    }

    @Test
    void everyPlaceIsReadableByScreenReadersInTheLightAndInTheDark() {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (var path : List.of(
                    "/projects",
                    "/studies",
                    "/studies?store=other",
                    "/studies/usual/cells",
                    "/studies/usual/cells?tab=pictures",
                    "/studies/usual/cells?tab=trials",
                    "/studies/usual/cells/trials/3",
                    "/studies/usual/nothing%20yet?tab=trials",
                    "/studies/usual/none",
                    "/compare/usual/cells/many",
                    "/playground",
                    "/help",
                    "/nowhere")) {
                try (var opened = open(path, scheme, 1280)) {
                    assertThat(opened.page().locator("main h1")).isVisible();
                    opened.page().waitForLoadState();
                    assertThat(opened.findings()).as(path + " " + scheme).isEmpty();
                }
            }
        }
    }

    @Test
    void nothingIsWiderThanATabletAndNothingHasNoWayOn() {
        for (var path :
                List.of("/studies", "/studies/usual/cells", "/studies/usual/many?tab=trials", "/nowhere", "/help")) {
            try (var opened = open(path, ColorScheme.LIGHT, 768)) {
                assertThat(opened.page().locator("main h1")).isVisible();
                assertThat((Boolean) opened.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .as(path)
                        .isTrue();
            }
        }
    }

    @Test
    void noNameBecomesAProgram() {
        try (var opened = open("/studies")) {
            var page = opened.page();
            link(page, WICKED);
            heading(page, WICKED);
            assertThat(page.getByText("In short")).isVisible();
            page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Pictures"))
                    .click();
            assertThat(page.locator("[data-painted]").first()).isVisible();
            assertThat(page.evaluate("window.caught ?? null")).isNull();
            assertThat(opened.complaints()).isEmpty();
        }
    }

    @Test
    void fiftyThousandTrialsAreWalkedThroughByKeyboard() {
        try (var opened = open("/studies/usual/many?tab=trials")) {
            var page = opened.page();
            var grid = page.getByRole(AriaRole.GRID);
            assertThat(grid).hasAttribute("aria-rowcount", "50001");
            grid.focus();
            page.keyboard().press("End");
            assertThat(page.locator("#row-49999")).containsText("49,999");
            assertThat(page.locator(".rows .all .row").count()).isLessThan(80);
            page.keyboard().press("ArrowUp");
            assertThat(page.locator("#row-49998")).hasAttribute("aria-selected", "true");
            assertThat(page.locator("#row-49998")).containsText("49,998");
            page.keyboard().press("Enter");
            heading(page, "Trial 49998");
        }
    }

    @Test
    void whatWorkersDoIsSeenWithoutLoadingAgain() {
        sample.study("growing", Objective.maximize("accuracy")).trials("growing", 2);
        try (var opened = open("/studies/usual/growing?tab=trials")) {
            var page = opened.page();
            assertThat(page.getByText("Live: changes appear by themselves")).isVisible();
            assertThat(page.locator(".standing")).containsText("2 trials");
            sample.trials("growing", 5);
            assertThat(page.locator(".standing")).containsText("7 trials");
            assertThat(page.locator("#row-6")).isVisible();
        }
    }

    @Test
    void aStudyIsPausedAndOpenedAndWrittenAbout() {
        try (var opened = open("/studies/usual/nothing%20yet")) {
            var page = opened.page();
            var button = (Function<String, Locator>)
                    name -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
            button.apply("Pause").click();
            assertThat(page.getByText("It is paused.")).isVisible();
            button.apply("Open it again").click();
            assertThat(page.getByText("Nothing runs.")).isVisible();
            button.apply("Note and tags").click();
            page.getByLabel("Note", new Page.GetByLabelOptions().setExact(true)).fill("look again");
            page.getByLabel("Tags").fill("paper, draft");
            button.apply("Keep").click();
            assertThat(page.getByText("look again")).isVisible();
            link(page, "Studies");
            page.getByLabel("Search").fill("draft again");
            assertThat(page.locator("table.studies tbody tr")).hasCount(1);
        }
    }

    @Test
    void aServerThatIsAwayIsSaidAndComesBack() {
        var own = WebServer.start(
                ServerSettings.local(0),
                SampleStore.resources(stores, folder.resolve("notes")),
                PageAssets.of("/dev/sweetspot/web/"));
        int port = own.port();
        try (var opened = browser.open("http://127.0.0.1:" + port + "/studies/usual/cells", ColorScheme.LIGHT, 1280)) {
            var page = opened.page();
            assertThat(page.getByText("Live: changes")).isVisible();
            own.close();
            assertThat(page.getByText(Pattern.compile("Not connected"))).isVisible();
            own = WebServer.start(
                    ServerSettings.local(port),
                    SampleStore.resources(stores, folder.resolve("notes")),
                    PageAssets.of("/dev/sweetspot/web/"));
            assertThat(page.getByText("Live: changes")).isVisible();
        } finally {
            own.close();
        }
    }

    @Test
    void aReportIsTakenHome() throws Exception {
        try (var opened = open("/studies/usual/cells")) {
            var download = opened.page().waitForDownload(() -> link(opened.page(), "Download the report"));
            assertThat(download.suggestedFilename()).isEqualTo("cells.html");
            assertThat(Files.readString(download.path())).startsWith("<!doctype html>");
        }
    }
}
