package dev.sweetspot.insight.compare;

import dev.sweetspot.choice.Contender;
import dev.sweetspot.data.metric.StandardError;
import dev.sweetspot.trial.Objective;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Which of two winners is better: by their answers to the same test items where both have them, else by what the searches
 * measured, else not at all.
 *
 * @param difference empty where nothing tells how sure it is
 * @param paired the answers that it is from; empty where it is from the searches
 * @param sentences what may be said, and of what; the verdict first
 */
public record WinnersCompared(Optional<Difference> difference, Optional<PairedAnswers> paired, List<String> sentences) {
    private static final double Z = 1.959963984540054;

    /** Keeps a copy. */
    public WinnersCompared {
        sentences = List.copyOf(sentences);
    }

    static WinnersCompared of(Side first, Side second) {
        if (otherData(first, second)) {
            return none(
                    "The two studies learn from different data (the hashes differ), so their figures are not of the same"
                            + " thing, and nothing is said of which is better.");
        }
        var paired = paired(first, second);
        var objective = first.studied().spec().objectives().get(0);
        if (paired.isPresent()) {
            var difference = paired.get().difference(objective.name());
            if (difference.isPresent()) {
                return onTest(first, second, paired.get(), difference.get());
            }
        }
        return bySearch(first, second, objective);
    }

    /** The answers to the test items that both winners were measured on; empty where there are none. */
    static Optional<PairedAnswers> paired(Side first, Side second) {
        return otherData(first, second)
                ? Optional.empty()
                : first.answers().flatMap(one -> second.answers().flatMap(other -> PairedAnswers.of(one, other)));
    }

    static boolean otherData(Side first, Side second) {
        return first.data().isPresent()
                && second.data().isPresent()
                && !first.data().equals(second.data());
    }

    private static WinnersCompared none(String sentence) {
        return new WinnersCompared(Optional.empty(), Optional.empty(), List.of(sentence));
    }

    private static WinnersCompared onTest(Side first, Side second, PairedAnswers paired, Difference difference) {
        var sentences = new ArrayList<String>();
        sentences.add(verdict(first, second, difference));
        sentences.add("On the " + paired.pairs().size() + " test items that neither was chosen by: "
                + difference.figure() + " " + difference.inWords() + ".");
        if (paired.classes()) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "Only the winner of %s is right on %d of them, only that of %s on %d; two equally good ones would differ so"
                            + " much in %.2g %% of all cases (McNemar's exact test).",
                    first.name(),
                    paired.onlyFirst(),
                    second.name(),
                    paired.onlySecond(),
                    100 * paired.chance()));
        }
        sentences.add(
                "That is said of these two trained models: trained again with other seeds, each would differ a little.");
        return new WinnersCompared(Optional.of(difference), Optional.of(paired), sentences);
    }

    private static String verdict(Side first, Side second, Difference difference) {
        return switch (difference.better()) {
            case FIRST -> "The winner of " + first.name() + " is better than that of " + second.name() + ".";
            case SECOND -> "The winner of " + second.name() + " is better than that of " + first.name() + ".";
            case NOT_DISTINGUISHABLE -> "Neither winner can be said to be better: the difference may be chance.";
        };
    }

    private static WinnersCompared bySearch(Side first, Side second, Objective objective) {
        var name = objective.name();
        if (first.choice().isEmpty() || second.choice().isEmpty()) {
            return none("There is no winner yet in " + (first.choice().isEmpty() ? first.name() : second.name())
                    + ", or a front is sought.");
        }
        var one = first.choice().get().chosen();
        var other = second.choice().get().chosen();
        var figures =
                String.format(Locale.ROOT, "The searches measured %s %.4g and %.4g", name, one.mean(), other.mean());
        var half = half(one, name);
        var otherHalf = half(other, name);
        if (half.isEmpty() || otherHalf.isEmpty()) {
            return new WinnersCompared(
                    Optional.empty(),
                    Optional.empty(),
                    List.of(
                            "Which winner is better cannot be said: nothing tells how much of the difference is luck.",
                            figures
                                    + ", each once; no test items are shared, and nothing was repeated or has a standard error.",
                            "Maybe run each winner again with other seeds, or measure both on the same test part?"));
        }
        double wide = Math.hypot(half.getAsDouble(), otherHalf.getAsDouble());
        double value = one.estimate() - other.estimate();
        var difference = new Difference(
                name, one.estimate(), other.estimate(), value - wide, value + wide, objective.better(1, 0));
        return new WinnersCompared(
                Optional.of(difference),
                Optional.empty(),
                List.of(
                        verdict(first, second, difference),
                        figures + "; what another run is expected to give: " + difference.inWords() + ".",
                        "That is from the data that the searches chose by, of which the best of many looks better than it is; a test"
                                + " part that both were measured on would tell more."));
    }

    /** The true value lies so far from what is expected at most, in 95 of 100 cases. */
    private static OptionalDouble half(Contender contender, String objective) {
        if (contender.margin().isPresent()) {
            return contender.margin();
        }
        var errors = contender.runs().stream()
                .map(run -> run.value(StandardError.nameOf(objective)))
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .filter(Double::isFinite)
                .average();
        return errors.isPresent()
                ? OptionalDouble.of(
                        Z * errors.getAsDouble() / Math.sqrt(contender.runs().size()))
                : OptionalDouble.empty();
    }
}
