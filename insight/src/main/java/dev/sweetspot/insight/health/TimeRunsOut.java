package dev.sweetspot.insight.health;

import dev.sweetspot.insight.Studied;
import dev.sweetspot.study.Budget;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** So few trials fit into the time that nothing can be searched. */
public final class TimeRunsOut implements HealthCheck {
    private static final int FEWEST_WANTED = 10;
    private static final int FEWEST = 2;

    /** For the service loader. */
    public TimeRunsOut() {}

    @Override
    public String name() {
        return "time-runs-out";
    }

    @Override
    public String question() {
        return "Do enough trials fit into the time?";
    }

    @Override
    public List<Finding> look(Studied studied) {
        var seconds = studied.history()
                .completed()
                .mapToDouble(trial -> trial.seconds())
                .filter(each -> each > 0)
                .sorted()
                .toArray();
        var most = minutes(studied.spec().budget());
        if (seconds.length < FEWEST || most.isEmpty()) {
            return List.of();
        }
        double usual = seconds[seconds.length / 2];
        long workers = Math.max(1, studied.history().running().count());
        double fit = 60 * most.get() / usual * workers;
        return fit >= FEWEST_WANTED
                ? List.of()
                : List.of(new Finding(
                        name(),
                        Finding.Severity.WARNING,
                        String.format(
                                Locale.ROOT,
                                "A trial takes %.3g s, so that about %.0f fit into %.3g minutes.",
                                usual,
                                Math.floor(fit),
                                most.get()),
                        "Give it more time, let each trial run for less, or use more workers.",
                        List.of()));
    }

    private static Optional<Double> minutes(Budget budget) {
        if (budget instanceof Budget.WallClock clock) {
            return Optional.of(clock.most().toNanos() / 60e9);
        }
        return budget instanceof Budget.AnyOf any
                ? any.parts().stream()
                        .map(TimeRunsOut::minutes)
                        .flatMap(Optional::stream)
                        .min(Double::compare)
                : Optional.empty();
    }
}
