package dev.sweetspot.studio.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.sweetspot.browser.Browser;
import dev.sweetspot.browser.InBrowser;
import dev.sweetspot.browser.Tab;
import dev.sweetspot.choice.Choice;
import dev.sweetspot.form.Form;
import dev.sweetspot.insight.report.Handed;
import dev.sweetspot.insight.report.Told;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.server.AllowedFolders;
import dev.sweetspot.server.PageAssets;
import dev.sweetspot.server.Resource;
import dev.sweetspot.server.ServerSettings;
import dev.sweetspot.server.WebServer;
import dev.sweetspot.server.studies.InsightResource;
import dev.sweetspot.server.studies.StudyLore;
import dev.sweetspot.server.studies.StudyResource;
import dev.sweetspot.server.studies.StudyStores;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.jdbc.SqliteStore;
import dev.sweetspot.studio.api.Shelf;
import dev.sweetspot.studio.api.StudioResources;
import dev.sweetspot.studio.api.Workshop;
import dev.sweetspot.studio.playground.Plays;
import dev.sweetspot.studio.project.Pictures;
import dev.sweetspot.studio.work.Works;
import dev.sweetspot.study.Ask;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.Claim;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A search asked for, watched and used in a real browser; what is searched is played by a process that does nothing. */
@InBrowser
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class SearchPageTest {
    private static final String STUDY = "cells-1";
    private static final Duration LEASE = Duration.ofSeconds(10);

    /** What processes were asked to do. */
    private static final List<String> SAID = new CopyOnWriteArrayList<>();

    @TempDir
    private static Path folder;

    private static Browser browser;
    private static WebServer server;
    private static StudyStores stores;
    private Tab tab;

    @BeforeAll
    static void open(Browser lent) throws IOException {
        browser = lent;
        var projects = folder.resolve("projects");
        var shelf = new Shelf(projects, Pictures.NOON, 2);
        stores = new StudyStores(
                () -> List.of(new StudyStores.Place("project-cells", Works.store(projects.resolve("cells")))),
                InstantSource.system(),
                LEASE);
        var resources = new ArrayList<Resource>(
                List.of(new StudyResource(stores, new Plain()), new InsightResource(stores, new Plain())));
        resources.addAll(StudioResources.of(
                shelf,
                AllowedFolders.of(List.of(folder)),
                new Workshop(shelf, SearchPageTest::process, InstantSource.system()),
                new Plays(() -> {})));
        server = WebServer.start(ServerSettings.local(0), resources, PageAssets.of("/dev/sweetspot/web/"));
        takeIn();
        try (var store = SqliteStore.open(projects.resolve("cells/studies.db"))) {
            searched(store);
        }
    }

    @AfterAll
    static void close() {
        server.close();
        stores.close();
    }

    @AfterEach
    void leave() {
        tab.close();
    }

    /** A search runs until it is ended; one that is gone on with is through at once, but for one that got more time. */
    private static List<String> process(List<String> words) {
        SAID.add(String.join(" ", words));
        var live = words.stream()
                .filter(word -> word.startsWith("--live="))
                .map(word -> word.substring("--live=".length()))
                .findFirst()
                .orElseThrow();
        boolean ends = words.get(0).equals("resume") && words.stream().noneMatch(word -> word.startsWith("--minutes"));
        var tells = "printf '%s\\n' '{\"event\":\"study\",\"study\":\"" + STUDY + "\"}' "
                + "'{\"event\":\"started\",\"trial\":3,\"seconds_left\":42}' >> '" + live + "'; ";
        return List.of("sh", "-c", tells + (ends ? "echo '{}'" : "exec sleep 120"));
    }

    private static void takeIn() throws IOException {
        for (var category : List.of("ba", "eo")) {
            for (int i = 0; i < 8; i++) {
                var file = folder.resolve("in").resolve(category).resolve(i + ".png");
                Files.createDirectories(file.getParent());
                Files.write(file, Pictures.png(16, 16, category.hashCode() * 77 + 0x0100 * i));
            }
        }
        try (var tab = browser.open(server.address())) {
            tab.page().getByLabel("Name").fill("Cells");
            tab.page()
                    .getByText("New project", new Page.GetByTextOptions().setExact(true))
                    .click();
            tab.page().getByText("Folder of the server’s machine …").click();
            tab.page().getByLabel("Its path").fill(folder.resolve("in").toString());
            tab.page().getByText("Take it in").click();
            assertThat(tab.page().getByText(Pattern.compile("\\d+ images came from")))
                    .isVisible();
        }
    }

    private static void searched(SqliteStore store) {
        var rate = Parameter.real("learning_rate", 1e-4, 1e-1).logarithmic();
        var batch = Parameter.ordinal("batch_size", 16, 32, 64);
        var spec = new StudySpec(
                STUDY,
                1,
                SearchSpace.of(rate, batch),
                List.of(Objective.maximize("accuracy"), Objective.minimize("size")),
                Fidelity.WHOLE,
                new Budget.Trials(12),
                new StudySpec.Search(new RandomSearch(), new RunToTheEnd()),
                List.of(),
                Form.of(Map.of()));
        var study = Study.create(store, spec, InstantSource.system(), LEASE);
        while (study.ask(new Claim("me", 1, 1, Duration.ZERO)) instanceof Ask.Run run) {
            double distance = Math.log10(run.trial().suggest(rate)) + 2.3;
            int size = run.trial().suggest(batch);
            run.trial()
                    .tell(
                            Measurements.of("accuracy", 0.9 - 0.1 * distance * distance)
                                    .and("size", size * 10.0),
                            1);
        }
    }

    private Page page() {
        return tab.page();
    }

    /** The one that begins it, and not the one that chooses between training and searching. */
    private Locator begin() {
        return page().locator("button.main");
    }

    private void openForm() {
        tab = browser.open(server.address().resolve("/projects/cells/train"));
        tab.button("Tune for me").first().click();
        assertThat(page().getByText(Pattern.compile("For 20 minutes in all"))).isVisible();
    }

    private Locator setting(String title) {
        return page().locator(".setting")
                .filter(new Locator.FilterOptions()
                        .setHas(page().getByRole(
                                        AriaRole.RADIOGROUP,
                                        new Page.GetByRoleOptions().setName(title + ": fix or search"))));
    }

    @Test
    void eachSettingIsFixedOrSearchedAndMistakesAreSaidWhereTheyAreMade() {
        openForm();
        var rate = setting("learning rate");
        var from = page().getByLabel("learning rate, from");
        assertThat(from).hasValue("0.0005");
        from.fill("0.1");
        assertThat(rate.getByText(
                        "must be a range, low..high, and its low end is above its high end. Maybe 0.03..0.1?"))
                .isVisible();
        assertThat(from).hasAttribute("aria-invalid", "true");
        begin().click();
        assertThat(page().getByRole(AriaRole.ALERT)).containsText("learning_rate = 0.1..0.03");

        rate.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("fix"))
                .focus();
        page().keyboard().press("Space");
        assertThat(from).isHidden();
        page().keyboard().press("ArrowRight");
        assertThat(from).hasValue("0.0005");

        setting("batch size")
                .getByLabel("64", new Locator.GetByLabelOptions().setExact(true))
                .uncheck();
        assertThat(page().getByText(Pattern.compile("In ranges of your own: batch size")))
                .isVisible();
        tab.checkReadable();
        tab.button("Search everything that is usually searched").click();
        assertThat(page().getByText(Pattern.compile("In ranges of your own"))).isHidden();
    }

    @Test
    void aSearchIsAskedForWatchedPausedGoneOnWithProlongedAndUsed() {
        openForm();
        page().getByText(Pattern.compile("What is to be better")).click();
        page().getByLabel(Pattern.compile("a small model")).check();
        page().getByLabel(Pattern.compile("Memory while it is trained")).fill("500");
        page().getByLabel("learning rate, to").fill("0.02");
        assertThat(page().getByText(Pattern.compile("more accuracy, less size")))
                .isVisible();
        tab.checkReadable();
        begin().click();

        assertThat(page().getByText(Pattern.compile("Searching: trial 3 has begun")))
                .isVisible();
        assertThat(SAID.get(SAID.size() - 1))
                .contains("--objective=accuracy --objective=size", "--limit=memory<=500MB")
                .contains("--search=learning_rate=0.0005..0.02");
        assertThat(page().locator("figure.picture .place[data-painted]").first())
                .isVisible();
        tab.checkReadable();
        tab.button("Pause").click();
        tab.button("Go on").click();
        page().getByLabel("Search on for").fill("7");
        tab.button("more minutes").click();
        assertThat(tab.button("Pause")).isVisible();
        assertThat(SAID.get(SAID.size() - 1)).contains("resume " + STUDY, "--minutes=7.0");
        tab.button("Pause").click();
        assertThat(tab.button("Go on")).isVisible();

        page().getByText(Pattern.compile("^trial \\d+$")).first().click();
        assertThat(page().getByText("no checkpoint of it is kept")).isVisible();
        tab.button("Use as my settings").click();
        assertThat(page().getByLabel("learning rate", new Page.GetByLabelOptions().setExact(true)))
                .not()
                .hasValue("0.003");
        page().getByText("default: 0.003").waitFor();
    }

    /** Studies that no command of ours has made. */
    private record Plain() implements StudyLore {
        @Override
        public Optional<Choice> choice(Study study) {
            return Optional.empty();
        }

        @Override
        public Optional<Handed> handed(Study study) {
            return Optional.empty();
        }

        @Override
        public boolean byHand(Study study) {
            return false;
        }

        @Override
        public Told.Circumstances circumstances(String store) {
            return new Told.Circumstances("2026-11-22 12:00", "1", "Java 17, Linux", store);
        }
    }
}
