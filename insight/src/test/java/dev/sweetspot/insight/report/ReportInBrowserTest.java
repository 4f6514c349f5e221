package dev.sweetspot.insight.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import dev.sweetspot.browser.Browser;
import dev.sweetspot.browser.InBrowser;
import dev.sweetspot.browser.Tab;
import dev.sweetspot.insight.SampleStudies;
import dev.sweetspot.insight.Studied;
import dev.sweetspot.insight.chart.Drawing;
import dev.sweetspot.insight.result.ResultPlots;
import dev.sweetspot.insight.result.SampleResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees who opens a report. */
@InBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportInBrowserTest {
    /** Of each drawn panel the colours that are seen: of pixels, or of shapes. */
    private static final String SEEN = """
            () => [...document.querySelectorAll('.canvas')].map(place => {
                const canvas = place.querySelector('canvas');
                if (!canvas) return place.querySelectorAll('svg path, svg text').length;
                const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
                const seen = new Set();
                for (let i = 0; i < pixels.length; i += 4) if (pixels[i + 3] > 0) seen.add(pixels[i] << 16 | pixels[i + 1] << 8 | pixels[i + 2]);
                return seen.size;
            })
            """;

    @TempDir
    private Path folder;

    private Browser browser;

    @BeforeAll
    void open(Browser lent) {
        browser = lent;
    }

    static Told told(Studied studied) {
        return new Told(
                studied,
                Optional.empty(),
                Optional.empty(),
                new Told.Circumstances("2026-11-22 07:00", "1", "Java 17, Linux", ""));
    }

    private Path written(Report report) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "report", ".html"), HtmlReport.of(report));
    }

    private static Report everyMark() {
        var blocks = EveryMark.charts().stream()
                .<Block>map(chart -> new Block.Picture("What is this? " + EveryMark.WICKED, chart))
                .toList();
        return new Report(
                EveryMark.WICKED, EveryMark.WICKED, List.of(new Report.Section("pictures", EveryMark.WICKED, blocks)));
    }

    /** Waits until all pictures are painted, each having been looked at. */
    private static void lookAtAll(Page page) {
        for (var figure : page.querySelectorAll("figure.picture")) {
            figure.scrollIntoViewIfNeeded();
        }
        page.waitForCondition(() ->
                page.querySelectorAll("figure.picture:not([data-painted])").isEmpty());
    }

    private static void checkPainted(Tab opened) {
        lookAtAll(opened.page());
        assertThat(opened.complaints()).isEmpty();
        assertThat(opened.requests()).allMatch(url -> url.startsWith("file:") || url.startsWith("data:"));
        assertThat(opened.requests()).filteredOn(url -> url.startsWith("file:")).hasSize(1);
        @SuppressWarnings("unchecked")
        var seen = (List<Integer>) opened.page().evaluate(SEEN);
        assertThat(seen).isNotEmpty().allMatch(count -> count > 5);
        opened.checkNotTooWide();
    }

    @TestFactory
    Stream<DynamicTest> aReportOfEachKindOfStudyIsPaintedWithoutComplaintAndAsksNobody() {
        return SampleStudies.all().entrySet().stream()
                .filter(entry ->
                        entry.getValue().history().size() > 0 && !entry.getKey().equals("all failed"))
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    var file = written(Reporter.of(told(entry.getValue())));
                    try (var opened = browser.openAlone(file, ColorScheme.LIGHT, 1200)) {
                        checkPainted(opened);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> predictionsOfEachKindArePaintedWithoutComplaint() {
        return SampleResults.all().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    var blocks = ResultPlots.installed().stream()
                            .flatMap(plot -> plot.draw(entry.getValue()) instanceof Drawing.Drawn drawn
                                    ? Stream.<Block>of(new Block.Picture(plot.question(), drawn.chart()))
                                    : Stream.<Block>of(Block.Words.of(plot.name())))
                            .toList();
                    var file = written(new Report("r", "", List.of(new Report.Section("s", "s", blocks))));
                    try (var opened = browser.openAlone(file, ColorScheme.LIGHT, 1200)) {
                        lookAtAll(opened.page());
                        assertThat(opened.complaints()).isEmpty();
                        opened.checkNotTooWide();
                    }
                }));
    }

    @Test
    void panelsBesideEachOtherHaveTheSameRoomAndAreFilled() throws IOException {
        var file = written(everyMark());
        try (var opened = browser.openAlone(file, ColorScheme.LIGHT, 1200)) {
            lookAtAll(opened.page());
            @SuppressWarnings("unchecked")
            var widths = (List<List<Number>>) opened.page().evaluate("""
                    () => [...document.querySelectorAll('.panels[data-panels="2"] .canvas')].map(canvas =>
                        [canvas.getBoundingClientRect().width, canvas.querySelector('svg, canvas').getBoundingClientRect().width])
                    """);
            assertThat(widths).hasSizeGreaterThan(3).allSatisfy(each -> assertThat(
                            each.get(1).doubleValue())
                    .isEqualTo(each.get(0).doubleValue())
                    .isLessThan(600));
        }
    }

    @Test
    void whereAParameterIsNotActiveTheLineOfTheTrialLeavesItOut() throws IOException {
        var file = written(everyMark());
        try (var opened = browser.openAlone(file, ColorScheme.LIGHT, 1200)) {
            lookAtAll(opened.page());
            var lines = (Number) opened.page().evaluate("""
                    () => [...document.querySelectorAll('.panel-parallel svg path[stroke-width="1.5"]')]
                        .filter(path => path.getAttribute('d').length > 0).length
                    """);
            // Of four trials one has no optimizer, and another no accuracy.
            assertThat(lines.intValue()).isEqualTo(4);
        }
    }

    @Test
    void aStudyWithoutResultsHasAReportToo() throws IOException {
        for (var name : List.of("no trial yet", "all failed")) {
            var file = written(Reporter.of(told(SampleStudies.all().get(name))));
            try (var opened = browser.openAlone(file, ColorScheme.LIGHT, 1200)) {
                lookAtAll(opened.page());
                assertThat(opened.complaints()).isEmpty();
                assertThat(opened.page().textContent("#summary")).contains("No trial has come to a result yet.");
            }
        }
    }

    @Test
    void everyMarkIsPaintedInTheLightInTheDarkAndOnATelephone() throws IOException {
        var file = written(everyMark());
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {1200, 390}) {
                try (var opened = browser.openAlone(file, scheme, width)) {
                    checkPainted(opened);
                    assertThat(opened.page().getAttribute("figure.picture", "data-painted"))
                            .isEqualTo(scheme == ColorScheme.DARK ? "dark" : "light");
                }
            }
        }
    }

    @Test
    void noNameOfAStudyBecomesAProgram() throws IOException {
        try (var opened = browser.openAlone(written(everyMark()), ColorScheme.LIGHT, 1200)) {
            lookAtAll(opened.page());
            for (var canvas : opened.page().querySelectorAll(".canvas")) {
                canvas.scrollIntoViewIfNeeded();
                var box = canvas.boundingBox();
                for (double share = 0.1; share < 1; share += 0.1) {
                    opened.page().mouse().move(box.x + box.width * share, box.y + box.height * 0.5);
                }
            }
            assertThat(opened.page().evaluate("window.caught ?? null")).isNull();
            assertThat(opened.page().title()).startsWith("</script><script>");
            assertThat(opened.complaints()).isEmpty();
        }
    }

    @Test
    void whatIsPointedAtIsSaid() throws IOException {
        var file = written(Reporter.of(told(SampleStudies.network(1, 1))));
        try (var opened = browser.openAlone(file, ColorScheme.LIGHT, 1200)) {
            lookAtAll(opened.page());
            var canvas = opened.page().querySelector("figure.picture:has(h3:text('Optimisation history')) .canvas");
            canvas.scrollIntoViewIfNeeded();
            @SuppressWarnings("unchecked")
            var marks = (List<List<Number>>) canvas.evaluate("""
                    place => [...place.querySelectorAll('svg path')].map(path => path.getBoundingClientRect())
                        .filter(box => box.width > 2 && box.width < 20 && box.height < 20)
                        .map(box => [box.x + box.width / 2, box.y + box.height / 2])
                    """);
            var found = "";
            for (int i = 0; i < marks.size() && found.isEmpty(); i++) {
                opened.page()
                        .mouse()
                        .move(
                                marks.get(i).get(0).doubleValue(),
                                marks.get(i).get(1).doubleValue());
                var tip = opened.page().querySelector(".tip-head");
                found = tip == null ? "" : tip.textContent();
            }
            assertThat(found).isEqualTo("trial 0");
        }
    }

    @Test
    void aPrintIsInTheLightAndHasAllPictures() throws IOException {
        var file = written(Reporter.of(told(SampleStudies.network(60, 2))));
        try (var opened = browser.openAlone(file, ColorScheme.DARK, 1200)) {
            opened.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            opened.page().evaluate("window.dispatchEvent(new Event('beforeprint'))");
            assertThat(opened.page().querySelectorAll("figure.picture"))
                    .isNotEmpty()
                    .allMatch(figure -> "light".equals(figure.getAttribute("data-painted")));
            assertThat(opened.page().pdf().length).isGreaterThan(10_000);
            assertThat(opened.complaints()).isEmpty();
        }
    }
}
