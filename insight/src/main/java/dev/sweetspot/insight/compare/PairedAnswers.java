package dev.sweetspot.insight.compare;

import dev.sweetspot.insight.compare.Answers.Answer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * What two winners said of the same items, item by item: that both are good at easy items and bad at hard ones cancels out, so
 * far smaller differences are seen than by two intervals beside each other.
 *
 * @param pairs at least one
 * @param classes whether the answers are classes, else numbers
 */
public record PairedAnswers(List<Pair> pairs, boolean classes) {
    private static final double Z = 1.959963984540054;
    private static final int RESAMPLES = 10_000;
    /** The interval of a bootstrap over fewer items is too narrow to mean what it says. */
    private static final int LEAST_FOR_NUMBERS = 20;

    /** What both said of one item. */
    public record Pair(Answer first, Answer second) {}

    /** Keeps a copy. */
    public PairedAnswers {
        pairs = List.copyOf(pairs);
    }

    /** Of the items that are in both; empty where there are none, or where the same name has another truth. */
    public static Optional<PairedAnswers> of(Answers first, Answers second) {
        var pairs = new ArrayList<Pair>();
        for (var entry : first.items().entrySet()) {
            var other = second.items().get(entry.getKey());
            if (other != null) {
                if (!other.truth().equals(entry.getValue().truth())) {
                    return Optional.empty();
                }
                pairs.add(new Pair(entry.getValue(), other));
            }
        }
        return pairs.isEmpty() || first.classes() != second.classes()
                ? Optional.empty()
                : Optional.of(new PairedAnswers(pairs, first.classes()));
    }

    /** On how many items only the first is right. */
    public int onlyFirst() {
        return (int) pairs.stream()
                .filter(pair -> pair.first().right() && !pair.second().right())
                .count();
    }

    /** On how many items only the second is right. */
    public int onlySecond() {
        return (int) pairs.stream()
                .filter(pair -> pair.second().right() && !pair.first().right())
                .count();
    }

    /**
     * How probable it is that two equally good models disagree so unequally: McNemar's test, exact and two-sided, on the items
     * that only one has right (McNemar 1947).
     */
    public double chance() {
        int few = Math.min(onlyFirst(), onlySecond());
        int n = onlyFirst() + onlySecond();
        double sum = 0;
        double term = -n * Math.log(2);
        for (int k = 0; k <= few; k++) {
            sum += Math.exp(term);
            term += Math.log((double) (n - k) / (k + 1));
        }
        return Math.min(1, 2 * sum);
    }

    /**
     * The difference in a figure that can be compared item by item; that of accuracy, or of the root mean squared error, where
     * the figure wanted is another. Shares by the adjusted interval of Bonett and Price (2012), which stays honest where the
     * two disagree on few items or none; errors by a percentile bootstrap over the items, always with the same seed.
     *
     * @return empty where there are too few items to say how sure it is
     */
    public Optional<Difference> difference(String wanted) {
        if (classes) {
            return Optional.of(wanted.equals("balanced_accuracy") ? balancedAccuracy() : accuracy());
        }
        if (pairs.size() < LEAST_FOR_NUMBERS) {
            return Optional.empty();
        }
        return Optional.of(
                wanted.equals("mae")
                        ? ofErrors("mae", Math::abs, mean -> mean)
                        : ofErrors("rmse", error -> error * error, Math::sqrt));
    }

    private Difference accuracy() {
        return ofShares("accuracy", List.of(pairs));
    }

    private Difference balancedAccuracy() {
        var classes = new LinkedHashMap<String, List<Pair>>();
        pairs.forEach(pair -> classes.computeIfAbsent(pair.first().truth(), unused -> new ArrayList<>())
                .add(pair));
        return ofShares("balanced accuracy", List.copyOf(classes.values()));
    }

    /** Of the mean over groups of the share of items that are right. */
    private static Difference ofShares(String figure, List<List<Pair>> groups) {
        double first = 0;
        double second = 0;
        double centre = 0;
        double variance = 0;
        for (var group : groups) {
            var answers = new PairedAnswers(group, true);
            int n = group.size();
            first += share(group, pair -> pair.first().right() ? 1 : 0);
            second += share(group, pair -> pair.second().right() ? 1 : 0);
            // One disagreement more of each kind, among two items more.
            double only = (answers.onlyFirst() + 1.0) / (n + 2);
            double other = (answers.onlySecond() + 1.0) / (n + 2);
            centre += only - other;
            variance += (only + other - (only - other) * (only - other)) / (n + 2);
        }
        int k = groups.size();
        double half = Z * Math.sqrt(variance) / k;
        return new Difference(
                figure, first / k, second / k, Math.max(-1, centre / k - half), Math.min(1, centre / k + half), true);
    }

    private static double share(List<Pair> group, ToDoubleFunction<Pair> right) {
        return group.stream().mapToDouble(right).average().orElse(0);
    }

    private Difference ofErrors(String figure, Of cost, Of end) {
        double[] first = pairs.stream()
                .mapToDouble(pair -> cost.value(pair.first().error()))
                .toArray();
        double[] second = pairs.stream()
                .mapToDouble(pair -> cost.value(pair.second().error()))
                .toArray();
        var random = new SplittableRandom(1);
        var differences = new double[RESAMPLES];
        for (int resample = 0; resample < RESAMPLES; resample++) {
            double one = 0;
            double other = 0;
            for (int i = 0; i < first.length; i++) {
                int place = random.nextInt(first.length);
                one += first[place];
                other += second[place];
            }
            differences[resample] = end.value(one / first.length) - end.value(other / first.length);
        }
        Arrays.sort(differences);
        return new Difference(
                figure,
                end.value(Arrays.stream(first).average().orElse(0)),
                end.value(Arrays.stream(second).average().orElse(0)),
                differences[(int) (0.025 * RESAMPLES)],
                differences[(int) (0.975 * RESAMPLES) - 1],
                false);
    }

    /** A number of a number. */
    private interface Of {
        double value(double number);
    }
}
