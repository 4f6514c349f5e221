package dev.sweetspot.job;

import dev.sweetspot.trial.Curve;
import dev.sweetspot.trial.Objective;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/**
 * What a last training lacks of the trial that it repeats, because its time was over: what was found in the search is then
 * better than what is handed over.
 *
 * @param trained how many epochs it had
 * @param wanted how many its trial had until its best moment, see {@link Moment}
 */
public record Shortfall(double trained, double wanted) {
    /** A training whose schedule was made for a bit less time comes to nearly the same. */
    private static final double NEARLY = 0.8;

    /** Empty where little or nothing is missing, or nobody knows how long the trial was. */
    static Optional<Shortfall> of(double trained, Curve curve, Objective objective) {
        double wanted = Moment.of(curve, objective).epoch();
        return trained < NEARLY * wanted ? Optional.of(new Shortfall(trained, wanted)) : Optional.empty();
    }

    /** One sentence with what helps. */
    public String inWords() {
        return String.format(
                Locale.ROOT,
                "The winner's last training had time for %s epochs, its trial for %s: what is handed over is worse than"
                        + " what was found. Maybe more minutes, or fewer other programs at the same time?",
                number(trained),
                number(wanted));
    }

    private static String number(double epochs) {
        return BigDecimal.valueOf(epochs)
                .setScale(1, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
