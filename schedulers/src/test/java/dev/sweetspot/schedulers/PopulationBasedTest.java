package dev.sweetspot.schedulers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.space.About;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.UsualChange;
import dev.sweetspot.study.StableRandom;
import dev.sweetspot.testkit.SampleSpaces;
import dev.sweetspot.testkit.SimulatedStudy;
import dev.sweetspot.testkit.SimulatedStudy.Trials;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Problem;
import dev.sweetspot.trial.Start;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PopulationBasedTest {
    private static final SearchSpace SPACE =
            SearchSpace.of(Parameter.real("first", 0, 1), Parameter.real("second", 0, 1));
    private static final Problem PROBLEM =
            new Problem(SPACE, List.of(Objective.maximize("quality")), List.of(), Fidelity.epochs(40));

    /**
     * The toy of Jaderberg et al. 2017, figure 2: 1.2 - a^2 - b^2 is sought, by gradient steps on 1.2 - h a^2 - g b^2 from
     * a = b = 0.9, where h and g are the parameters.
     */
    private static final class Toy implements Trials {
        private final Map<List<Integer>, double[]> states = new HashMap<>();

        @Override
        public Measurements report(int trial, Configuration configuration, double fidelity) {
            int epoch = (int) fidelity;
            var before = states.getOrDefault(List.of(trial, epoch - 1), new double[] {0.9, 0.9});
            double h = (Double) configuration.values().get("first");
            double g = (Double) configuration.values().get("second");
            double a = before[0] - 0.02 * 2 * h * before[0];
            double b = before[1] - 0.02 * 2 * g * before[1];
            states.put(List.of(trial, epoch), new double[] {a, b});
            return Measurements.of("quality", 1.2 - a * a - b * b);
        }

        @Override
        public void fork(int child, int parent, double from) {
            states.put(List.of(child, (int) from), states.get(List.of(parent, (int) from)));
        }
    }

    private static History run(Scheduler scheduler, int seed) {
        return new SimulatedStudy(scheduler, PROBLEM, new Toy(), Table.fidelity(3, 10 * 40), seed).run(100_000);
    }

    private static double best(History history) {
        return history.best(PROBLEM.objectives().get(0))
                .flatMap(trial -> trial.value("quality").stream().boxed().findFirst())
                .orElseThrow();
    }

    @Test
    void aPopulationLearnsWhatTenTrialsAloneDoNot() {
        double together = 0;
        double alone = 0;
        for (int seed = 0; seed < 30; seed++) {
            together += best(run(new PopulationBased(), seed)) / 30;
            alone += best(run(new RunToTheEnd(), seed)) / 30;
        }
        assertThat(together).isGreaterThan(alone + 0.02);
    }

    @Test
    void twoOfTenGiveWayInEachGenerationAndNoEpochIsTrainedTwice() {
        var history = run(new PopulationBased(), 1);
        assertThat(history.trials().stream().filter(trial -> trial.start() instanceof Start.Fresh))
                .hasSize(10);
        assertThat(history.size()).isEqualTo(10 + 9 * 2);
        assertThat(history.completed()).hasSize(10);
        assertThat(history.fidelitySpent()).isEqualTo(10 * 40);
        assertThat(history.trials().stream().filter(trial -> trial.start() instanceof Start.FromCheckpoint))
                .allSatisfy(child -> assertThat(child.curve().fidelity(0))
                        .isEqualTo(((Start.FromCheckpoint) child.start()).fidelity() + 1));
    }

    @Test
    void valuesMoveByHalfOfTheirUsualChangeAndNothingElseMoves() {
        var space = SearchSpace.of(
                Parameter.real("rate", 1e-6, 1)
                        .logarithmic()
                        .with(About.NOTHING.withUsualChange(new UsualChange.Factor(4))),
                Parameter.real("dropout", 0, 1).with(About.NOTHING.withUsualChange(new UsualChange.Difference(0.2))),
                Parameter.integer("layers", 1, 9));
        var parent = Configuration.of(Map.of("rate", 0.01, "dropout", 0.95, "layers", 4));
        for (int seed = 0; seed < 50; seed++) {
            var child = Exploration.of(parent, space, Set.of(), new StableRandom(seed));
            assertThat((Double) child.values().get("rate"))
                    .satisfiesAnyOf(rate -> assertThat(rate).isBetween(0.0199, 0.0201), rate -> assertThat(rate)
                            .isBetween(0.0049, 0.0051));
            assertThat((Double) child.values().get("dropout"))
                    .satisfiesAnyOf(
                            dropout -> assertThat(dropout).isBetween(0.849, 0.851),
                            dropout -> assertThat(dropout).isEqualTo(1));
            assertThat(child.values()).containsEntry("layers", 4);
        }
        assertThat(Exploration.of(parent, space, Set.of("layers"), new StableRandom(1))
                        .values())
                .containsEntry("rate", 0.01)
                .doesNotContainEntry("layers", 4);
    }

    @Test
    void whatIsExploredKeepsConditionsAndRelations() {
        for (var space : SampleSpaces.all().values()) {
            var random = new StableRandom(5);
            var parent = Encoding.of(space).draw(random).orElseThrow();
            for (int i = 0; i < 20; i++) {
                parent = Exploration.of(parent, space, Set.of(), random);
                assertThat(Encoding.of(space).violations(parent)).isEmpty();
            }
        }
    }
}
