package dev.sweetspot.cli;

import dev.sweetspot.cli.live.Difference;
import dev.sweetspot.data.learner.Learner;
import dev.sweetspot.data.metric.ClassificationReport;
import dev.sweetspot.data.metric.ClassificationReport.Scores;
import dev.sweetspot.data.metric.Interval;
import dev.sweetspot.job.Measured;
import dev.sweetspot.job.Standard;
import dev.sweetspot.job.TuneResult;
import dev.sweetspot.space.SpaceForms;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The result of a job for people. */
final class TuneWords {
    /** A larger table would be wider than most windows. */
    private static final int MOST_CLASSES_CONFUSED = 12;

    private static final int WIDTH = 96;

    private final StudySpec spec;
    private final Learner learner;
    private final TuneResult result;

    TuneWords(StudySpec spec, Learner learner, TuneResult result) {
        this.spec = spec;
        this.learner = learner;
        this.result = result;
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        var configuration = result.winner().configuration();
        lines.add("The best configuration, trial " + result.best().number() + " of "
                + result.history().size() + ":");
        lines.addAll(wrapped(learner.inWords(configuration)));
        if (!(result.standard() instanceof Standard.Won)) {
            lines.addAll(wrapped("It differs from the default in "
                    + new Difference(spec).inWords(configuration, Integer.MAX_VALUE) + "."));
        }
        lines.add("");
        Yaml.write(SpaceForms.toForm(configuration)).lines().forEach(line -> lines.add("  " + line));
        lines.add("");
        lines.add(measured("Winner ", result.winner()));
        result.standard().measured().ifPresent(standard -> lines.add(measured("Default", standard)));
        lines.add(result.verdict());
        lines.add("");
        lines.addAll(classes(result.winner().test()));
        lines.addAll(confusion(result.winner().test()));
        lines.addAll(result.winner().test().notes());
        return lines;
    }

    private static List<String> wrapped(String text) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder(" ");
        for (var word : text.split(" ", -1)) {
            if (line.length() + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(" ");
            }
            line.append(' ').append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static String measured(String who, Measured measured) {
        var test = measured.test();
        return who + " on " + test.n() + " test images: accuracy " + share(test.accuracy(), test.interval())
                + ", balanced accuracy " + share(test.balancedAccuracy(), test.balancedInterval());
    }

    private static String share(double value, Interval interval) {
        return String.format(Locale.ROOT, "%.4f (95 %%: %.4f to %.4f)", value, interval.low(), interval.high());
    }

    private static List<String> classes(ClassificationReport test) {
        var lines = new ArrayList<String>();
        lines.add(
                String.format(Locale.ROOT, "  %-24s %9s %9s %9s %8s", "class", "precision", "recall", "F1", "images"));
        for (var score : test.classes()) {
            lines.add(row(name(score.name(), 24), score.scores(), score.support()));
        }
        lines.add(row("mean over classes", test.macro(), test.n()));
        lines.add(row("mean over images", test.weighted(), test.n()));
        return lines;
    }

    private static String row(String name, Scores scores, int images) {
        return String.format(
                Locale.ROOT,
                "  %-24s %9.3f %9.3f %9.3f %8d",
                name,
                scores.precision(),
                scores.recall(),
                scores.f1(),
                images);
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
