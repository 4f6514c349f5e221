package dev.sweetspot.insight.honest;

import dev.sweetspot.trial.Objective;
import java.util.Locale;
import java.util.Optional;

/**
 * What the value of a chosen configuration is worth.
 *
 * @param objective of which
 * @param trial the first trial of the configuration
 * @param runs how many of its trials gave a value
 * @param among of how many configurations it was chosen
 * @param observed the mean of its values
 * @param uncorrected the interval of somebody who forgets that it was chosen: the mean and 1.96 standard errors of luck
 * @param corrected its true value: what the mean of very many runs of it would be, on the same data
 * @param noise the standard deviation of a result under another seed
 * @param source how that is known
 * @param onNewData the same on other items of the same kind, where trials measured their standard error
 */
public record Winner(
        Objective objective,
        int trial,
        int runs,
        int among,
        double observed,
        Estimate uncorrected,
        Estimate corrected,
        double noise,
        Source source,
        Optional<Estimate> onNewData) {
    /** How it is known how much of a result is luck. */
    public enum Source {
        /** Repeats gave the same results: nothing is. */
        NO_LUCK,
        /** From repeats, and from a model beside them. */
        REPEATS,
        /** Nothing was repeated: from what a model cannot explain, which may also be a rough function. */
        MODEL
    }

    /** By how much the observed value is probably too good: above 0 when it was lucky. */
    public double luck() {
        return objective.loss(corrected.value()) - objective.loss(observed);
    }

    /** As sentences that people read. */
    public String inWords() {
        var first = String.format(
                Locale.ROOT,
                "Trial %d measured %s %.4g%s",
                trial,
                objective.name(),
                observed,
                runs == 1 ? "" : " (mean of " + runs + " runs)");
        if (source == Source.NO_LUCK) {
            return first + "; repeats gave the same results, so none of it is luck."
                    + onNewData.map(this::newDataInWords).orElse("");
        }
        return first
                + String.format(
                        Locale.ROOT,
                        ". It was chosen among %d for that, so part of it is luck: expect %s. %s",
                        among,
                        corrected.inWords(),
                        source == Source.REPEATS
                                ? String.format(Locale.ROOT, "Results differ by about %.2g under another seed.", noise)
                                : "Nothing was repeated, so how much results differ under another seed is not known for sure.")
                + onNewData.map(this::newDataInWords).orElse("");
    }

    private String newDataInWords(Estimate estimate) {
        return " On other data of the same kind: " + estimate.inWords() + ".";
    }
}
