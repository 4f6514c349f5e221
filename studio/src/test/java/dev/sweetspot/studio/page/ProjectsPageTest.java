package dev.sweetspot.studio.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.sweetspot.browser.Browser;
import dev.sweetspot.browser.InBrowser;
import dev.sweetspot.browser.Tab;
import dev.sweetspot.server.AllowedFolders;
import dev.sweetspot.server.PageAssets;
import dev.sweetspot.server.ServerSettings;
import dev.sweetspot.server.WebServer;
import dev.sweetspot.studio.api.Shelf;
import dev.sweetspot.studio.api.StudioResources;
import dev.sweetspot.studio.api.Workshop;
import dev.sweetspot.studio.playground.Plays;
import dev.sweetspot.studio.project.Pictures;
import dev.sweetspot.studio.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The list of projects, tables, and what is taken home, in a real browser. */
@InBrowser
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class ProjectsPageTest {
    /** In the place of our program: writes an ONNX file, and cannot do anything else. */
    private static final String PROGRAM =
            "case \"$*\" in *--to=onnx*) echo x > \"$(echo \"$*\" | sed 's/.*--out=//')/model.onnx\";;"
                    + " *) echo 'sweetspot: group normalisation cannot be handed over. Maybe onnx?'; exit 1;; esac";

    @TempDir
    private Path folder;

    private WebServer server;
    private Tab tab;

    @BeforeEach
    void serve(Browser browser) throws IOException {
        var projects = folder.resolve("projects");
        Project.create(projects.resolve("cells"), "Blood cells", Pictures.NOON).close();
        trained(projects.resolve("cells/work/0001"));
        var shelf = new Shelf(projects, Pictures.NOON, 2);
        server = WebServer.start(
                ServerSettings.local(0),
                StudioResources.of(
                        shelf,
                        AllowedFolders.of(List.of(Path.of(".."), folder)),
                        new Workshop(
                                shelf,
                                words -> List.of("sh", "-c", PROGRAM, "sweetspot", String.join(" ", words)),
                                Pictures.NOON),
                        new Plays(() -> {})),
                PageAssets.of("/dev/sweetspot/web/"));
        tab = browser.open(server.address());
    }

    /** What a training leaves that has come to its end. */
    private static void trained(Path work) throws IOException {
        var out = Files.createDirectories(work.resolve("out"));
        Files.writeString(work.resolve("about.json"), """
                {"wish": {"kind": "training", "settings": {}}, "data": "x", "begun_at": "2026-01-01T12:00:00Z"}""");
        Files.writeString(work.resolve("result.json"), "{}\n");
        Files.writeString(out.resolve("report.json"), """
                {"test": {"accuracy": 0.9, "balanced_accuracy": 0.9, "low": 0.8, "high": 0.95, "n": 20,
                 "classes": [{"name": "a", "precision": 1, "recall": 0.8, "f1": 0.9, "support": 10}]}}""");
        Files.writeString(out.resolve("model.sweetspot"), "weights");
    }

    @AfterEach
    void end() {
        tab.close();
        server.close();
        assertThat(tab.complaints()).isEmpty();
    }

    private Page page() {
        return tab.page();
    }

    private Locator status(String words) {
        return page().getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText(words));
    }

    /** Readable by everybody, each thing explained, and not too wide for a tablet. */
    private void check() {
        tab.awaitAll();
        tab.checkReadable();
        if (page().getByRole(AriaRole.DIALOG).count() == 0) {
            tab.checkExplained();
        }
        page().setViewportSize(768, 900);
        tab.checkNotTooWide();
        page().setViewportSize(1280, 900);
    }

    private void open(String path) {
        tab.button("Point to a folder or table of the server’s machine …").click();
        page().getByLabel("Its path").fill(path);
        tab.button("Open it").click();
    }

    @Test
    void aProjectIsDeletedByTheKeyboardWithWhatIsLostSaidAndComesBack() {
        tab.button("Delete Blood cells").focus();
        page().keyboard().press("Enter");
        var dialog = page().getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("0 images, 0 of them labelled, and 1 training, search or prediction");
        check();
        page().keyboard().press("Escape");
        assertThat(dialog).isHidden();

        tab.button("Delete Blood cells").press("Enter");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Delete Blood cells"))
                .press("Enter");
        assertThat(status("Blood cells was deleted")).containsText("projects/.bin/cells");
        assertThat(page().getByText("The bin: 1 project")).isVisible();
        check();
        tab.button("Bring Blood cells back").first().press("Enter");
        assertThat(page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Blood cells")))
                .isVisible();
    }

    @Test
    void aTableIsSeenBeforeItIsLearntFrom() {
        open("samples/wine.csv");
        tab.awaitHeading("wine");
        assertThat(page().getByText("178 rows of 14 columns")).isVisible();
        assertThat(page().getByLabel("The column")).hasValue("target");
        assertThat(page().getByText("3 classes, counted by row.")).isVisible();
        check();
        page().getByLabel("The column").selectOption("alcohol");
        assertThat(page().getByText("A number from 11.03 to 14.83")).isVisible();
    }

    @Test
    void seriesAreSeenAsLinesAndWhatIsNoneSaysSo() {
        open("samples/wine.cvs");
        assertThat(page().getByRole(AriaRole.ALERT)).containsText("is not there");
        // The browser notes each refusal.
        tab.complaints().clear();
        page().getByLabel("Its path").fill("samples/japanese-vowels-train.csv.gz");
        tab.button("Open it").click();
        tab.awaitHeading("japanese-vowels-train");
        assertThat(page().getByText("270 series of 7 to 26 steps and 12 channels"))
                .isVisible();
        assertThat(page().getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("Series 0: 20 steps")))
                .isVisible();
        check();
    }

    @Test
    void whatOtherProgramsNeedIsMadeWhenItIsAskedForAndTellsWhyNot() {
        page().navigate(server.address().resolve("/projects/cells/works/1").toString());
        tab.button("Make: ONNX").click();
        assertThat(page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("model.onnx")))
                .isVisible();
        tab.button("Make: TorchScript").click();
        assertThat(page().getByText("It could not be made. group normalisation cannot be handed over."))
                .isVisible();
        check();
        var download = page().waitForDownload(
                        () -> page().getByText("All of it as one zip").click());
        assertThat(download.suggestedFilename()).isEqualTo("Blood cells 1.zip");
    }
}
