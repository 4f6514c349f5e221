package dev.sweetspot.server.studies;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.sweetspot.browser.Browser;
import dev.sweetspot.browser.InBrowser;
import dev.sweetspot.browser.Tab;
import dev.sweetspot.server.PageAssets;
import dev.sweetspot.server.ServerSettings;
import dev.sweetspot.server.WebServer;
import dev.sweetspot.trial.Objective;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees of studies, and does with them. */
@InBrowser
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
    void serve(Browser lent) {
        browser = lent;
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
    }

    private Tab open(String path) {
        return browser.open(server.address().resolve(path));
    }

    @Test
    void aPersonFindsAStudyReadsItLooksAtItAndOpensATrial() {
        try (var opened = open("/nowhere")) {
            var page = opened.page();
            opened.awaitHeading("There is nothing here");
            opened.link("Studies").click();
            opened.awaitHeading("Studies");
            page.getByLabel("Search").fill("cell");
            assertThat(page.locator("table.studies tbody tr")).hasCount(1);
            assertThat(page.locator("table.studies tbody")).containsText("accuracy 0.9");
            opened.link("cells").click();
            opened.awaitHeading("cells");
            assertThat(page.getByText("Nothing runs.")).isVisible();
            assertThat(page.getByText("In short")).isVisible();
            page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Pictures"))
                    .click();
            assertThat(page.locator("[data-painted]").first()).isVisible();
            page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Trials"))
                    .click();
            page.locator("#row-16").click();
            opened.awaitHeading("Trial 16");
            assertThat(page.getByText("the loss was no number <b>after</b> epoch 5"))
                    .isVisible();
            page.goBack();
            opened.awaitHeading("cells");
            assertThat(page.locator("#row-3")).isVisible();
            assertThat(opened.complaints()).isEmpty();
            assertThat(opened.requests()).allMatch(url -> url.startsWith("http://127.0.0.1:" + server.port() + "/"));
        }
    }

    @Test
    void everyPlaceIsReadableByEverybodyExplainedAndFitsATablet() {
        for (var path : List.of(
                "/projects",
                "/studies",
                "/studies?store=other",
                "/studies/usual/cells",
                "/studies/usual/cells?tab=pictures",
                "/studies/usual/cells?tab=trials",
                "/studies/usual/many?tab=trials",
                "/studies/usual/cells/trials/3",
                "/studies/usual/nothing%20yet?tab=trials",
                "/studies/usual/none",
                "/compare/usual/cells/many",
                "/playground",
                "/help",
                "/nowhere")) {
            try (var opened = open(path)) {
                opened.awaitAll();
                opened.checkReadable();
                opened.checkExplained();
                opened.checkWayOn();
                opened.page().setViewportSize(768, 900);
                opened.checkNotTooWide();
            }
        }
    }

    @Test
    void noNameBecomesAProgram() {
        try (var opened = open("/studies")) {
            var page = opened.page();
            opened.link(WICKED).click();
            opened.awaitHeading(WICKED);
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
            opened.awaitHeading("Trial 49998");
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
            opened.button("Pause").click();
            assertThat(page.getByText("It is paused.")).isVisible();
            opened.button("Open it again").click();
            assertThat(page.getByText("Nothing runs.")).isVisible();
            opened.button("Note and tags").click();
            page.getByLabel("Note", new Page.GetByLabelOptions().setExact(true)).fill("look again");
            page.getByLabel("Tags").fill("paper, draft");
            opened.button("Keep").click();
            assertThat(page.getByText("look again")).isVisible();
            opened.link("Studies").click();
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
        try (var opened = browser.open(own.address().resolve("/studies/usual/cells"))) {
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
            var download = opened.page()
                    .waitForDownload(() -> opened.link("Download the report").click());
            assertThat(download.suggestedFilename()).isEqualTo("cells.html");
            assertThat(Files.readString(download.path())).startsWith("<!doctype html>");
        }
    }
}
