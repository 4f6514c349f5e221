package dev.sweetspot.surrogate.time;

import dev.sweetspot.math.distribution.Normal;
import dev.sweetspot.sampler.Question;
import java.util.Optional;

/**
 * What a place costs where a clock ends the search, as the logarithm of a factor on what is expected of it: one over the
 * expected seconds of a trial there (more than the usual ones where little is known; see {@link FreeSeconds} for quick ones), times the probability that it ends in the time that is left. Half of an improvement
 * in a tenth of the time is the better buy, and none at all comes of what is not ended.
 */
public final class Price {
    private final Optional<SecondsModel> model;
    private final double logarithmLeft;
    private final double floor;

    private Price(Optional<SecondsModel> model, double logarithmLeft, double floor) {
        this.model = model;
        this.logarithmLeft = logarithmLeft;
        this.floor = floor;
    }

    /** The prices of a question: all the same where no clock ends the search, and until two trials have told their time. */
    public static Price of(Question question) {
        var left = question.means().secondsLeft();
        if (left.isEmpty()) {
            return new Price(Optional.empty(), 0, 0);
        }
        // A part of a trial is kept where trials have parts: only then does it matter to come to the end.
        boolean whole = question.fidelity().most() <= question.fidelity().least();
        return new Price(
                SecondsModel.of(question).filter(model -> model.trials() > 1),
                whole ? Math.log(Math.max(Double.MIN_NORMAL, left.getAsDouble())) : Double.POSITIVE_INFINITY,
                FreeSeconds.of(question).map(Math::log).orElse(Double.NEGATIVE_INFINITY));
    }

    /** Whether places differ in it. */
    public boolean counts() {
        return model.isPresent();
    }

    /** The logarithm of the factor at a point of the unit cube, NaN for parameters that are not active. */
    public double at(double[] point) {
        if (model.isEmpty()) {
            return 0;
        }
        var takes = model.get().at(point);
        double logarithm = Math.log(takes.seconds());
        double inTime = Double.isInfinite(logarithmLeft)
                ? 0
                : Normal.logProbability((logarithmLeft - logarithm) / Math.max(1e-3, takes.factor()));
        return inTime - Math.max(floor, logarithm + 0.5 * takes.factor() * takes.factor());
    }
}
