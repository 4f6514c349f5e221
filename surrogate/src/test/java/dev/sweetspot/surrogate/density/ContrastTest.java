package dev.sweetspot.surrogate.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.sampler.Question;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.surrogate.Column;
import dev.sweetspot.surrogate.Evidence;
import dev.sweetspot.testkit.SampleEvents;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Means;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContrastTest {
    private static final Problem PROBLEM = new Problem(
            SearchSpace.of(Parameter.real("x", 0, 1)),
            List.of(Objective.minimize("loss")),
            List.of(),
            Fidelity.epochs(1));

    /** Three in four lie in the left half. */
    private static double place(int trial) {
        double within = (trial * 0.618033988749895) % 0.5;
        return trial % 4 == 3 ? 0.5 + within : within;
    }

    private static Contrast contrast(int trials, List<double[]> pending) {
        var history = History.EMPTY;
        for (int n = 0; n < trials; n++) {
            history = history.and(SampleEvents.started(n, Configuration.of(Map.of("x", place(n)))))
                    .and(SampleEvents.completed(n, "loss", n));
        }
        var evidence = Evidence.of(new Question(PROBLEM, history, Means.ENDLESS));
        return Contrast.of(Ranking.of(evidence, 5, 0.1), pending, List.of(new Column.Interval()), 0.1);
    }

    @Test
    void ofManyTrialsAPartStandsForAll() {
        var few = contrast(1_001, List.of());
        var many = contrast(12_345, List.of());

        for (double x = 0.05; x < 1; x += 0.1) {
            assertThat(many.ofOthers().logDensity(new double[] {x}))
                    .as("at %.2f", x)
                    .isCloseTo(few.ofOthers().logDensity(new double[] {x}), within(0.15));
        }
        assertThat(many.ofOthers().logDensity(new double[] {0.25}))
                .isCloseTo(many.ofOthers().logDensity(new double[] {0.75}) + Math.log(3), within(0.05));
    }

    @Test
    void whatRunsKeepsTheNextOnesAwayHoweverManyHaveEnded() {
        var place = new double[] {0.75};
        var without = contrast(5_025, List.of());
        var with = contrast(5_025, List.of(place));

        assertThat(with.score(place)).isLessThan(without.score(place));
    }
}
