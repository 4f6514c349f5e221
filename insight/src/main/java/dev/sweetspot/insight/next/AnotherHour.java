package dev.sweetspot.insight.next;

import dev.sweetspot.insight.Studied;
import dev.sweetspot.sampler.Forecasts;
import dev.sweetspot.sampler.Question;
import dev.sweetspot.study.Seeds;
import dev.sweetspot.trial.Means;
import dev.sweetspot.trial.Trial;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * What going on would gain at most: bounds on how much better the best trial would become, which hold with the stated
 * probabilities (see {@code docs/ideas/terminator.md}). A bound that is wider than all that the search has gained so far over
 * a middling trial says nothing, and is not said.
 *
 * @param time how long the search would go on
 * @param trials how many more would run in that time, as long as those until now took and as many at once
 * @param likely the gain stays below this in 75 of 100 searches, in units of the objective
 * @param most the gain stays below this in 90 of 100 searches
 * @param seen by how much the best trial is better than the median one, at least 0
 * @param lately what was gained lately
 */
public record AnotherHour(Duration time, int trials, double likely, double most, double seen, Lately lately) {
    private static final double LIKELY = 0.75;
    private static final double SURE = 0.9;

    /**
     * What the last trials gained.
     *
     * @param trials how many, at least 1: as many as would follow, at most half of all
     * @param of how many there are in all
     * @param gain by how much they made the best trial better, at least 0, in units of the objective
     */
    public record Lately(int trials, int of, double gain) {}

    /**
     * That of a study.
     *
     * @param workers how many trials would run at once, at least 1
     * @return empty where there are several objectives, too few trials, none that took any time, or no forecast installed
     */
    public static Optional<AnotherHour> of(Studied studied, Duration time, int workers) {
        var seconds = studied.history()
                .completed()
                .mapToDouble(trial -> trial.seconds())
                .filter(each -> each > 0)
                .sorted()
                .toArray();
        if (studied.spec().objectives().size() > 1 || seconds.length == 0) {
            return Optional.empty();
        }
        double many = time.toNanos() / 1e9 / seconds[seconds.length / 2] * workers;
        int trials = (int) Math.min(Integer.MAX_VALUE, Math.floor(many));
        int ended = (int) studied.history().finished().count();
        if (trials < 1) {
            return Optional.empty();
        }
        var question = new Question(studied.problem(), studied.history(), Means.ENDLESS);
        return Forecasts.ofGain().flatMap(forecast -> {
            var seed = Seeds.of(studied.spec().seed(), ended, Seeds.Purpose.GAIN);
            var likely = forecast.bound(question, ended, trials, LIKELY, Seeds.generator(seed));
            var most = forecast.bound(question, ended, trials, SURE, Seeds.generator(seed));
            return likely.isPresent() && most.isPresent()
                    ? lately(studied, trials)
                            .map(lately -> new AnotherHour(
                                    time, trials, likely.getAsDouble(), most.getAsDouble(), seen(studied), lately))
                    : Optional.empty();
        });
    }

    private static double seen(Studied studied) {
        var losses = studied.history()
                .completed()
                .mapToDouble(trial -> loss(studied, trial))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        double best = studied.history()
                .best(studied.problem())
                .map(trial -> loss(studied, trial))
                .orElse(Double.NaN);
        return losses.length == 0 ? 0 : Math.max(0, losses[losses.length / 2] - best);
    }

    /** Empty where nothing that kept the limits had come to its end before. */
    private static Optional<Lately> lately(Studied studied, int trials) {
        var ended = studied.history().finished().toList();
        int count = Math.max(1, Math.min(trials, ended.size() / 2));
        var before = studied.history().best(studied.problem(), ended.subList(0, ended.size() - count));
        var now = studied.history().best(studied.problem());
        return before.flatMap(one -> now.map(
                other -> new Lately(count, ended.size(), Math.max(0, loss(studied, one) - loss(studied, other)))));
    }

    private static double loss(Studied studied, Trial trial) {
        var objective = studied.spec().objectives().get(0);
        return objective.loss(trial.value(objective.name()).orElse(Double.NaN));
    }

    /** Whether the narrower bound says anything. */
    public boolean foretold() {
        return likely <= seen;
    }

    /** As a sentence that people read. */
    public String inWords(String objective) {
        if (!foretold()) {
            return String.format(
                            Locale.ROOT,
                            "What another %d minutes, %d trials, would gain cannot be foretold from %d. ",
                            time.toMinutes(),
                            trials,
                            lately.of())
                    + (lately.gain() > 0
                            ? String.format(
                                    Locale.ROOT,
                                    "The last %d of them made %s better by %.2g.",
                                    lately.trials(),
                                    objective,
                                    lately.gain())
                            : String.format(
                                    Locale.ROOT,
                                    "The last %d of them did not make %s better.",
                                    lately.trials(),
                                    objective));
        }
        var sentence = String.format(
                Locale.ROOT,
                "Another %d minutes, %d trials, would make %s better by at most %.2g (with a probability of 75 %%)",
                time.toMinutes(),
                trials,
                objective,
                likely);
        return most > seen
                ? sentence + "."
                : sentence + String.format(Locale.ROOT, ", and by at most %.2g (90 %%).", most);
    }
}
