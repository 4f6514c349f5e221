package dev.sweetspot.insight.influence;

import dev.sweetspot.insight.Aspect;
import dev.sweetspot.insight.Studied;
import dev.sweetspot.insight.importance.Importance;
import dev.sweetspot.insight.importance.Landscape;
import dev.sweetspot.space.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What can be said of the parameters of a study, in words. Each sentence is about the mean over all other parameters; each
 * is said only where the data bear it out.
 *
 * <ul>
 *   <li>That a parameter matters: when chance would show as much of any parameter in one of twenty studies.
 *   <li>"no difference seen": otherwise; with the largest difference that may be hidden.
 *   <li>"Good between a and b": where the mean is surely no further from the best than is said, a quarter of all that the
 *       parameter does.
 *   <li>"costs c (±d)": the interval of 95 % lies above 0.
 *   <li>"at the edge of the range: no": both ends are surely worse than the best.
 *   <li>"same": surely within a tenth of the standard deviation of all trials; "less time": surely at least a tenth less.
 * </ul>
 */
public final class Influence {
    /** What matters less than this by itself is said to matter little. */
    private static final double LITTLE = 0.03;

    /** What is shown as 0 %. */
    private static final double NOTHING = 0.005;

    /** Pairs with less are not spoken of. */
    private static final double PAIR = 0.05;

    /**
     * Where a parameter that was not seen may account for this much, and a difference as large as the standard deviation of all
     * values would not have shown, nothing is said of it.
     */
    private static final double MUCH = 0.2;

    private Influence() {}

    /** What can be said of a number of a study, the most important first; empty when there are too few trials. */
    public static List<Sentence> sentences(Studied studied, Aspect aspect) {
        return sentences(Landscape.of(studied, aspect));
    }

    /** The same of what was learnt already. */
    public static List<Sentence> sentences(Landscape landscape) {
        var importances = landscape.importances();
        var result = new ArrayList<Sentence>();
        var unseen = new ArrayList<Sentence>();
        var amounts = Amounts.of(landscape);
        double spread = spread(landscape.sample().values());
        for (var importance : importances.mains()) {
            var marginal =
                    Marginal.of(landscape, parameter(landscape, importance)).orElseThrow();
            if (marginal.seen()) {
                var rank = rank(importance, importances.mains());
                result.add(new Sentence(importance.parameters(), new OneParameter(marginal, amounts).seen(rank)));
            } else {
                var one = new OneParameter(marginal, amounts);
                unseen.add(new Sentence(
                        importance.parameters(),
                        importance.high() >= MUCH && one.hidden() >= spread
                                ? one.open(importance.high())
                                : one.unseen()));
            }
        }
        for (var importance : importances.pairs()) {
            if (importance.share() >= PAIR && landscape.seenTogether(importance.parameters())) {
                result.add(together(importance));
            }
        }
        result.addAll(unseen);
        return result;
    }

    /** What is as good by one number and less of another: "batch size 32 to 64: same accuracy, 33 % less time (28-37 %)". */
    public static List<Sentence> trades(Studied studied, Aspect good, Aspect cheap) {
        return trades(Landscape.of(studied, good), Landscape.of(studied, cheap));
    }

    /** The same of what was learnt already. */
    public static List<Sentence> trades(Landscape good, Landscape cheap) {
        return Trades.of(good, cheap);
    }

    private static double spread(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0));
    }

    private static Parameter<?> parameter(Landscape landscape, Importance importance) {
        return landscape.sample().space().find(importance.name()).orElseThrow();
    }

    private static String rank(Importance importance, List<Importance> all) {
        var shares = Words.percent(importance.share()) + ", " + Math.round(100 * importance.low()) + "-"
                + Words.percent(importance.high());
        if (importance.share() < LITTLE) {
            return "matters little (" + shares + ")";
        }
        if (importance.low() < NOTHING) {
            return "seems to matter (" + shares + ")";
        }
        boolean most = all.stream()
                .filter(other -> !other.equals(importance))
                .allMatch(other -> other.high() < importance.low());
        return (most ? "most important (" : "important (") + shares + ")";
    }

    private static Sentence together(Importance importance) {
        var names = importance.parameters().stream().map(Words::name).collect(Collectors.joining(" and "));
        return new Sentence(
                importance.parameters(),
                names + ": what is good of one depends on the other (" + Words.percent(importance.share()) + ", "
                        + Math.round(100 * importance.low()) + "-" + Words.percent(importance.high()) + ").");
    }
}
