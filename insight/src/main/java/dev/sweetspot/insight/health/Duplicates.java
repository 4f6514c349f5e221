package dev.sweetspot.insight.health;

import dev.sweetspot.insight.Studied;
import dev.sweetspot.trial.Start;
import java.util.HashSet;
import java.util.List;

/** Many trials try what was tried before, though nobody asked for a repeat. */
public final class Duplicates implements HealthCheck {
    private static final int FEWEST = 10;
    private static final double MANY = 0.2;

    /** For the service loader. */
    public Duplicates() {}

    @Override
    public String name() {
        return "duplicates";
    }

    @Override
    public String question() {
        return "Is the same tried again and again?";
    }

    @Override
    public List<Finding> look(Studied studied) {
        var seen = new HashSet<Object>();
        var fresh = studied.history().trials().stream()
                .filter(trial -> trial.start() instanceof Start.Fresh)
                .toList();
        long again =
                fresh.stream().filter(trial -> !seen.add(trial.configuration())).count();
        return fresh.size() < FEWEST || again < MANY * fresh.size()
                ? List.of()
                : List.of(new Finding(
                        name(),
                        Finding.Severity.WARNING,
                        again + " of " + fresh.size() + " trials tried a configuration that had been tried.",
                        "Widen ranges or refine steps: there are few configurations left.",
                        List.of()));
    }
}
