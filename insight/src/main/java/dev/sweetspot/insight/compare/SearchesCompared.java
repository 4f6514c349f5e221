package dev.sweetspot.insight.compare;

import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Which of two searches had found more with equal means. What happened is said, and no more: one search each does not tell
 * which way of searching is better.
 *
 * @param trials how many trials both had
 * @param seconds how much work both had done
 * @param sentences what happened
 */
public record SearchesCompared(
        int trials, Best afterTrials, double seconds, Best afterSeconds, List<String> sentences) {
    /** The best that each had found; empty before anything ran to its end. */
    public record Best(OptionalDouble first, OptionalDouble second) {}

    /** Keeps a copy. */
    public SearchesCompared {
        sentences = List.copyOf(sentences);
    }

    static SearchesCompared of(Side first, Side second) {
        var objective = first.studied().spec().objectives().get(0);
        int trials = Math.min(
                first.studied().history().size(), second.studied().history().size());
        double seconds = Math.min(work(first), work(second));
        var afterTrials = new Best(best(first, objective, trials), best(second, objective, trials));
        var afterSeconds = new Best(
                best(first, objective, within(first, seconds)), best(second, objective, within(second, seconds)));
        var sentences = new ArrayList<String>();
        sentences.add(sentence("After " + trials + " trials each", first, second, afterTrials, objective));
        if (seconds > 0) {
            sentences.add(sentence(
                    String.format(Locale.ROOT, "After %.3g s of work each", seconds),
                    first,
                    second,
                    afterSeconds,
                    objective));
        }
        sentences.add(
                "That is what happened in one search each; which way of searching is better would take several of each,"
                        + " with other seeds.");
        return new SearchesCompared(trials, afterTrials, seconds, afterSeconds, sentences);
    }

    private static double work(Side side) {
        return side.studied().history().trials().stream()
                .mapToDouble(Trial::seconds)
                .sum();
    }

    /** How many of its first trials were done with so much work. */
    private static int within(Side side, double seconds) {
        double sum = 0;
        int count = 0;
        for (var trial : side.studied().history().trials()) {
            sum += trial.seconds();
            if (sum > seconds * (1 + 1e-9)) {
                break;
            }
            count++;
        }
        return count;
    }

    /** Of trials that ran to their end: what others came to is not the same. */
    private static OptionalDouble best(Side side, Objective objective, int trials) {
        return side.studied().history().trials().stream()
                .limit(trials)
                .filter(Trial::completed)
                .map(trial -> trial.value(objective.name()))
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .filter(Double::isFinite)
                .reduce((one, other) -> objective.better(other, one) ? other : one);
    }

    private static String sentence(String when, Side first, Side second, Best best, Objective objective) {
        if (best.first().isEmpty() || best.second().isEmpty()) {
            var without = best.first().isEmpty() ? first : second;
            return when + " no trial of " + without.name() + " had run to its end.";
        }
        double one = best.first().getAsDouble();
        double other = best.second().getAsDouble();
        var ahead = objective.better(one, other)
                ? first.name() + " was ahead"
                : objective.better(other, one) ? second.name() + " was ahead" : "they were level";
        return String.format(
                Locale.ROOT,
                "%s the best %s was %.4g in %s and %.4g in %s: %s.",
                when,
                objective.name(),
                one,
                first.name(),
                other,
                second.name(),
                ahead);
    }
}
