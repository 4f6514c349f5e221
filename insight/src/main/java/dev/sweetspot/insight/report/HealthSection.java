package dev.sweetspot.insight.report;

import dev.sweetspot.insight.health.Finding;
import dev.sweetspot.insight.health.HealthChecks;
import dev.sweetspot.insight.report.Report.Section;
import java.util.List;

/** What checks found that a person should look after. */
final class HealthSection {
    private HealthSection() {}

    static Section of(Told told) {
        var points = HealthChecks.findings(told.studied()).stream()
                .map(finding -> new Block.Point(weight(finding), finding.sentence(), finding.advice()))
                .toList();
        var healthy = new Block.Point(
                Block.Weight.GOOD,
                "None of " + HealthChecks.installed().size() + " checks found anything wrong with the search.",
                "");
        return new Section(
                "health",
                "What to look after",
                List.of(new Block.Points(points.isEmpty() ? List.of(healthy) : points)));
    }

    private static Block.Weight weight(Finding finding) {
        return finding.severity() == Finding.Severity.NOTE ? Block.Weight.NOTE : Block.Weight.WARNING;
    }
}
