package dev.sweetspot.insight.influence;

import dev.sweetspot.insight.Aspect;
import dev.sweetspot.insight.importance.Landscape;
import dev.sweetspot.space.BooleanParameter;
import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What costs nothing of one number and saves of another: "batch size 32 to 64: same accuracy, a third less time." */
final class Trades {
    /** The same is what differs by no more than this share of the standard deviation of all trials. */
    private static final double SAME = 0.1;

    private static final double LEAST_SAVING = 0.1;

    private Trades() {}

    static List<Sentence> of(Landscape good, Landscape cheap) {
        var result = new ArrayList<Sentence>();
        var amounts = Amounts.of(good);
        double limit = SAME * deviation(good.sample().values());
        for (var parameter : good.sample().space().parameters()) {
            var ofGood = Marginal.of(good, parameter);
            var ofCheap = Marginal.of(cheap, parameter);
            if (ofGood.isPresent() && ofCheap.isPresent() && ofCheap.get().seen()) {
                trade(parameter, ofGood.get(), ofCheap.get(), limit, amounts, result);
            }
        }
        return result;
    }

    private static String saved(Marginal cheap) {
        return cheap.aspect() instanceof Aspect.OfTime
                ? "time"
                : Words.name(cheap.aspect().name());
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0));
    }

    private static void trade(
            Parameter<?> parameter,
            Marginal good,
            Marginal cheap,
            double limit,
            Amounts amounts,
            List<Sentence> result) {
        int from = good.best();
        double saved = LEAST_SAVING;
        String best = "";
        for (int to = 0; to < good.parts().size(); to++) {
            // The two models cut a range in the same parts: the same trials lie in it.
            int there =
                    cheap.at((good.parts().get(to).from() + good.parts().get(to).to()) / 2);
            int here = cheap.at(
                    (good.parts().get(from).from() + good.parts().get(from).to()) / 2);
            double now = cheap.parts().get(here).mean();
            var change = cheap.cost(here, there);
            double least = -(change.value() + change.reach()) / now;
            if (now > 0 && good.cost(from, to).within(limit) && least > saved) {
                saved = least;
                double share = -change.value() / now;
                double reach = change.reach() / now;
                var between = parameter instanceof CategoricalParameter<?> || parameter instanceof BooleanParameter
                        ? " instead of "
                        : " to ";
                var labels = between.equals(" to ")
                        ? good.parts().get(from).label() + " to "
                                + good.parts().get(to).label()
                        : good.parts().get(to).label()
                                + between
                                + good.parts().get(from).label();
                best = Words.name(parameter.name()) + " " + labels + ": same "
                        + Words.name(good.aspect().name())
                        + " (within " + amounts.atMost(limit) + "), " + Words.percent(share) + " less "
                        + saved(cheap) + " (" + Math.round(100 * (share - reach)) + "-"
                        + Words.percent(share + reach) + ").";
            }
        }
        if (!best.isEmpty()) {
            result.add(new Sentence(List.of(parameter.name()), best));
        }
    }
}
