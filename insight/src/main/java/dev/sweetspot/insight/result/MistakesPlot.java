package dev.sweetspot.insight.result;

import dev.sweetspot.data.metric.ClassificationReport;
import dev.sweetspot.data.metric.RegressionReport;
import dev.sweetspot.insight.chart.Chart;
import dev.sweetspot.insight.chart.Drawing;
import dev.sweetspot.insight.chart.Panel;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The items that the model was most wrong about: those whose true class it held least probable, or whose number it missed by most.
 * As images where they are some, else as a table.
 */
public final class MistakesPlot implements ResultPlot {
    private static final int MOST = 24;

    @Override
    public String name() {
        return "mistakes";
    }

    @Override
    public String question() {
        return "What does the model get most wrong, and is the label right?";
    }

    private record Mistake(int item, String name, String truth, String said, String size) {}

    @Override
    public Drawing draw(Judged judged) {
        var mistakes = judged.classes().map(MistakesPlot::ofClasses).or(() -> judged.numbers()
                .map(MistakesPlot::ofNumbers));
        if (mistakes.isEmpty()) {
            return new Drawing.Nothing(judged.needs("classes or numbers"));
        }
        if (mistakes.get().isEmpty()) {
            return new Drawing.Nothing(
                    "there is no mistake among " + judged.report().n() + " items");
        }
        var caption = (judged.classes().isPresent()
                        ? "The items whose true class the model held least probable, the worst first."
                        : "The items whose number the model missed by most, the worst first.")
                + " Look at these before anything else: where the label is wrong, the data are to be mended, not the model."
                + (judged.images().unseen().isEmpty()
                        ? ""
                        : " " + judged.images().unseen());
        var panel = panel(judged, mistakes.get());
        return new Drawing.Drawn(new Chart(name(), "Worst mistakes", caption, panel));
    }

    private static Panel panel(Judged judged, List<Mistake> mistakes) {
        var tiles = mistakes.stream()
                .flatMap(mistake -> judged
                        .images()
                        .png(mistake.item())
                        .map(png -> new Panel.Gallery.Tile(
                                png,
                                mistake.truth() + ", taken for " + mistake.said() + " (" + mistake.size() + "): "
                                        + mistake.name()))
                        .stream())
                .toList();
        return tiles.size() == mistakes.size()
                ? new Panel.Gallery("", tiles)
                : new Panel.Table(
                        "",
                        List.of("item", "true", "predicted", judged.classes().isPresent() ? "how sure" : "error"),
                        mistakes.stream()
                                .map(mistake ->
                                        List.of(mistake.name(), mistake.truth(), mistake.said(), mistake.size()))
                                .toList());
    }

    private static List<Mistake> ofClasses(ClassificationReport report) {
        var predictions = report.predictions();
        return IntStream.range(0, report.n())
                .filter(i -> predictions.predicted(i) != report.truth()[i])
                .boxed()
                .sorted(Comparator.comparingDouble(i -> known(predictions.probabilities()[i][report.truth()[i]])))
                .limit(MOST)
                .map(i -> new Mistake(
                        i,
                        predictions.names().get(i),
                        predictions.classNames().get(report.truth()[i]),
                        predictions.classNames().get(predictions.predicted(i)),
                        Math.round(100 * known(predictions.probabilities()[i][predictions.predicted(i)])) + " %"))
                .toList();
    }

    private static double known(double probability) {
        return probability > 0 ? probability : 0;
    }

    private static List<Mistake> ofNumbers(RegressionReport report) {
        var predictions = report.predictions();
        return IntStream.range(0, report.n())
                .filter(i -> predictions.values()[i] != report.truth()[i])
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -missed(predictions.values()[i] - report.truth()[i])))
                .limit(MOST)
                .map(i -> new Mistake(
                        i,
                        predictions.names().get(i),
                        digits(report.truth()[i]),
                        digits(predictions.values()[i]),
                        digits(predictions.values()[i] - report.truth()[i])))
                .toList();
    }

    /** What is not a number is as wrong as can be. */
    private static double missed(double error) {
        return Double.isNaN(error) ? Double.POSITIVE_INFINITY : Math.abs(error);
    }

    private static String digits(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
