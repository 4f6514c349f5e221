package dev.sweetspot.server.studies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.browser.Browser;
import dev.sweetspot.browser.InBrowser;
import dev.sweetspot.browser.Speed;
import dev.sweetspot.server.PageAssets;
import dev.sweetspot.server.ServerSettings;
import dev.sweetspot.server.WebServer;
import dev.sweetspot.trial.Objective;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How quick the pages of studies are: prints the figures of docs/guide/studio.md. */
@InBrowser
@Tag("slow")
class StudiesSpeedTest {
    @TempDir
    Path folder;

    @Test
    void pagesOfStudiesCanBeUsedWithinASecondAndScrollSmoothly(Browser browser) {
        try (var sample = new SampleStore(folder)
                        .study("cells", Objective.maximize("accuracy"))
                        .trials("cells", 60)
                        .study("other", Objective.maximize("accuracy"))
                        .trials("other", 60)
                        .study("many", Objective.maximize("accuracy"))
                        .trials("many", 50_000);
                var stores = sample.stores();
                var server = WebServer.start(
                        ServerSettings.local(0),
                        SampleStore.resources(stores, folder.resolve("notes")),
                        PageAssets.of("/dev/sweetspot/web/"))) {
            var pages = new LinkedHashMap<String, String>();
            pages.put("/studies", "table.studies .pair");
            pages.put("/studies/usual/cells", ".said h2");
            pages.put("/studies/usual/cells?tab=pictures", "[data-painted]");
            pages.put("/studies/usual/cells/trials/3", "main h2");
            pages.put("/studies/usual/many?tab=trials", "#row-0 .number");
            pages.put("/compare/usual/cells/other", "main h2");
            pages.put("/help", "main h2");
            // What is computed once is computed before.
            pages.forEach((path, wanted) ->
                    browser.open(server.address().resolve(path)).page().waitForSelector(wanted));
            pages.forEach((path, wanted) -> {
                var loaded = Speed.load(browser, server.address().resolve(path), wanted);
                System.out.println(path + ": " + loaded);
                assertThat(loaded.median()).as(path).isLessThan(1000);
            });
            try (var tab = browser.open(server.address().resolve("/studies/usual/many?tab=trials"))) {
                tab.page().waitForSelector("#row-0 .number");
                var gaps =
                        "field => [...field.querySelectorAll('.all .row')].some(row => row.textContent.includes('…'))";
                var even = Speed.scroll(tab, ".rows", 120, gaps);
                System.out.println("50,000 trials, 120 pixels a frame: " + even);
                System.out.println("50,000 trials, from end to end: " + Speed.scroll(tab, ".rows", 0, gaps));
                assertThat(even.count()).as("frames in 5 s").isGreaterThan(250);
            }
        }
    }
}
