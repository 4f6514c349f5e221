package dev.sweetspot.surrogate.gain;

import dev.sweetspot.sampler.GainForecast;
import dev.sweetspot.sampler.Question;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.surrogate.Columns;
import dev.sweetspot.surrogate.Evidence;
import dev.sweetspot.surrogate.Observation;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * A bound on the further gain from two things: how far the best ten trials lie apart, and how much better than the best a
 * Gaussian process thinks possible anywhere. A search that is near its end finds the same again and again, and knows of no
 * place where it could be otherwise.
 *
 * <p>(mean of the best ten - best + w (best - lowest believed possible)) √(more / ended) c(confidence)
 *
 * <p>The weight w and the factor c(0.9) were chosen on searches of 37 problems and measured on others: see {@code
 * docs/ideas/terminator.md}. The process alone is far surer than it should be: no factor makes its bound hold as often.
 */
public final class GainBound implements GainForecast {
    private static final int BEST = 10;
    private static final double WEIGHT_OF_BELIEF = 0.25;
    private static final double FACTOR = 16;
    private static final double USUAL_CONFIDENCE = 0.9;
    /** By what power the factor grows as the probability of being wrong falls: the gains of searches have heavy tails. */
    private static final double TAIL = 2.75;

    /** For the service loader. */
    public GainBound() {}

    @Override
    public OptionalDouble bound(Question question, int ended, int more, double confidence, RandomGenerator random) {
        var known = Evidence.of(question).ended().stream()
                .limit(ended)
                .filter(each -> each.measured() && each.complete())
                .toList();
        var losses = known.stream()
                .filter(Observation::feasible)
                .mapToDouble(each -> each.losses()[0])
                .sorted()
                .toArray();
        if (losses.length < BEST) {
            return OptionalDouble.empty();
        }
        double best = losses[0];
        double spread = Arrays.stream(losses, 0, BEST).average().orElseThrow() - best;
        double believed = best - lowestBelieved(question, known, random);
        double factor = FACTOR * Math.pow((1 - USUAL_CONFIDENCE) / (1 - confidence), TAIL);
        double bound = (spread + WEIGHT_OF_BELIEF * Math.max(0, believed)) * Math.sqrt((double) more / ended) * factor;
        return Double.isNaN(bound) ? OptionalDouble.empty() : OptionalDouble.of(bound);
    }

    private static double lowestBelieved(Question question, List<Observation> known, RandomGenerator random) {
        var encoding = Encoding.of(question.space());
        var columns = Columns.of(question.space());
        var points = known.stream().map(Observation::point).toArray(double[][]::new);
        var losses = known.stream().mapToDouble(each -> each.losses()[0]).toArray();
        return LowestBelieved.of(encoding, columns, points, losses, random);
    }
}
