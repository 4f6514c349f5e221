package dev.sweetspot.insight.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.insight.SampleStudies;
import dev.sweetspot.insight.Studied;
import java.util.List;
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

    @Test
    void whereAllTrialsFailedThatIsTheFirstThingToLookAfter() {
        assertThat(points(SampleStudies.failed(40), "health"))
                .contains("WARNING")
                .contains("fail");
    }
}
