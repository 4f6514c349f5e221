package dev.sweetspot.insight.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.insight.SampleStudies;
import dev.sweetspot.insight.Studied;
import dev.sweetspot.insight.result.Judged;
import dev.sweetspot.insight.result.SampleResults;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ReporterTest {
    private static List<String> titles(Studied studied) {
        return Reporter.of(ReportInBrowserTest.told(studied)).sections().stream()
                .map(Report.Section::title)
                .toList();
    }

    private static String points(Studied studied, String id) {
        var text = new StringBuilder();
        Reporter.of(ReportInBrowserTest.told(studied)).sections().stream()
                .filter(section -> section.id().equals(id))
                .flatMap(section -> section.blocks().stream())
                .forEach(block -> text.append(block).append('\n'));
        return text.toString();
    }

    @TestFactory
    Stream<DynamicTest> everyKindOfStudyHasAReportWhoseSectionsCanBeTold() {
        return SampleStudies.all().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    var report = Reporter.of(ReportInBrowserTest.told(entry.getValue()));
                    assertThat(report.sections())
                            .extracting(Report.Section::id)
                            .doesNotHaveDuplicates()
                            .contains("summary", "health", "methods");
                    assertThat(report.sections()).allSatisfy(section -> assertThat(section.blocks())
                            .as(section.title())
                            .isNotEmpty());
                }));
    }

    @Test
    void aStudyOfOneObjectiveIsToldToItsEnd() {
        assertThat(titles(SampleStudies.network(300, 7)))
                .contains("How good it really is", "What to look after", "What mattered", "What next");
    }

    @Test
    void whatMatteredIsSaidInWords() {
        assertThat(points(SampleStudies.network(300, 7), "mattered")).contains("learning rate: most important");
    }

    @Test
    void ofAFrontItIsSaidWhatOneObjectiveCostsOfAnother() {
        var study = SampleStudies.tradeOff(60, 2, 3);

        assertThat(titles(study)).contains("What one objective costs of another");
        assertThat(points(study, "trust")).contains("error").contains("size");
    }

    private static Told told(Judged judged) {
        return new Told(
                SampleStudies.network(60, 2),
                Optional.empty(),
                Optional.empty(),
                Optional.of(judged),
                new Told.Circumstances(
                        "2026-11-22 07:00", "1", "Java 17, Linux", "", List.of("No result is in /there.")));
    }

    private static List<String> pictures(Told told, String id) {
        return Reporter.of(told).sections().stream()
                .filter(section -> section.id().equals(id))
                .flatMap(section -> section.blocks().stream())
                .filter(Block.Picture.class::isInstance)
                .map(block -> ((Block.Picture) block).chart().name())
                .toList();
    }

    @Test
    void whatTheWinnerSaysOfTheTestItemsIsDrawn() {
        assertThat(pictures(told(SampleResults.classes(3, 200, 1)), "predictions"))
                .containsExactly("confusion", "classes", "mistakes", "calibration", "precision-recall", "roc");
        assertThat(pictures(told(SampleResults.numbers(300, 5)), "predictions"))
                .containsExactly("mistakes", "predicted-true", "residuals");
        assertThat(titles(SampleStudies.network(60, 2))).doesNotContain("What it gets right and wrong");
    }

    @Test
    void whatCouldNotBeToldIsSaidAtTheBeginning() {
        var summary =
                Reporter.of(told(SampleResults.numbers(300, 5))).sections().get(0);

        assertThat(summary.blocks().toString()).contains("No result is in /there.");
    }

    @Test
    void whereAllTrialsFailedThatIsTheFirstThingToLookAfter() {
        assertThat(points(SampleStudies.failed(40), "health"))
                .contains("WARNING")
                .contains("fail");
    }
}
