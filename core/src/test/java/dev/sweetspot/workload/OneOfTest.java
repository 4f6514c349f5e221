package dev.sweetspot.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.space.Condition;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.Relation;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.Optimization;
import dev.sweetspot.study.Seeds;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OneOfTest {
    private static final RealParameter RATE = Parameter.real("rate", 1e-5, 1).logarithmic();
    private static final IntegerParameter DEEP = Parameter.integer("depth", 10, 20);
    private static final IntegerParameter FLAT = Parameter.integer("depth", 1, 3);

    /** Gives the depth that it sees under its own name, and a width that it asks for as it runs. */
    private record Family(SearchSpace space, IntegerParameter depth, Objective objective) implements Workload {
        @Override
        public String name() {
            return "test-family";
        }

        @Override
        public Form.MapForm settings() {
            return Form.of(Map.of("deep", Form.of(depth.equals(DEEP))));
        }

        @Override
        public List<Objective> objectives() {
            return List.of(objective);
        }

        @Override
        public Measurements run(TrialRun run) {
            assertThat(run.configuration().get(RATE)).isEqualTo(run.suggest(RATE));
            assertThat(run.suggest(Parameter.integer("width", 1, 9))).isBetween(1, 9);
            return Measurements.of("loss", run.suggest(depth));
        }
    }

    /** Makes the families above. */
    public static final class Provider implements WorkloadProvider {
        @Override
        public String name() {
            return "test-family";
        }

        @Override
        public Workload make(Form.MapForm settings) {
            return Fields.of(settings).findTruth("deep").orElseThrow() ? CNN : MLP;
        }
    }

    private static final Objective LOSS = Objective.minimize("loss");
    private static final Family CNN = new Family(SearchSpace.of(RATE, DEEP), DEEP, LOSS);
    private static final Family MLP = new Family(SearchSpace.of(FLAT, RATE), FLAT, LOSS);

    private static OneOf oneOf(Workload cnn, Workload mlp) {
        var choices = new LinkedHashMap<String, Workload>();
        choices.put("cnn", cnn);
        choices.put("mlp", mlp);
        return new OneOf("family", choices);
    }

    @Test
    void whatIsTheSameIsSharedAndWhatDiffersGetsItsLabel() {
        var expected = SearchSpace.of(Parameter.categorical("family", "cnn", "mlp"))
                .with(RATE)
                .with(DEEP.named("cnn.depth"), Condition.when(Parameter.categorical("family", "cnn", "mlp"), "cnn"))
                .with(FLAT.named("mlp.depth"), Condition.when(Parameter.categorical("family", "cnn", "mlp"), "mlp"));
        assertThat(oneOf(CNN, MLP).space()).isEqualTo(expected);
    }

    @Test
    void aParameterOfOneBranchKeepsItsNameAndIsActiveThereAlone() {
        var flag = Parameter.bool("flag");
        var child = Parameter.real("child", 0, 1);
        var branch = SearchSpace.of(RATE).with(flag).with(child, Condition.when(flag, true));
        var space = oneOf(new Family(branch, DEEP, LOSS), MLP).space();
        for (int i = 0; i < 100; i++) {
            var drawn =
                    Encoding.of(space).draw(Seeds.generator(i)).orElseThrow().values();
            boolean cnn = drawn.get("family").equals("cnn");
            assertThat(drawn.containsKey("flag")).isEqualTo(cnn);
            assertThat(drawn.containsKey("child"))
                    .isEqualTo(cnn && drawn.get("flag").equals(true));
            assertThat(drawn.containsKey("depth")).isEqualTo(!cnn);
        }
    }

    @Test
    void childrenOfDifferentParentsAreNotShared() {
        var child = Parameter.real("child", 0, 1);
        var one = SearchSpace.of(DEEP).with(child, Condition.when(DEEP, 10));
        var other = SearchSpace.of(FLAT).with(child, Condition.when(FLAT, 1));
        assertThat(oneOf(new Family(one, DEEP, LOSS), new Family(other, FLAT, LOSS))
                        .space()
                        .parameters())
                .extracting(Parameter::name)
                .containsExactly("family", "cnn.depth", "cnn.child", "mlp.depth", "mlp.child");
    }

    @Test
    void aRelationOfOneBranchDoesNotBindTheOther() {
        var x = Parameter.real("x", 0, 1);
        var y = Parameter.real("y", 0, 1);
        var factors = new LinkedHashMap<String, Double>();
        factors.put("x", 1.0);
        factors.put("y", -1.0);
        var bound = SearchSpace.of(x, y).with(new Relation.Linear(factors, Relation.Comparison.AT_MOST, 0));
        var space = oneOf(new Family(bound, DEEP, LOSS), new Family(SearchSpace.of(x, y), FLAT, LOSS))
                .space();
        var seen = new HashSet<Boolean>();
        for (int i = 0; i < 100; i++) {
            var drawn =
                    Encoding.of(space).draw(Seeds.generator(i)).orElseThrow().values();
            if (drawn.get("family").equals("cnn")) {
                assertThat((Double) drawn.get("cnn.x")).isLessThanOrEqualTo((Double) drawn.get("cnn.y"));
            } else {
                seen.add((Double) drawn.get("mlp.x") <= (Double) drawn.get("mlp.y"));
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void eachWorkloadRunsUnderItsOwnNames() throws InterruptedException {
        var oneOf = oneOf(CNN, MLP);
        var history = Optimization.of(LOSS, run -> oneOf.run(run).find("loss").orElseThrow())
                .in(oneOf.space())
                .with(new StudySpec.Search(new RandomSearch(), new RunToTheEnd()))
                .withSeed(3)
                .study(new Budget.Trials(40), InstantSource.system())
                .history();
        assertThat(history.completed()).hasSize(40);
        for (var trial : history.trials()) {
            boolean cnn = trial.configuration().get(oneOf.root()).equals("cnn");
            var loss = trial.value("loss").orElseThrow();
            assertThat(loss).isBetween(cnn ? 10.0 : 1.0, cnn ? 20.0 : 3.0);
            assertThat(trial.configuration().contains(cnn ? "cnn.width" : "mlp.width"))
                    .isTrue();
        }
    }

    @Test
    void workloadsThatMeasureDifferentThingsAreRefused() {
        var other = new Family(MLP.space(), FLAT, Objective.maximize("accuracy"));
        assertThatThrownBy(() -> oneOf(CNN, other))
                .hasMessageContaining("mlp objectives")
                .hasMessageContaining("cnn");
    }

    @Test
    void itComesBackFromItsSettings() {
        var oneOf = oneOf(CNN, MLP);
        var again = Workloads.make(oneOf.name(), oneOf.settings());
        assertThat(again.space()).isEqualTo(oneOf.space());
        assertThat(again.settings()).isEqualTo(oneOf.settings());
        assertThatThrownBy(() -> Workloads.make("one-off", oneOf.settings())).hasMessageContaining("Maybe one-of?");
    }
}
