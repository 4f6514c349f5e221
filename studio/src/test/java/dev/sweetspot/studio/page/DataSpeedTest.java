package dev.sweetspot.studio.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.browser.Browser;
import dev.sweetspot.browser.InBrowser;
import dev.sweetspot.browser.Speed;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How quick the pages of projects are, with 10,000 images: prints the figures of docs/guide/studio.md. */
@InBrowser
@Tag("slow")
class DataSpeedTest {
    private static final int IMAGES = 10_000;

    @TempDir
    Path folder;

    @Test
    void pagesOfProjectsCanBeUsedWithinASecondAndScrollSmoothly(Browser browser) throws IOException {
        for (int i = 0; i < IMAGES; i++) {
            var place = Files.createDirectories(folder.resolve("in/kind " + i % 5));
            Files.write(place.resolve(i + ".png"), Pictures.png(48, 48, 0x1000 * i));
        }
        try (var shelf = new Shelf(folder.resolve("projects"), Pictures.NOON, 2);
                var workshop = new Workshop(shelf, words -> List.of("false"), Pictures.NOON);
                var plays = new Plays(() -> {});
                var server = WebServer.start(
                        ServerSettings.local(0),
                        StudioResources.of(shelf, AllowedFolders.of(List.of(folder)), workshop, plays),
                        PageAssets.of("/dev/sweetspot/web/"))) {
            try (var tab = browser.open(server.address())) {
                takeIn(tab);
            }
            var pages = new LinkedHashMap<String, String>();
            pages.put("/projects", "main a.tile");
            pages.put("/projects/many", ".image");
            pages.put("/projects/many/train", ".setting");
            pages.put("/playground", "main h1");
            pages.forEach((path, wanted) ->
                    browser.open(server.address().resolve(path)).page().waitForSelector(wanted));
            pages.forEach((path, wanted) -> {
                var loaded = Speed.load(browser, server.address().resolve(path), wanted);
                System.out.println(path + ": " + loaded);
                assertThat(loaded.median()).as(path).isLessThan(1000);
            });
            scroll(browser, server, 24, "first");
            scroll(browser, server, 24, "again");
            scroll(browser, server, 120, "quickly");
            scroll(browser, server, 0, "end to end");
        }
    }

    private void takeIn(Tab tab) {
        var page = tab.page();
        page.getByLabel("Name").fill("many");
        tab.button("New project").click();
        tab.button("Folder of the server’s machine …").click();
        page.getByLabel("Its path").fill(folder.resolve("in").toString());
        tab.button("Take it in").click();
        page.getByText(Pattern.compile("\\d+ images came from")).waitFor();
    }

    private static void scroll(Browser browser, WebServer server, int step, String how) {
        try (var tab = browser.open(server.address().resolve("/projects/many"))) {
            tab.page().waitForSelector(".image img");
            var frames = Speed.scroll(tab, ".images", step, """
                    field => {
                        const seen = field.getBoundingClientRect();
                        return [...field.querySelectorAll('img')].some(image => {
                            const box = image.getBoundingClientRect();
                            return box.bottom > seen.top && box.top < seen.bottom && !(image.complete && image.naturalWidth > 0);
                        });
                    }
                    """);
            System.out.println("10,000 images, " + step + " pixels a frame, " + how + ": " + frames);
            assertThat(frames.count()).as("frames in 5 s").isGreaterThan(step == 0 ? 100 : 200);
        }
    }
}
