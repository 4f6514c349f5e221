package dev.sweetspot.surrogate.time;

import dev.sweetspot.sampler.Question;
import dev.sweetspot.surrogate.Evidence;
import dev.sweetspot.surrogate.Observation;
import java.util.Comparator;
import java.util.Optional;

/**
 * How long a trial may take before its time counts. What is sought is better than the best so far, and where trials take
 * from a second to minutes, that is hardly ever found at a fiftieth of its time: there the improvement per second would
 * go to the quick and bad ones only, because a model of few trials cannot tell how bad they are.
 */
public final class FreeSeconds {
    private static final double SHARE = 0.1;

    private FreeSeconds() {}

    /**
     * A tenth of what the best trial so far takes, or would take as a whole; to take less is no merit. Empty before one has ended,
     * and of several objectives, where the best are of many kinds.
     */
    public static Optional<Double> of(Question question) {
        if (question.objectives().size() > 1) {
            return Optional.empty();
        }
        return Evidence.of(question).ended().stream()
                .filter(Observation::measured)
                .filter(each -> each.trial().seconds() > 0)
                .min(Comparator.comparingDouble((Observation each) -> each.losses()[0])
                        .thenComparingInt(each -> each.trial().number()))
                .map(each -> SHARE * whole(each, question));
    }

    private static double whole(Observation each, Question question) {
        double share = each.fidelity(question.problem()) / question.fidelity().most();
        return each.trial().seconds() / share;
    }
}
