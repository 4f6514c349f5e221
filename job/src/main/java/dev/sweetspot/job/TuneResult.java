package dev.sweetspot.job;

import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Trial;
import java.util.Optional;

/**
 * What a job hands over.
 *
 * @param best the trial whose configuration won the search
 * @param winner that configuration, trained again and measured
 * @param standard the default configuration, treated in the same way; empty when it is itself the winner
 */
public record TuneResult(History history, Trial best, Measured winner, Optional<Measured> standard)
        implements AutoCloseable {
    /** One plain sentence about what the search was good for. */
    public String verdict() {
        if (standard.isEmpty()) {
            return "The default configuration was the best that was tried: tuning did not beat it.";
        }
        double own = winner.test().balancedAccuracy();
        double other = standard.get().test().balancedAccuracy();
        var interval = winner.test().balancedInterval();
        if (own <= other) {
            return "On the test part the winner is not better than the default configuration: tuning did not beat it.";
        }
        return other >= interval.low()
                ? "The winner is ahead of the default configuration, but by less than the test part can tell for sure."
                : "The winner is better than the default configuration.";
    }

    @Override
    public void close() {
        winner.model().close();
        standard.ifPresent(measured -> measured.model().close());
    }
}
