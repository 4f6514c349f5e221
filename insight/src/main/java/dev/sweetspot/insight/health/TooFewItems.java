package dev.sweetspot.insight.health;

import dev.sweetspot.insight.Studied;
import java.util.List;
import java.util.Locale;

/** The items on which trials are measured are too few to tell the best ones apart. */
public final class TooFewItems implements HealthCheck {
    private static final int FEWEST = 20;
    private static final double MANY = 0.25;
    private static final String ERROR = "_standard_error";

    /** For the service loader. */
    public TooFewItems() {}

    @Override
    public String name() {
        return "too-few-items";
    }

    @Override
    public String question() {
        return "Are there enough items to tell the best trials apart?";
    }

    @Override
    public List<Finding> look(Studied studied) {
        var objective = studied.spec().objectives().get(0);
        var ranked = Ranked.of(studied);
        if (ranked.size() < FEWEST) {
            return List.of();
        }
        var best = ranked.trials().get(0);
        double error = best.value(objective.name() + ERROR).orElse(0);
        double value = objective.loss(best.value(objective.name()).orElseThrow());
        long near = ranked.trials().stream()
                .filter(trial -> objective.loss(trial.value(objective.name()).orElseThrow()) - value <= error)
                .count();
        return !(error > 0) || near < MANY * ranked.size()
                ? List.of()
                : List.of(new Finding(
                        name(),
                        Finding.Severity.WARNING,
                        String.format(
                                Locale.ROOT,
                                "%d of %d trials are within one standard error (%.2g) of the best %s: so few items cannot tell them "
                                        + "apart.",
                                near,
                                ranked.size(),
                                error,
                                objective.name()),
                        "Validate on more items, or by folds, before choosing among them.",
                        List.of()));
    }
}
