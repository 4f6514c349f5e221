package dev.sweetspot.insight.result;

import dev.sweetspot.data.metric.ClassProbabilities;
import dev.sweetspot.data.metric.ClassificationReport;
import dev.sweetspot.data.metric.PredictedValues;
import dev.sweetspot.data.metric.ReconstructionReport;
import dev.sweetspot.data.metric.Reconstructions;
import dev.sweetspot.data.metric.RegressionReport;
import dev.sweetspot.insight.chart.Chart;
import dev.sweetspot.insight.chart.Drawing;
import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.insight.chart.Panel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Predictions of each kind, for whatever has to cope with all of them. */
public final class SampleResults {
    private SampleResults() {}

    /** Each kind by its name. */
    public static Map<String, Judged> all() {
        var all = new LinkedHashMap<String, Judged>();
        all.put("three classes", classes(3, 200, 1));
        all.put("two classes, one item each", classes(2, 2, 2));
        all.put("a hundred classes", classes(100, 3_000, 3));
        all.put("very many items", classes(12, 60_000, 4));
        all.put("perfect", new Judged(report(new float[][] {{1, 0}, {0, 1}}, 0, 1)));
        all.put("one class alone", new Judged(report(new float[][] {{0.6f, 0.4f}, {0.2f, 0.8f}}, 0, 0)));
        all.put("not a number", new Judged(report(new float[][] {{Float.NaN, Float.NaN}, {0.2f, 0.8f}}, 0, 1)));
        all.put("numbers", numbers(300, 5));
        all.put("very many numbers", numbers(30_000, 6));
        all.put("numbers that are none", new Judged(regression(new double[] {Double.NaN, 2}, 1, 2)));
        all.put(
                "reconstructions",
                new Judged(ReconstructionReport.of(
                        new Reconstructions(List.of("a"), new double[] {1}, new double[] {1}, new double[] {2}))));
        return all;
    }

    static ClassificationReport report(float[][] probabilities, int... truth) {
        return ClassificationReport.of(
                new ClassProbabilities(names(truth.length), classNames(probabilities[0].length), probabilities), truth);
    }

    static RegressionReport regression(double[] said, double... truth) {
        return RegressionReport.of(new PredictedValues(names(truth.length), "age", said), truth);
    }

    private static List<String> names(int n) {
        return IntStream.range(0, n).mapToObj(i -> "item " + i).toList();
    }

    private static List<String> classNames(int n) {
        return IntStream.range(0, n).mapToObj(c -> "class " + c).toList();
    }

    /** The true class has a somewhat larger score, then the scores are made probabilities. */
    public static Judged classes(int classes, int items, long seed) {
        var random = new SplittableRandom(seed);
        var truth = new int[items];
        var probabilities = new float[items][classes];
        for (int i = 0; i < items; i++) {
            truth[i] = i % classes;
            double sum = 0;
            for (int c = 0; c < classes; c++) {
                probabilities[i][c] = (float) Math.exp(random.nextGaussian() + (c == truth[i] ? 1.5 : 0));
                sum += probabilities[i][c];
            }
            for (int c = 0; c < classes; c++) {
                probabilities[i][c] /= (float) sum;
            }
        }
        return new Judged(report(probabilities, truth));
    }

    public static Judged numbers(int items, long seed) {
        var random = new SplittableRandom(seed);
        var truth = random.doubles(items, 20, 80).toArray();
        var said = IntStream.range(0, items)
                .mapToDouble(i -> truth[i] + 5 * random.nextGaussian())
                .toArray();
        return new Judged(regression(said, truth));
    }

    static Chart chart(ResultPlot plot, Judged judged) {
        return ((Drawing.Drawn) plot.draw(judged)).chart();
    }

    static <L extends Layer> L layer(Chart chart, int panel, Class<L> kind, String begin) {
        return ((Panel.Plane) chart.panels().get(panel))
                .layers().stream()
                        .filter(layer -> kind.isInstance(layer) && layer.name().startsWith(begin))
                        .map(kind::cast)
                        .findFirst()
                        .orElseThrow();
    }
}
