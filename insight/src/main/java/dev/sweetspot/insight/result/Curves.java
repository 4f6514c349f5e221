package dev.sweetspot.insight.result;

import dev.sweetspot.data.metric.ClassificationReport;
import dev.sweetspot.insight.Evenly;
import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.insight.chart.Role;
import dev.sweetspot.insight.chart.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What a model's answers are worth as one asks for more or less certainty: for each class, how many items of it and how many
 * others are found with at least each probability. Classes that all items are of, or none, have no curve.
 */
final class Curves {
    /** More lines cannot be told apart. */
    static final int CLASSES = 10;

    private Curves() {}

    /**
     * One class: from nothing on, after each different probability, the highest first, how many items of it and how many others have at least
     * that.
     */
    @SuppressWarnings("ArrayRecordComponent") // columns of primitives, never compared
    record Counts(String name, int[] hits, int[] misses) {
        int of() {
            return hits[hits.length - 1];
        }

        int others() {
            return misses[misses.length - 1];
        }
    }

    /** All classes that some items are of and others are not. */
    static List<Counts> of(ClassificationReport report) {
        return IntStream.range(0, report.classes().size())
                .mapToObj(c -> counts(report, c))
                .filter(counts -> counts.of() > 0 && counts.others() > 0)
                .toList();
    }

    /** What is not a number counts as probability 0. */
    private static Counts counts(ClassificationReport report, int c) {
        var order = IntStream.range(0, report.n())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -given(report, i, c)))
                .toList();
        var hits = IntStream.builder().add(0);
        var misses = IntStream.builder().add(0);
        int of = 0;
        int others = 0;
        for (int k = 0; k < order.size(); k++) {
            int item = order.get(k);
            of += report.truth()[item] == c ? 1 : 0;
            others += report.truth()[item] == c ? 0 : 1;
            boolean tied = k + 1 < order.size() && given(report, order.get(k + 1), c) == given(report, item, c);
            if (!tied) {
                hits.add(of);
                misses.add(others);
            }
        }
        return new Counts(
                report.classes().get(c).name(),
                hits.build().toArray(),
                misses.build().toArray());
    }

    private static double given(ClassificationReport report, int item, int c) {
        double given = report.predictions().probabilities()[item][c];
        return given > 0 ? given : 0;
    }

    /** A curve with its area. */
    record Curve(String name, double area, Series x, Series y) {}

    /** The worst of them in the order given, a layer each with its area in its name, thinned. */
    static List<Layer> layers(List<Curve> curves, Layer.Line.Form form) {
        var shown = curves.stream()
                .sorted(Comparator.comparingDouble(Curve::area))
                .limit(CLASSES)
                .toList();
        var layers = new ArrayList<Layer>();
        for (var curve : curves) {
            if (shown.contains(curve)) {
                var places = Evenly.places(curve.x().size(), Layer.MOST / (CLASSES + 1));
                layers.add(new Layer.Line(
                        String.format(Locale.ROOT, "%s (%.3f)", curve.name(), curve.area()),
                        Role.SERIES,
                        curve.x().at(places),
                        curve.y().at(places),
                        form));
            }
        }
        return layers;
    }

    /** " The 10 worst of 100 classes are drawn."; nothing where all are. */
    static String note(int all) {
        return all > CLASSES ? " The " + CLASSES + " worst of " + all + " classes are drawn." : "";
    }
}
