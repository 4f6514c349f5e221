package dev.sweetspot.insight.result;

import dev.sweetspot.data.metric.RegressionReport;
import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.insight.chart.Series;
import java.util.Arrays;
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

    static Numbers of(RegressionReport report) {
        var finite = IntStream.range(0, report.n())
                .filter(i -> Double.isFinite(report.predictions().values()[i]))
                .toArray();
        var places = Arrays.stream(Thinned.evenly(finite.length, Thinned.MOST - 2))
                .map(i -> finite[i])
                .toArray();
        return new Numbers(report, places, finite.length);
    }

    int[] places() {
        return places;
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
