package dev.sweetspot.data.split;

import dev.sweetspot.data.Moments;
import dev.sweetspot.data.Parts;
import dev.sweetspot.form.InvalidInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts by time: what comes last is the test part; what comes before is cut into blocks, of which each validates a training on
 * all blocks before it (an expanding window: Tashman 2000, International Journal of Forecasting 16, "rolling origin"). Items of
 * one moment stay together, and the last few moments before whatever is judged by may be left out.
 */
record TimeCut(Moments moments) {
    /** The parts: the test part the last in time, the validation part the last before that. */
    Parts parts(int[] items, double testShare, double validationShare) {
        int[] test = last(items, testShare);
        int[] before = before(items, first(test), moments.gap());
        return validated(before, validationShare, test);
    }

    /** The same of a test part that is given, and of what was before it. */
    Parts validated(int[] before, double validationShare, int[] test) {
        int[] validation = last(before, validationShare);
        return new Parts(before(before, first(validation), 0), validation, test);
    }

    /**
     * The pair by which one validation part judges: training without the gap.
     *
     * @throws InvalidInputException when the gap leaves nothing to train on
     */
    Parts pair(Parts parts) {
        int[] training = before(parts.training(), first(parts.validation()), moments.gap());
        if (training.length == 0) {
            throw new InvalidInputException(
                    "gap",
                    moments.gap(),
                    "leaves nothing to learn from before the validation part, by " + moments.name(),
                    "a smaller one?");
        }
        return new Parts(training, parts.validation(), parts.test());
    }

    /**
     * So many windows, the shortest first.
     *
     * @throws InvalidInputException when there are too few moments for them
     */
    List<Parts> windows(Parts parts, int folds) {
        int[] items = parts.trainingAndValidation();
        var sorted = Arrays.stream(items).mapToDouble(moments::of).sorted().toArray();
        var windows = new ArrayList<Parts>();
        double from = Double.NEGATIVE_INFINITY;
        for (int fold = 0; fold < folds; fold++) {
            // Moments of many items move the ends of blocks, but never past each other.
            double begin = Math.max(sorted[(int) ((long) (fold + 1) * sorted.length / (folds + 1))], from);
            double end = fold == folds - 1
                    ? Double.POSITIVE_INFINITY
                    : sorted[(int) ((long) (fold + 2) * sorted.length / (folds + 1))];
            int[] training = before(items, begin, moments.gap());
            int[] validation = Arrays.stream(items)
                    .filter(item -> moments.of(item) >= begin && moments.of(item) < end)
                    .toArray();
            if (training.length == 0 || validation.length == 0) {
                throw tooFew(items, folds);
            }
            windows.add(new Parts(training, validation, parts.test()));
            from = end;
        }
        return windows;
    }

    private InvalidInputException tooFew(int[] items, int folds) {
        return new InvalidInputException(
                "folds",
                folds,
                "is more than the " + moments.different(items).length + " different values of " + moments.name()
                        + " to learn from allow" + (moments.gap() > 0 ? ", with a gap of " + moments.gap() : ""),
                "fewer?");
    }

    private double first(int[] items) {
        return Arrays.stream(items).mapToDouble(moments::of).min().orElse(Double.POSITIVE_INFINITY);
    }

    /** Those of at least the last share, but never all: from a moment on. */
    private int[] last(int[] items, double share) {
        var sorted = Arrays.stream(items).mapToDouble(moments::of).sorted().toArray();
        if (sorted.length == 0) {
            return new int[0];
        }
        int place = Math.min(sorted.length - 1, (int) Math.round(sorted.length * (1 - share)));
        double from = sorted[place];
        if (from == sorted[0]) {
            // More than the share are of the first moment: what comes after it, if anything does.
            from = Arrays.stream(sorted)
                    .filter(moment -> moment > sorted[0])
                    .findFirst()
                    .orElse(Double.POSITIVE_INFINITY);
        }
        double begin = from;
        return Arrays.stream(items).filter(item -> moments.of(item) >= begin).toArray();
    }

    /** Those before a moment, without the last few moments before it. */
    private int[] before(int[] items, double moment, int without) {
        int[] earlier =
                Arrays.stream(items).filter(item -> moments.of(item) < moment).toArray();
        var different = moments.different(earlier);
        double until =
                different.length > without ? different[different.length - 1 - without] : Double.NEGATIVE_INFINITY;
        return Arrays.stream(earlier).filter(item -> moments.of(item) <= until).toArray();
    }
}
