package dev.sweetspot.study;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.sampler.Forecasts;
import dev.sweetspot.sampler.GainForecast;
import dev.sweetspot.sampler.Question;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ends a study whose budget says so when going on is not expected to gain enough. Asked at a fixed schedule of sizes, of
 * the trials that ended first: so every worker, and whoever looks at the study later, comes to the same end for the same
 * reason, and the end does not go away when running trials come in.
 */
final class Terminator {
    private final Budget.Gain wanted;
    private final GainForecast forecast;
    private final long seed;
    private final Map<Integer, OptionalDouble> bounds = new ConcurrentHashMap<>();

    private Terminator(Budget.Gain wanted, GainForecast forecast, long seed) {
        this.wanted = wanted;
        this.forecast = forecast;
        this.seed = seed;
    }

    /**
     * Empty when the budget does not ask for one.
     *
     * @throws InvalidInputException when it does, and nothing can be said about the gain
     */
    static Optional<Terminator> of(StudySpec spec) {
        return spec.budget().gain().map(wanted -> {
            if (spec.objectives().size() > 1) {
                throw new InvalidInputException(
                        "gain",
                        wanted.limit(),
                        "is of one objective, and there are "
                                + spec.objectives().size(),
                        "a number of trials or minutes instead?");
            }
            var forecast = Forecasts.ofGain()
                    .orElseThrow(() -> new InvalidInputException(
                            "gain",
                            wanted.limit(),
                            "needs a forecast of the gain, and none is installed",
                            "add the samplers to the class path?"));
            return new Terminator(wanted, forecast, spec.seed());
        });
    }

    /** Why the study has ended; empty when it has not. */
    Optional<String> reason(Question question, Budget budget) {
        int ended = (int) question.history().finished().count();
        for (int size : GainForecast.sizes(ended).toArray()) {
            int more = more(budget, size);
            var bound = bound(question, size, more);
            if (more > 0 && bound.isPresent() && bound.getAsDouble() <= wanted.limit()) {
                return Optional.of(String.format(
                        Locale.ROOT,
                        "after %d trials, %d more would make %s better by at most %.3g with a probability of %.0f %%, and a "
                                + "gain below %s is not worth them",
                        size,
                        more,
                        question.objectives().get(0).name(),
                        bound.getAsDouble(),
                        100 * wanted.confidence(),
                        number(wanted.limit())));
            }
        }
        return Optional.empty();
    }

    private static String number(double value) {
        var text = String.format(Locale.ROOT, "%.6f", value).replaceAll("0+$", "");
        return value >= 1e-6 && value < 1e6 ? text.replaceAll("\\.$", "") : Double.toString(value);
    }

    private OptionalDouble bound(Question question, int size, int more) {
        if (more <= 0) {
            return OptionalDouble.empty();
        }
        return bounds.computeIfAbsent(
                size,
                known -> forecast.bound(
                        question,
                        known,
                        more,
                        wanted.confidence(),
                        Seeds.generator(Seeds.of(seed, known, Seeds.Purpose.GAIN))));
    }

    /** What the number of trials leaves; as many again where it is not limited. */
    private static int more(Budget budget, int size) {
        return budget.trialsInAll().isPresent() ? budget.trialsInAll().getAsInt() - size : size;
    }
}
