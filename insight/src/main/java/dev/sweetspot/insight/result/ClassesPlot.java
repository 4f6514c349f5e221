package dev.sweetspot.insight.result;

import dev.sweetspot.data.metric.ClassificationReport;
import dev.sweetspot.data.metric.ClassificationReport.ClassScore;
import dev.sweetspot.data.metric.Interval;
import dev.sweetspot.insight.chart.Chart;
import dev.sweetspot.insight.chart.Drawing;
import dev.sweetspot.insight.chart.Panel;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A row for each class, the worst first: how many items, how many of them found, and what they are taken for instead. */
public final class ClassesPlot implements ResultPlot {
    private static final int ROWS = 100;

    @Override
    public String name() {
        return "classes";
    }

    @Override
    public String question() {
        return "Which classes are hard, and what are they taken for?";
    }

    @Override
    public Drawing draw(Judged judged) {
        return judged.classes()
                .<Drawing>map(report -> new Drawing.Drawn(chart(report)))
                .orElseGet(() -> new Drawing.Nothing(judged.needs("classes")));
    }

    private Chart chart(ClassificationReport report) {
        int all = report.classes().size();
        var rows = IntStream.range(0, all)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        c -> report.classes().get(c).scores().f1()))
                .limit(ROWS)
                .map(c -> row(report, c))
                .toList();
        var caption =
                "Recall is the share of the items of a class that were found, with its 95 % interval; precision is the share of what was "
                        + "taken for it that is of it; F1 is their harmonic mean. The worst class comes first."
                        + (all > ROWS ? " " + ROWS + " of " + all + " classes are listed, the worst." : "");
        var head = List.of("class", "items", "recall", "from", "to", "precision", "F1", "most often taken for");
        return new Chart(name(), "Classes", caption, new Panel.Table("", head, rows));
    }

    private static List<String> row(ClassificationReport report, int c) {
        var score = report.classes().get(c);
        boolean any = score.support() > 0;
        var interval = any ? Interval.wilson(report.confusion()[c][c], score.support()) : new Interval(0, 1);
        return List.of(
                score.name(),
                Integer.toString(score.support()),
                any ? share(score.scores().recall()) : "",
                any ? share(interval.low()) : "",
                any ? share(interval.high()) : "",
                share(score.scores().precision()),
                share(score.scores().f1()),
                takenFor(report, c));
    }

    private static String share(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    /** "dog (3)"; nothing where all were found. */
    private static String takenFor(ClassificationReport report, int c) {
        var counts = report.confusion()[c];
        return IntStream.range(0, counts.length)
                .filter(other -> other != c && counts[other] > 0)
                .boxed()
                .max(Comparator.<Integer>comparingInt(other -> counts[other]).thenComparing(other -> -other))
                .map(other -> {
                    ClassScore taken = report.classes().get(other);
                    return taken.name() + " (" + counts[other] + ")";
                })
                .orElse("");
    }
}
