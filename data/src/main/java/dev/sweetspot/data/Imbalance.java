package dev.sweetspot.data;

import java.util.Optional;

/**
 * Some classes are much rarer than others in what is learnt from.
 *
 * @param rare the class with the fewest items
 * @param common the one with the most
 * @param times how many times as many
 */
public record Imbalance(String rare, String common, double times) {
    /**
     * So many times the items of another class. A fifth of two classes: below it, always answering the common class is right
     * for four items in five, and accuracy tells little. Up to it people compare accuracies, as most published figures do.
     */
    private static final double MOST = 4;

    /**
     * That of a task.
     *
     * @param items to learn from
     * @return empty where classes are of similar sizes, or none are known
     */
    public static Optional<Imbalance> of(Task task, int[] items) {
        if (!(task instanceof Task.Classification classes)) {
            return Optional.empty();
        }
        var counts = classes.counts(items);
        int rare = 0;
        int common = 0;
        for (int i = 1; i < counts.length; i++) {
            rare = counts[i] < counts[rare] ? i : rare;
            common = counts[i] > counts[common] ? i : common;
        }
        double times = counts.length == 0 ? 1 : counts[common] / Math.max(1.0, counts[rare]);
        return times > MOST
                ? Optional.of(new Imbalance(
                        classes.classNames().get(rare), classes.classNames().get(common), times))
                : Optional.empty();
    }
}
