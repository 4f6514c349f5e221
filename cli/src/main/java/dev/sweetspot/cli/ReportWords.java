package dev.sweetspot.cli;

import dev.sweetspot.data.metric.ClassificationReport;
import dev.sweetspot.data.metric.ClassificationReport.Scores;
import dev.sweetspot.data.metric.GenerationReport;
import dev.sweetspot.data.metric.Interval;
import dev.sweetspot.data.metric.ReconstructionReport;
import dev.sweetspot.data.metric.RegressionReport;
import dev.sweetspot.data.metric.Report;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How good a model is, for people. */
final class ReportWords {
    /** A larger table would be wider than most windows. */
    private static final int MOST_CLASSES_CONFUSED = 12;

    private ReportWords() {}

    /** The main figures in one line. */
    static String figures(Report report) {
        if (report instanceof ClassificationReport test) {
            return "accuracy " + share(test.accuracy(), test.interval()) + ", balanced accuracy "
                    + share(test.balancedAccuracy(), test.balancedInterval());
        }
        if (report instanceof GenerationReport test) {
            return "Frechet distance " + number(test.distance(), test.interval()) + "; of real images "
                    + digits(test.realDistance());
        }
        if (report instanceof ReconstructionReport test) {
            return "squared error " + number(test.mse().value(), test.mse().interval()) + ", " + kept(test);
        }
        var test = (RegressionReport) report;
        return "RMSE " + number(test.rmse(), test.rmseInterval()) + ", R2 " + share(test.r2(), test.r2Interval());
    }

    /**
     * All of it, as lines.
     *
     * @param noun what the items are: "images"
     */
    static List<String> details(Report report, String noun) {
        if (report instanceof ClassificationReport test) {
            var lines = classes(test, noun);
            lines.addAll(confusion(test));
            return lines;
        }
        if (report instanceof GenerationReport test) {
            return List.of(
                    String.format(
                            Locale.ROOT,
                            "  between %,d drawn images and %,d of the test part:",
                            test.drawn(),
                            test.n()),
                    "  Frechet distance         " + number(test.distance(), test.interval()),
                    "  of real images           " + digits(test.realDistance())
                            + ", which a perfect winner would reach");
        }
        if (report instanceof ReconstructionReport test) {
            return List.of(
                    "  of reconstructions, in standard deviations of the data:",
                    "  mean squared error       "
                            + number(test.mse().value(), test.mse().interval()),
                    "  mean absolute error      "
                            + number(test.mae().value(), test.mae().interval()),
                    "  median squared error     "
                            + number(test.median().value(), test.median().interval()),
                    "  R2                       "
                            + share(test.r2().value(), test.r2().interval()));
        }
        var test = (RegressionReport) report;
        return List.of(
                "  root mean squared error  " + number(test.rmse(), test.rmseInterval()),
                "  mean absolute error      " + number(test.mae(), test.maeInterval()),
                "  median absolute error    " + number(test.medianAbsoluteError(), test.medianInterval()),
                "  R2                       " + share(test.r2(), test.r2Interval()));
    }

    /** What reconstructions keep of what differs between items. */
    private static String kept(ReconstructionReport test) {
        return String.format(
                Locale.ROOT, "%.1f %% of all differences kept", 100 * test.r2().value());
    }

    private static String number(double value, Interval interval) {
        return digits(value) + " (95 %: " + digits(interval.low()) + " to " + digits(interval.high()) + ")";
    }

    /** Five digits that count. */
    private static String digits(double value) {
        double size = Math.abs(value);
        var rounded = new BigDecimal(value).round(new MathContext(5));
        return size != 0 && (size < 1e-4 || size >= 1e9) ? rounded.toString() : rounded.toPlainString();
    }

    private static String share(double value, Interval interval) {
        return String.format(Locale.ROOT, "%.4f (95 %%: %.4f to %.4f)", value, interval.low(), interval.high());
    }

    private static List<String> classes(ClassificationReport test, String noun) {
        var lines = new ArrayList<String>();
        lines.add(String.format(Locale.ROOT, "  %-24s %9s %9s %9s %8s", "class", "precision", "recall", "F1", noun));
        for (var score : test.classes()) {
            lines.add(row(name(score.name(), 24), score.scores(), score.support()));
        }
        lines.add(row("mean over classes", test.macro(), test.n()));
        lines.add(row("mean over " + noun, test.weighted(), test.n()));
        return lines;
    }

    private static String row(String name, Scores scores, int items) {
        return String.format(
                Locale.ROOT,
                "  %-24s %9.3f %9.3f %9.3f %8d",
                name,
                scores.precision(),
                scores.recall(),
                scores.f1(),
                items);
    }

    private static List<String> confusion(ClassificationReport test) {
        int count = test.classes().size();
        if (count > MOST_CLASSES_CONFUSED) {
            return List.of();
        }
        var lines = new ArrayList<String>(List.of("", "  rows: what it is; columns: what the winner says"));
        var head = new StringBuilder("  " + " ".repeat(16));
        test.classes().forEach(score -> head.append(String.format(Locale.ROOT, " %8s", name(score.name(), 8))));
        lines.add(head.toString());
        for (int i = 0; i < count; i++) {
            var line = new StringBuilder(String.format(
                    Locale.ROOT, "  %-16s", name(test.classes().get(i).name(), 16)));
            for (int said : test.confusion()[i]) {
                line.append(String.format(Locale.ROOT, " %8s", said == 0 ? "." : String.valueOf(said)));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private static String name(String text, int width) {
        var oneLine = text.replaceAll("\\p{Cntrl}", "?");
        return oneLine.length() <= width ? oneLine : oneLine.substring(0, width - 1) + "~";
    }
}
