package dev.sweetspot.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.sweetspot.browser.Browser;
import dev.sweetspot.browser.InBrowser;
import dev.sweetspot.browser.Tab;
import dev.sweetspot.studio.work.WorkState;
import dev.sweetspot.studio.work.Works;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way of a scientist through the studio, in a browser: the real program, in processes of its own, and the real two
 * minutes of a search. While the search runs, everything else is done in a second project.
 */
@InBrowser
@Tag("once")
@Tag("journey")
@Timeout(600)
class StudioInBrowserTest {
    private static final Path SAMPLES = Path.of("..", "samples", "blood-cells");
    private static final List<String> KINDS = List.of("Platelets", "RBC", "WBC");
    private static final int KNOWN = 30;
    private static final int TESTED = 10;
    private static final int UNKNOWN = 12;
    /** Wrong on purpose: what the folder of the red cells says of white ones. */
    private static final int WRONG = 3;
    /** For what takes as long as it takes, in milliseconds. */
    private static final double LONG = 300_000;

    @TempDir
    Path home;

    private StudioProcess studio;

    @BeforeEach
    void aFewOfTheSampleImages() throws Exception {
        for (var kind : KINDS) {
            copy("train/" + kind, 0, KNOWN, "known/train/" + kind, "");
            copy("test/" + kind, 0, TESTED, "known/test/" + kind, "");
            // Nobody has sorted these, but their names tell the test what is right.
            copy("test/" + kind, TESTED, UNKNOWN, "unknown", kind + " ");
        }
        copy("test/WBC", TESTED + UNKNOWN, WRONG, "known/test/RBC", "really WBC ");
        studio = StudioProcess.start(home);
    }

    private void copy(String from, int skipped, int count, String to, String prefix) throws IOException {
        var folder = Files.createDirectories(home.resolve("images").resolve(to));
        try (var files = Files.list(SAMPLES.resolve(from))) {
            for (var file : files.sorted().skip(skipped).limit(count).toList()) {
                Files.copy(file, folder.resolve(prefix + file.getFileName()));
            }
        }
    }

    @AfterEach
    void nothingRunsOn() throws Exception {
        studio.close();
        try (var projects = Files.list(home.resolve("projects"))) {
            for (var project : projects.filter(Files::isDirectory).toList()) {
                for (var work : new Works(project, Again::command, InstantSource.system()).all()) {
                    if (work.state() instanceof WorkState.Running running) {
                        ProcessHandle.of(running.pid()).ifPresent(ProcessHandle::destroyForcibly);
                    }
                }
            }
        }
    }

    @Test
    void aScientistComesFromImagesToModelsAndTakesThemHome(Browser browser) throws Exception {
        var tuning = browser.open(studio.address());
        newProject(tuning, "Tuned cells");
        takeIn(tuning, "known");
        takeIn(tuning, "unknown");
        beginASearchOfTwoMinutes(tuning);
        var search = tuning.page().url();
        // Who closes the tab ends nothing.
        tuning.close();

        try (var tab = browser.open(studio.address())) {
            newProject(tab, "Cells");
            takeIn(tab, "known");
            takeIn(tab, "unknown");
            labelSomeByClickAndByKeyboard(tab);
            fit(tab);
            killTheServerAndComeBack(tab);
            evaluateAndCorrectAWrongLabel(tab);
            predictAcceptAndExport(tab);
            assertThat(tab.complaints())
                    .as("a server that is away is complained of by the browser itself")
                    .allMatch(complaint -> complaint.contains("ERR_CONNECTION_REFUSED")
                            || complaint.contains("ERR_INCOMPLETE_CHUNKED_ENCODING"));
        }

        try (var back = browser.open(URI.create(search))) {
            awaitDone(back);
            checkForEverybody(back);
            useTheWinner(back);
            takeTheReportHome(back);
        }
    }

    private static void newProject(Tab tab, String name) {
        tab.page()
                .getByLabel("Name", new Page.GetByLabelOptions().setExact(true))
                .fill(name);
        tab.button("New project").click();
        tab.awaitHeading(name);
    }

    private void takeIn(Tab tab, String folder) {
        tab.button("Folder of the server’s machine …").click();
        tab.page()
                .getByLabel("Its path")
                .fill(home.resolve("images").resolve(folder).toString());
        tab.button("Take it in").click();
        assertThat(tab.page().getByText(Pattern.compile("\\d+ images came from")))
                .isVisible();
        tab.button("Good").click();
    }

    private static void beginASearchOfTwoMinutes(Tab tab) {
        tab.link("Train on it, or search for the best settings").click();
        tab.awaitHeading("Train");
        tab.button("Tune for me").first().click();
        tab.page().locator("#minutes").fill("2");
        checkForEverybody(tab);
        tab.page().locator("button.main", named("Tune for me")).click();
        assertThat(standing(tab)).containsText(Pattern.compile("Searching: trial \\d+"));
    }

    private static Page.LocatorOptions named(String words) {
        return new Page.LocatorOptions().setHasText(words);
    }

    private static Locator standing(Tab tab) {
        return tab.page().locator("p.standing").first();
    }

    private static Locator images(Tab tab) {
        return tab.page().getByRole(AriaRole.LISTBOX).getByRole(AriaRole.OPTION);
    }

