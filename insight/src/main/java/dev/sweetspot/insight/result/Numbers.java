package dev.sweetspot.insight.result;

import dev.sweetspot.data.metric.RegressionReport;
import dev.sweetspot.insight.Evenly;
import dev.sweetspot.insight.chart.Chart;
import dev.sweetspot.insight.chart.Drawing;
import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.insight.chart.Series;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The items of a regression that are drawn: those whose prediction is a finite number, thinned. */
final class Numbers {
    private final RegressionReport report;
    private final int[] places;
    private final int finite;

    private Numbers(RegressionReport report, int[] places, int finite) {
        this.report = report;
        this.places = places;
        this.finite = finite;
    }

    /** A picture of the predicted numbers, where there are any. */
    static Drawing drawn(Judged judged, Function<Numbers, Chart> chart) {
        var report = judged.numbers();
        if (report.isEmpty()) {
            return new Drawing.Nothing(judged.needs("numbers"));
        }
        var items = of(report.get());
        return items.places.length == 0
                ? new Drawing.Nothing("no prediction is a number")
                : new Drawing.Drawn(chart.apply(items));
    }

    private static Numbers of(RegressionReport report) {
        var finite = IntStream.range(0, report.n())
                .filter(i -> Double.isFinite(report.predictions().values()[i]))
                .toArray();
        var places = Arrays.stream(Evenly.places(finite.length, Layer.MOST - 2))
                .map(i -> finite[i])
                .toArray();
        return new Numbers(report, places, finite.length);
    }

    /** What is predicted. */
    String name() {
        return report.predictions().targetName();
    }

    Series truth() {
        return Series.of(
                Arrays.stream(places).mapToDouble(i -> report.truth()[i]).toArray());
    }

    Series said() {
        return Series.of(Arrays.stream(places)
                .mapToDouble(i -> report.predictions().values()[i])
                .toArray());
    }

    Layer.About about() {
        return new Layer.About(
                Series.of(),
                Arrays.stream(places)
                        .mapToObj(report.predictions().names()::get)
                        .toList());
    }

    String note() {
        int broken = report.n() - finite;
        return (broken > 0 ? " " + broken + " predictions are not numbers and have no place." : "")
                + (places.length < finite
                        ? " " + places.length + " of " + finite + " items are drawn, evenly picked."
                        : "");
    }
}
