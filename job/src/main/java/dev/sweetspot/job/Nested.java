package dev.sweetspot.job;

import dev.sweetspot.data.metric.Interval;
import dev.sweetspot.trial.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * How good what a search finds is on new data: each outer fold was kept from a whole search, whose winner was measured on it
 * once (nested cross-validation: Varma and Simon 2006, BMC Bioinformatics 7; Cawley and Talbot 2010, Journal of Machine Learning
 * Research 11). It is the figure of the search, as it is done here, and not of one configuration: each fold may have chosen
 * another one.
 *
 * @param metric what was measured on the outer folds
 * @param sought whether that is what the searches chose by: then their own figures can be held against it
 * @param folds at least two, in their order
 * @param testedPerTrained how many items were tested on for each that was learnt from
 */
public record Nested(
        String metric, Direction direction, boolean sought, List<OuterFold> folds, double testedPerTrained) {
    /** Keeps a copy. */
    public Nested {
        folds = List.copyOf(folds);
        if (folds.size() < 2) {
            throw new IllegalArgumentException("folds = " + folds.size() + ": must be at least 2");
        }
    }

    /** The mean over the outer folds. */
    public double value() {
        return mean(OuterFold::tested);
    }

    /** The 95 % interval of that: {@link Interval#ofOverlapping}. */
    public Interval interval() {
        return Interval.ofOverlapping(
                folds.stream().mapToDouble(OuterFold::tested).toArray(), testedPerTrained);
    }

    /** The mean of what the searches saw of their winners, which is too good to believe. */
    public double validation() {
        return mean(OuterFold::validation);
    }

    /** By how much the searches' own figures are better than those on new items; negative where they are worse. */
    public double optimism() {
        return direction == Direction.MAXIMIZE ? validation() - value() : value() - validation();
    }

    private double mean(ToDoubleFunction<OuterFold> of) {
        return folds.stream().mapToDouble(of).average().orElseThrow();
    }

    /** The result, as sentences. */
    public List<String> inWords() {
        var lines = new ArrayList<String>();
        var interval = interval();
        lines.add(String.format(
                Locale.ROOT,
                "On new data what such a search finds has: %s %.4g (95 %% interval %.4g to %.4g), by %d outer folds.",
                metric.replace('_', ' '),
                value(),
                interval.low(),
                interval.high(),
                folds.size()));
        for (var fold : folds) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  fold %d: %.4g on %d items; its search chose by %.4g (%s)",
                    fold.fold(),
                    fold.tested(),
                    fold.items(),
                    fold.validation(),
                    fold.study()));
        }
        if (sought) {
            lines.add(String.format(
                    Locale.ROOT,
                    optimism() > 0
                            ? "The searches themselves saw %.4g: by %.2g too good, because they chose by it."
                            : "The searches themselves saw %.4g, which was not too good by %.2g.",
                    validation(),
                    Math.abs(optimism())));
        }
        return lines;
    }
}