    /** What an image shows, told by its name. */
    private static String kind(Locator image) {
        var name = image.getAttribute("aria-label");
        return KINDS.stream().filter(name::startsWith).findFirst().orElseThrow();
    }

    private static void labelSomeByClickAndByKeyboard(Tab tab) {
        var page = tab.page();
        page.getByLabel("Category", new Page.GetByLabelOptions().setExact(true)).selectOption("unknown");
        assertThat(images(tab)).hasCount(KINDS.size() * UNKNOWN);
        var first = kind(images(tab).first());
        images(tab).first().click();
        page.locator(".category .label", named(first)).click();
        assertThat(images(tab)).hasCount(KINDS.size() * UNKNOWN - 1);

        var categories = page.locator(".category .label .what").allTextContents();
        page.getByRole(AriaRole.LISTBOX).focus();
        page.keyboard().press("End");
        var last = kind(images(tab).last());
        page.keyboard().press("Shift+Digit" + (categories.indexOf(last) + 1));
        assertThat(images(tab)).hasCount(KINDS.size() * UNKNOWN - 2);
        assertThat(page.getByText("1 image: " + last)).isVisible();
    }

    private static void fit(Tab tab) {
        tab.link("Train on it, or search for the best settings").click();
        tab.page()
                .getByLabel("epochs", new Page.GetByLabelOptions().setExact(true))
                .fill("8");
        tab.button("Fit").click();
        assertThat(tab.page().locator("figure.lines").first()).isVisible();
        checkForEverybody(tab);
    }

    private static void checkForEverybody(Tab tab) {
        tab.awaitAll();
        tab.checkReadable();
        tab.checkExplained();
        tab.checkWayOn();
    }

    /** While it trains: the page says that the server is away, and goes on by itself; so does the training. */
    private void killTheServerAndComeBack(Tab tab) throws Exception {
        studio.kill();
        assertThat(tab.page().getByText(Pattern.compile("Not connected"))).isVisible();
        studio = studio.again();
        assertThat(tab.page().getByText("Live: changes")).isVisible();
        awaitDone(tab);
        assertThat(tab.page().locator("figure.lines")).hasCount(2);
    }

    private static void awaitDone(Tab tab) {
        assertThat(standing(tab)).hasText("Done.", new LocatorAssertions.HasTextOptions().setTimeout(LONG));
    }

    private static void evaluateAndCorrectAWrongLabel(Tab tab) {
        var page = tab.page();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("How good it is")))
                .isVisible();
        assertThat(page.locator("table.confusion tbody tr")).hasCount(KINDS.size());
        checkForEverybody(tab);
        var mistake = page.locator(".mistakes li")
                .filter(new Locator.FilterOptions().setHas(page.getByAltText(Pattern.compile("really WBC"))))
                .filter(new Locator.FilterOptions().setHasText("taken for WBC"))
                .first();
        mistake.getByRole(AriaRole.BUTTON).click();
        assertThat(mistake).containsText("now labelled WBC");
    }

    private void predictAcceptAndExport(Tab tab) throws IOException {
        var page = tab.page();
        tab.button("What do the unknown images show?").click();
        var left = KINDS.size() * UNKNOWN - 2;
        var rows = page.locator(".mistakes li");
        assertThat(rows).hasCount(left, new LocatorAssertions.HasCountOptions().setTimeout(LONG));
        checkForEverybody(tab);
        var sure = rows.allTextContents().stream()
                .map(text -> Integer.parseInt(text.replaceAll(".*\\D(\\d+) %.*", "$1")))
                .toList();
        assertThat(sure).as("the least sure first").isSorted();
        rows.nth(0).getByRole(AriaRole.CHECKBOX).check();
        rows.nth(left - 1).getByRole(AriaRole.CHECKBOX).check();
        tab.button("Accept the 2 picked").click();
        assertThat(rows).hasCount(left - 2);

        var download = page.waitForDownload(() -> tab.link("As a table (CSV)").click());
        assertThat(Files.readAllLines(download.path())).hasSize(1 + left);
    }

    private static void useTheWinner(Tab tab) {
        var page = tab.page();
        tab.button("What do the unknown images show?").click();
        var rows = page.locator(".mistakes li");
        assertThat(rows).hasCount(KINDS.size() * UNKNOWN, new LocatorAssertions.HasCountOptions().setTimeout(LONG));
        var right = rows.locator("strong").allTextContents();
        assertThat(right).allMatch(KINDS::contains);
        page.goBack();
        awaitDone(tab);
        tab.button("Use as my settings").first().click();
        tab.awaitHeading("Train");
        assertThat(page.locator("button.main", named("Fit"))).isEnabled();
        assertThat(page.locator(".setting.set").first()).isVisible();
        assertThat(page.locator(".cost")).containsText("A network of");
        checkForEverybody(tab);
        assertThat(tab.complaints()).isEmpty();
        page.goBack();
        awaitDone(tab);
    }

    private static void takeTheReportHome(Tab tab) throws IOException {
        tab.page()
                .getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(Pattern.compile("The (whole study|search: live)")))
                .click();
        var download =
                tab.page().waitForDownload(() -> tab.link("Download the report").click());
        assertThat(Files.readString(download.path()))
                .startsWith("<!doctype html>")
                .contains("accuracy");
    }
}
