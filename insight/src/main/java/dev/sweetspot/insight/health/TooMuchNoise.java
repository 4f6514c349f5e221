package dev.sweetspot.insight.health;

import dev.sweetspot.insight.Studied;
import dev.sweetspot.insight.honest.HonestFigures;
import dev.sweetspot.insight.honest.Winner;
import dev.sweetspot.trial.Objective;
import java.util.List;
import java.util.Locale;

/** Results differ by luck about as much as configurations differ: known from repeats alone, which a rough function cannot feign. */
public final class TooMuchNoise implements HealthCheck {
    private static final int FEWEST = 20;
    private static final double MUCH = 0.75;
    /** From the lower to the upper quarter of a normal distribution, in standard deviations. */
    private static final double QUARTERS = 1.349;

    /** For the service loader. */
    public TooMuchNoise() {}

    @Override
    public String name() {
        return "too-much-noise";
    }

    @Override
    public String question() {
        return "Do results differ by luck as much as by what is chosen?";
    }

    @Override
    public List<Finding> look(Studied studied) {
        var ranked = Ranked.of(studied);
        if (ranked.size() < FEWEST || studied.history().repeats().findAny().isEmpty()) {
            return List.of();
        }
        var objective = studied.spec().objectives().get(0);
        double upper = loss(ranked, 3 * ranked.size() / 4, objective);
        double spread = (upper - loss(ranked, ranked.size() / 4, objective)) / QUARTERS;
        return HonestFigures.of(studied)
                .map(HonestFigures::winner)
                .filter(winner -> winner.source() == Winner.Source.REPEATS && winner.noise() > MUCH * spread)
                .map(winner -> List.of(new Finding(
                        name(),
                        Finding.Severity.WARNING,
                        String.format(
                                Locale.ROOT,
                                "%s differs by %.2g under another seed, and by %.2g among all configurations: most of what is seen "
                                        + "is luck.",
                                objective.name(),
                                winner.noise(),
                                spread),
                        "Validate on more data or average several seeds in each trial; more trials alone help little.",
                        List.of())))
                .orElse(List.of());
    }

    private static double loss(Ranked ranked, int place, Objective objective) {
        return objective.loss(ranked.trials().get(place).value(objective.name()).orElseThrow());
    }
}
