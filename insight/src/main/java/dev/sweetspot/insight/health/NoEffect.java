package dev.sweetspot.insight.health;

import dev.sweetspot.insight.Aspect;
import dev.sweetspot.insight.Studied;
import dev.sweetspot.insight.importance.Importances;
import java.util.List;
import java.util.Locale;

/** A parameter makes no difference that is worth searching for. */
public final class NoEffect implements HealthCheck {
    private static final int FEWEST = 40;
    private static final double NOTHING = 0.05;
    /** Of what differs the model must foretell so much, or its shares say nothing. */
    private static final double LEARNT = 0.3;

    /** For the service loader. */
    public NoEffect() {}

    @Override
    public String name() {
        return "no-effect";
    }

    @Override
    public String question() {
        return "Is there a parameter that makes no difference?";
    }

    @Override
    public List<Finding> look(Studied studied) {
        var parameters = parameters(studied);
        if (parameters.isEmpty()) {
            return List.of();
        }
        return List.of(new Finding(
                name(),
                Finding.Severity.NOTE,
                String.format(
                        Locale.ROOT,
                        "%s made no difference to %s: less than %.0f %% of what differs is due to %s.",
                        String.join(", ", parameters),
                        studied.spec().objectives().get(0).name(),
                        100 * NOTHING,
                        parameters.size() == 1 ? "it" : "any of them"),
                "Leave " + (parameters.size() == 1 ? "it" : "them") + " out of the next search.",
                parameters));
    }

    /** Those that make no difference to the first objective; empty while there are too few trials. */
    public static List<String> parameters(Studied studied) {
        if (Ranked.of(studied).size() < FEWEST || studied.space().parameters().size() < 2) {
            return List.of();
        }
        var importances = Importances.of(
                studied, new Aspect.OfObjective(studied.spec().objectives().get(0)));
        if (importances.foretold().orElse(0) < LEARNT) {
            return List.of();
        }
        return importances.mains().stream()
                .filter(main -> main.high() < NOTHING)
                .map(main -> main.parameters().get(0))
                .filter(name -> importances.pairs().stream()
                        .noneMatch(pair -> pair.parameters().contains(name) && pair.high() >= NOTHING))
                .toList();
    }
}
