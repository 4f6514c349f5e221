package dev.sweetspot.study;

import dev.sweetspot.sampler.Forecasts;
import dev.sweetspot.sampler.Question;
import dev.sweetspot.sampler.TimeForecast;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Trial;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells what is likely to end before the time is over, so that nothing else is started. Of a trial that reports as it runs
 * the first report is enough: what it told by then is kept.
 */
final class InTime {
    /** With so many times more than any trial took until now, nobody need ask. */
    private static final double AMPLE = 10;

    private final Optional<TimeForecast> forecast = Forecasts.ofTime();

    /** Seconds that a trial is predicted to need, where that is more than are left; empty when it may be started. */
    Optional<Double> tooLong(Question question, Configuration configuration, double from, double target) {
        var left = question.means().secondsLeft();
        if (left.isEmpty() || forecast.isEmpty() || left.getAsDouble() > AMPLE * longest(question.history())) {
            return Optional.empty();
        }
        double part = needed(question, from, target) / question.fidelity().most();
        return forecast.get()
                .whole(question, configuration)
                .map(takes -> part * takes.seconds())
                .filter(seconds -> seconds > left.getAsDouble());
    }

    private static double longest(History history) {
        return history.finished().mapToDouble(Trial::seconds).max().orElse(Double.POSITIVE_INFINITY);
    }

    private static double needed(Question question, double from, double target) {
        Fidelity fidelity = question.fidelity();
        boolean reports = fidelity.most() > fidelity.least()
                && question.history().trials().stream()
                        .anyMatch(trial ->
                                trial.curve().size() > 0 && trial.curve().fidelity(0) < fidelity.most());
        return Math.max(0, reports ? Math.min(fidelity.least(), target - from) : target - from);
    }

    /** "12 s", "3 minutes". */
    static String words(double seconds) {
        if (seconds >= 120) {
            return Math.round(seconds / 60) + " minutes";
        }
        return seconds < 10
                ? String.format(Locale.ROOT, "%.1f s", seconds).replace(".0 s", " s")
                : Math.round(seconds) + " s";
    }
}
