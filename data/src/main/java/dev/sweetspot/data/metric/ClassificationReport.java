package dev.sweetspot.data.metric;

import dev.sweetspot.data.Task;
import dev.sweetspot.trial.Direction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How good predicted classes are.
 *
 * @param predictions that are judged
 * @param truth the class of each item
 * @param accuracy share of items whose class was predicted
 * @param interval 95 % interval of the accuracy
 * @param balancedAccuracy mean recall over the classes that occur
 * @param balancedInterval 95 % interval of the balanced accuracy
 * @param logLoss mean of -ln(probability of the true class), probabilities clipped at 1e-7
 * @param classes each class
 * @param macro plain means over classes that occur or were predicted
 * @param weighted means weighted by support
 * @param confusion rows are true classes, columns predicted ones
 * @param notes what a person should know: classes that were never predicted
 */
@SuppressWarnings("ArrayRecordComponent") // a table of primitives, never compared
public record ClassificationReport(
        ClassProbabilities predictions,
        int[] truth,
        double accuracy,
        Interval interval,
        double balancedAccuracy,
        Interval balancedInterval,
        double logLoss,
        List<ClassScore> classes,
        Scores macro,
        Scores weighted,
        int[][] confusion,
        List<String> notes)
        implements Report {
    private static final double CLIP = 1e-7;

    /** Precision, recall and F1. */
    public record Scores(double precision, double recall, double f1) {}

    /** One class and how many items it has. */
    public record ClassScore(String name, Scores scores, int support) {}

    /** Keeps copies. */
    public ClassificationReport {
        classes = List.copyOf(classes);
        notes = List.copyOf(notes);
    }

    /**
     * Computes it. A class that is never predicted has precision 0, a class without items recall 0, both with a note:
     * never NaN.
     *
     * @param truth the class of each item
     */
    public static ClassificationReport of(ClassProbabilities predictions, int[] truth) {
        int n = truth.length;
        if (n == 0 || n != predictions.names().size()) {
            throw new IllegalArgumentException(
                    n + " true classes for " + predictions.names().size() + " predictions");
        }
        int count = predictions.classNames().size();
        var confusion = new int[count][count];
        double loss = 0;
        int correct = 0;
        int broken = 0;
        for (int i = 0; i < n; i++) {
            int predicted = predictions.predicted(i);
            confusion[truth[i]][predicted]++;
            correct += predicted == truth[i] ? 1 : 0;
            double given = predictions.probabilities()[i][truth[i]];
            broken += Double.isNaN(given) ? 1 : 0;
            loss -= Math.log(Double.isNaN(given) ? CLIP : Math.max(CLIP, Math.min(1 - CLIP, given)));
        }
        var notes = new ArrayList<String>();
        if (broken > 0) {
            notes.add(broken + " probabilities are not numbers and count as " + CLIP + ": the training went astray.");
        }
        var classes = new ArrayList<ClassScore>();
        for (int c = 0; c < count; c++) {
            classes.add(score(predictions.classNames().get(c), confusion, c, notes));
        }
        var present = classes.stream().filter(score -> score.support() > 0).toList();
        double balanced = present.stream()
                .mapToDouble(score -> score.scores().recall())
                .average()
                .orElse(0);
        return new ClassificationReport(
                predictions,
                truth,
                (double) correct / n,
                Interval.wilson(correct, n),
                balanced,
                Interval.ofMean(
                        balanced,
                        present.stream()
                                .mapToDouble(score -> score.scores().recall())
                                .toArray(),
                        present.stream().mapToInt(ClassScore::support).toArray()),
                loss / n,
                classes,
                mean(classes, confusion, false),
                mean(classes, confusion, true),
                confusion,
                notes);
    }

    @Override
    public int n() {
        return truth.length;
    }

    @Override
    public List<String> usual() {
        return List.of("accuracy", "balanced_accuracy", "log_loss");
    }

    @Override
    public Task.Kind kind() {
        return Task.Kind.CLASSIFICATION;
    }

    /** By balanced accuracy: it cannot be had by knowing only which class is common. */
    @Override
    public Figure leading() {
        return new Figure("balanced_accuracy", Direction.MAXIMIZE, balancedAccuracy, balancedInterval);
    }

    private static ClassScore score(String name, int[][] confusion, int c, List<String> notes) {
        int hits = confusion[c][c];
        int support = 0;
        int predicted = 0;
        for (int other = 0; other < confusion.length; other++) {
            support += confusion[c][other];
            predicted += confusion[other][c];
        }
        if (predicted == 0) {
            notes.add(name + " was never predicted: its precision counts as 0.");
        }
        if (support == 0) {
            notes.add(name + " has no items here: its recall counts as 0.");
        }
        double precision = predicted == 0 ? 0 : (double) hits / predicted;
        double recall = support == 0 ? 0 : (double) hits / support;
        double f1 = hits == 0 ? 0 : 2 * precision * recall / (precision + recall);
        return new ClassScore(name, new Scores(precision, recall, f1), support);
    }

    private static Scores mean(List<ClassScore> classes, int[][] confusion, boolean bySupport) {
        double total = 0;
        double precision = 0;
        double recall = 0;
        double f1 = 0;
        for (int c = 0; c < confusion.length; c++) {
            var score = classes.get(c);
            int column = c;
            boolean met = score.support() > 0 || Arrays.stream(confusion).anyMatch(row -> row[column] > 0);
            double weight = bySupport ? score.support() : met ? 1 : 0;
            total += weight;
            precision += weight * score.scores().precision();
            recall += weight * score.scores().recall();
            f1 += weight * score.scores().f1();
        }
        return new Scores(precision / total, recall / total, f1 / total);
    }
}
