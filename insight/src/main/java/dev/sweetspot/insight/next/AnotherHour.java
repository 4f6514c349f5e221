package dev.sweetspot.insight.next;

import dev.sweetspot.insight.Studied;
import dev.sweetspot.sampler.Forecasts;
import dev.sweetspot.sampler.Question;
import dev.sweetspot.study.Seeds;
import dev.sweetspot.trial.Means;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * What going on would gain at most: bounds on how much better the best trial would become, which hold with the stated
 * probabilities (see {@code docs/ideas/terminator.md}).
 *
 * @param time how long the search would go on
 * @param trials how many more would run in that time, as long as those until now took and as many at once
 * @param likely the gain stays below this in 75 of 100 searches, in units of the objective
 * @param most the gain stays below this in 90 of 100 searches
 */
public record AnotherHour(Duration time, int trials, double likely, double most) {
    private static final double LIKELY = 0.75;
    private static final double SURE = 0.9;

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
                    ? Optional.of(new AnotherHour(time, trials, likely.getAsDouble(), most.getAsDouble()))
                    : Optional.empty();
        });
    }

    /** As a sentence that people read. */
    public String inWords(String objective) {
        return String.format(
                Locale.ROOT,
                "Another %d minutes, %d trials, would make %s better by at most %.2g (with a probability of 75 %%), and by at "
                        + "most %.2g (90 %%).",
                time.toMinutes(),
                trials,
                objective,
                likely,
                most);
    }
}
