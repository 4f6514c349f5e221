package dev.sweetspot.studio.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.KeyboardModifier;
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
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a person does with images, in a real browser. */
@InBrowser
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class DataPageTest {
    private static final Path SCREENS = Path.of("target", "screens");

    private static Browser browser;

    @TempDir
    private Path folder;

    private WebServer server;
    private Tab tab;

    @BeforeAll
    static void open(Browser lent) {
        browser = lent;
    }

    @BeforeEach
    void begin() {
        serve(0);
        tab = browser.open(server.address());
    }

    @AfterEach
    void end() {
        tab.close();
        server.close();
        assertThat(tab.complaints()).isEmpty();
    }

    private void serve(int port) {
        var shelf = new Shelf(folder.resolve("projects"), Pictures.NOON, 2);
        server = WebServer.start(
                ServerSettings.local(port),
                StudioResources.of(
                        shelf,
                        AllowedFolders.of(List.of(Path.of(".."), folder)),
                        new Workshop(shelf, words -> List.of("false"), Pictures.NOON),
                        new Plays(() -> {})),
                PageAssets.of("/dev/sweetspot/web/"));
    }

    private Page page() {
        return tab.page();
    }

    private Locator button(String name) {
        return tab.button(name);
    }

    private Locator images() {
        return grid().getByRole(AriaRole.OPTION);
    }

    private Locator grid() {
        return page().getByRole(AriaRole.LISTBOX, new Page.GetByRoleOptions().setName("Images"));
    }

    private void newProject() {
        page().getByLabel("Name").fill("Blood cells");
        button("New project").click();
        assertThat(page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Blood cells")))
                .isVisible();
    }

    private void takeInTheSample() {
        takeIn("samples/blood-cells");
    }

    /** Twenty images of each of two classes. */
    private void takeInAFew() {
        for (int i = 0; i < 20; i++) {
            put("ba/" + i + ".png", 0x800000 + 0x0100 * i);
            put("eo/" + i + ".png", 0x000080 + 0x0100 * i);
        }
        takeIn(folder.resolve("in").toString());
    }

    private void put(String path, int colour) {
        var file = folder.resolve("in").resolve(path);
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, Pictures.png(40, 40, colour));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void takeIn(String path) {
        newProject();
        button("Folder of the server’s machine …").click();
        page().getByLabel("Its path").fill(path);
        button("Take it in").click();
        assertThat(page().getByText(Pattern.compile("\\d+ images came from"))).isVisible();
        button("Good").click();
        assertThat(images().first()).isVisible();
    }

    private void shot(String name) {
        page().waitForFunction("() => [...document.images].every(image => image.complete)");
        page().screenshot(new Page.ScreenshotOptions().setPath(SCREENS.resolve(name + ".png")));
    }

    private void waitForSaid(String words) {
        assertThat(page().getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText(words)))
                .isVisible();
    }

    private List<String> labels() {
        var view = Project.read(folder.resolve("projects/blood-cells"));
        return view.all().stream()
                .map(image -> view.label(image.number())
                        .flatMap(label -> view.category(label.category()))
                        .map(category -> category.name())
                        .orElse("?"))
                .toList();
    }

    private String category(int number) {
        return Project.read(folder.resolve("projects/blood-cells"))
                .categories()
                .get(number - 1)
                .name();
    }

    @Test
    void imagesAreTakenInLabelledUndoneAndThereAfterTheServerWasKilled() {
        takeInTheSample();
        shot("data-light");
        var before = labels();
        images().nth(0).click();
        images().nth(2).click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
        waitForSaid("3 selected");
        page().keyboard().press("Shift+Digit2");
        waitForSaid("3 images: " + category(2));
        assertThat(labels().subList(0, 3)).containsOnly(category(2));

        page().keyboard().press("Control+z");
        waitForSaid("Taken back: label 3 images");
        assertThat(labels()).isEqualTo(before);
        button("Redo").click();
        waitForSaid("Done again");

        var changed = labels();
        tab.close();
        int port = server.port();
        server.close();
        serve(port);
        tab = browser.open(server.address().resolve("/projects/blood-cells"), ColorScheme.DARK, 1280);
        assertThat(images().first()).isVisible();
        assertThat(images().first()).hasAttribute("aria-label", Pattern.compile(".*" + category(2) + ".*"));
        assertThat(labels()).isEqualTo(changed);
        shot("data-dark");
    }

    @Test
    void emptyPagesSayWhatToDoNextAndAreReadableByEverybody() {
        check("No project yet");
        newProject();
        check("No images yet");
        page().navigate(server.address().resolve("/projects/blood-cells/train").toString());
        for (var depth : List.of("the basics", "more", "everything")) {
            button(depth).click();
            check("Nothing yet");
        }
    }

    private void check(String title) {
        assertThat(page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(title)))
                .isVisible();
        tab.awaitAll();
        tab.checkReadable();
        tab.checkExplained();
        tab.checkWayOn();
        page().setViewportSize(768, 900);
        tab.checkNotTooWide();
        page().setViewportSize(1280, 900);
    }

    @Test
    void everythingIsDoneWithoutAMouse() {
        takeInAFew();
        grid().focus();
        page().keyboard().press("Home");
        page().keyboard().press("Shift+ArrowRight");
        waitForSaid("2 selected");
        page().keyboard().press("Shift+Digit0");
        waitForSaid("2 images: unknown");
        assertThat(labels().subList(0, 2)).containsOnly("?");
        page().keyboard().press("Control+a");
        waitForSaid(labels().size() + " selected");
        page().keyboard().press("Escape");
        grid().focus();
        page().keyboard().press("Enter");
        assertThat(page().getByRole(AriaRole.DIALOG)).isVisible();
        shot("image-light");
        tab.checkReadable();
        tab.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page().keyboard().press("Escape");
        assertThat(page().getByRole(AriaRole.DIALOG)).isHidden();
    }

    @Test
    void imagesAreDraggedOntoACategoryAndABandSelects() {
        takeInAFew();
        var target = page().locator(".categories li").nth(1);
        images().nth(0).dragTo(target);
        waitForSaid("1 image: " + category(2));
        assertThat(labels().get(0)).isEqualTo(category(2));

        var edge = grid().boundingBox();
        page().mouse().move(edge.x + 3, edge.y + 3);
        page().mouse().down();
        page().mouse().move(edge.x + 260, edge.y + 200);
        page().mouse().move(edge.x + 290, edge.y + 200);
        page().mouse().up();
        waitForSaid("6 selected");
    }

    @Test
    void filesAreSentAndATableLabelsThem() {
        newProject();
        shot("empty-light");
        page().getByLabel("Images or archives").setInputFiles(new FilePayload[] {
            new FilePayload("<img src=x onerror=alert(1)>.png", "image/png", Pictures.png(40, 40, 0x3060c0)),
            new FilePayload("two.png", "image/png", Pictures.png(40, 40, 0xc06030)),
            new FilePayload("broken.png", "image/png", new byte[] {1, 2, 3})
        });
        assertThat(page().getByText("1 file could not be taken in")).isVisible();
        assertThat(images()).hasCount(2);
        page().getByLabel("A table of file names and labels")
                .setInputFiles(new FilePayload(
                        "labels.csv",
                        "text/csv",
                        "image,cell\ntwo,<b>eo</b>\nnone.png,ba\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(page().getByText("1 name of the table fit no image")).isVisible();
        shot("table-light");
        button("Label 1 image").click();
        assertThat(images().nth(1)).hasAttribute("aria-label", "two.png, <b>eo</b>");
        assertThat(labels()).containsExactly("?", "<b>eo</b>");
    }

    @Test
    void partsAreDrawnAndShown() {
        takeInAFew();
        page().getByText("Training, validation and test").click();
        button("Draw the parts").click();
        assertThat(page().locator(".balance .bit.validation").first()).isVisible();
        tab.checkReadable();
        tab.checkExplained();
        page().getByLabel("Part", new Page.GetByLabelOptions().setExact(true)).selectOption("validation");
        assertThat(images().first()).hasAttribute("aria-label", Pattern.compile(".*validation.*"));
        shot("parts-light");
    }
}
