package dev.sweetspot.insight.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Json;
import dev.sweetspot.insight.SampleStudies;
import dev.sweetspot.insight.paint.Scripts;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    private static Report wicked() {
        var text = EveryMark.WICKED;
        var rows = List.of(List.of(text));
        return new Report(
                text,
                text,
                List.of(new Report.Section(
                        "all",
                        text,
                        List.of(
                                Block.Words.of(text),
                                new Block.Points(List.of(new Block.Point(Block.Weight.WARNING, text, text))),
                                new Block.Facts(List.of(new Block.Fact(text, text))),
                                new Block.Grid(text, List.of(text), rows, false),
                                new Block.Grid(text, List.of(text), rows, true),
                                new Block.Quotation(text, true),
                                new Block.Picture(text, EveryMark.charts().get(0))))));
    }

    @Test
    void namesStayTextWhereverTheyStand() {
        var page = HtmlReport.of(wicked());

        assertThat(page).doesNotContain("window.caught=1</script>").doesNotContain("<img src=x");
        assertThat(page).contains("&lt;/script&gt;&lt;script&gt;window.caught=1");
        // The scripts of the page itself, and one for the data of its picture.
        assertThat(Pattern.compile("<script").matcher(page).results()).hasSize(3);
        assertThat(Pattern.compile("</script").matcher(page).results()).hasSize(3);
    }

    @Test
    void dataInThePageIsTheDataOfThePicture() {
        var page = HtmlReport.of(wicked());
        var data = Pattern.compile("<script type=\"application/json\">(.*?)</script>", Pattern.DOTALL)
                .matcher(page)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);

        assertThat(Json.parseMap(data, "picture").toString()).contains("window.caught=1");
    }

    @Test
    void itsPolicyAllowsItsOwnScriptsAndNothingFromElsewhere() {
        var page = HtmlReport.of(wicked());

        assertThat(page.substring(0, page.indexOf("<style>")))
                .contains("default-src 'none'; script-src 'sha256-")
                .doesNotContain("'unsafe-eval'")
                .doesNotContain("script-src 'unsafe-inline'");
        assertThat(page.replace(Scripts.library(), ""))
                .doesNotContain(" src=\"")
                .doesNotContain("<link");
    }

    @Test
    void aThousandTrialsTakeLessThanThreeMegabytes() {
        var page = HtmlReport.of(Reporter.of(ReportInBrowserTest.told(SampleStudies.network(1_000, 3))));

        assertThat(page.length()).isBetween(1_100_000, 3_000_000);
    }

    @Test
    void fiftyThousandTrialsTakeLessThanTenMegabytes() {
        var page = HtmlReport.of(Reporter.of(ReportInBrowserTest.told(SampleStudies.network(50_000, 3))));

        assertThat(page.length()).isLessThan(10_000_000);
    }
}
