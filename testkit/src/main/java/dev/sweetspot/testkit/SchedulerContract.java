package dev.sweetspot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.testkit.SimulatedStudy.Limits;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Preference;
import dev.sweetspot.trial.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * What every {@link Scheduler} keeps, in simulated studies of trials that learn, stand still, fail, break limits and give
 * NaN: for one objective and several, with limits, for epochs, shares and trials without parts, with one worker and more,
 * under budgets of every kind.
 */
@Timeout(300)
public abstract class SchedulerContract {
    private static final int SEEDS = 2;
    private static final int TRIALS = 24;
    private static final SearchSpace SPACE = SearchSpace.of(Parameter.real("x", 0, 1), Parameter.real("y", 0, 1));

    /** The schedulers under test, usually all that are installed. */
    protected abstract List<Scheduler> schedulers();

    /** Some tests for each scheduler. */
    @TestFactory
    public Stream<DynamicTest> contract() {
        return schedulers().stream()
                .flatMap(scheduler -> Stream.concat(
                        problems().entrySet().stream()
                                .map(problem -> DynamicTest.dynamicTest(
                                        scheduler.name() + ": studies of " + problem.getKey() + " come to their ends",
                                        () -> studiesComeToTheirEnds(scheduler, problem.getValue()))),
                        Stream.of(DynamicTest.dynamicTest(
                                scheduler.name() + ": a thousand trials do not make it slow",
                                () -> aThousandTrialsDoNotMakeItSlow(scheduler)))));
    }

    private static Map<String, Problem> problems() {
        var loss = Objective.minimize("loss");
        var size = new Constraint("size", Constraint.Bound.AT_MOST, 2, Constraint.Known.WHILE);
        var speed = new Constraint("speed", Constraint.Bound.AT_LEAST, 0, Constraint.Known.AFTER);
        var two = List.of(loss, Objective.maximize("gain"));
        var problems = new LinkedHashMap<String, Problem>();
        problems.put("epochs", new Problem(SPACE, List.of(loss), List.of(), Fidelity.epochs(27)));
        problems.put("few epochs", new Problem(SPACE, List.of(loss), List.of(), Fidelity.epochs(2)));
        problems.put("trials without parts", new Problem(SPACE, List.of(loss), List.of(), Fidelity.WHOLE));
        problems.put(
                "shares of the data",
                new Problem(SPACE, List.of(loss), List.of(), new Fidelity("share of the data", 0.1, 1)));
        problems.put("two objectives", new Problem(SPACE, two, List.of(), Fidelity.epochs(16)));
        problems.put("limits", new Problem(SPACE, List.of(loss), List.of(size, speed), Fidelity.epochs(9)));
        problems.put("two objectives and limits", new Problem(SPACE, two, List.of(size, speed), Fidelity.epochs(20)));
        var weighed = new Preference.WeightedSum(Map.of("loss", 2.0, "gain", 1.0));
        var ordered = new Preference.Lexicographic(
                List.of(new Preference.Priority("gain", 0.1), new Preference.Priority("loss", 0)));
        var region = new Preference.Region(Map.of("loss", 0.6));
        problems.put(
                "weighed objectives and limits",
                new Problem(SPACE, two, List.of(size, speed), Fidelity.epochs(12), weighed));
        problems.put("objectives in their order", new Problem(SPACE, two, List.of(), Fidelity.epochs(16), ordered));
        problems.put("a preferred region", new Problem(SPACE, two, List.of(), Fidelity.epochs(16), region));
        return problems;
    }

    void studiesComeToTheirEnds(Scheduler scheduler, Problem problem) {
        for (int seed = 0; seed < SEEDS; seed++) {
            for (var limits : limits(problem.fidelity(), seed)) {
                var study =
                        new SimulatedStudy(scheduler, problem, SimulatedStudy.ofAllKinds(problem, seed), limits, seed);
                double reports = TRIALS * Math.ceil(problem.fidelity().most() / limits.step());
                boolean endless = limits.trials().isEmpty() && limits.fidelity().isEmpty();
                // One without end shows nothing new after as many reports as all trials of another have.
                int most = (int) ((endless ? 1 : 3) * reports + 20 * TRIALS);
                var history = study.run(most);
                assertThat(study.over() || endless)
                        .as("the end of a study of %s trials under %s", TRIALS, limits)
                        .isTrue();
                assertThat(history.size() > TRIALS / 3 || !endless)
                        .as("trials without end under %s", limits)
                        .isTrue();
                if (limits.trials().isPresent()) {
                    somethingCameOut(history);
                }
            }
        }
    }

    /** Unless everything failed or broke a limit, some trial was run to its end, or stopped with a reason. */
    private static void somethingCameOut(History history) {
        assertThat(history.trials()).anyMatch(trial -> trial.outcome()
                .filter(outcome -> !(outcome instanceof Outcome.Failed))
                .isPresent());
        assertThat(history.running()).isEmpty();
    }

    private static List<Limits> limits(Fidelity fidelity, int seed) {
        double step = fidelity.most() <= 1 && fidelity.least() < 1 ? 0.1 : 1;
        double interruptions = seed % 2 == 0 ? 0 : 0.1;
        var all = new ArrayList<Limits>();
        for (int workers : List.of(1, 5)) {
            for (var trials : List.of(OptionalInt.of(TRIALS), OptionalInt.of(2), OptionalInt.empty())) {
                all.add(new Limits(workers, trials, OptionalDouble.empty(), step, interruptions));
            }
            for (double whole : List.of(0.5, 6.0)) {
                var spent = OptionalDouble.of(whole * fidelity.most());
                all.add(new Limits(workers, OptionalInt.empty(), spent, step, interruptions));
                all.add(new Limits(workers, OptionalInt.of(TRIALS), spent, 2 * step, interruptions));
            }
        }
        return all;
    }

    void aThousandTrialsDoNotMakeItSlow(Scheduler scheduler) {
        var problem = new Problem(
                SPACE, List.of(Objective.minimize("loss"), Objective.maximize("gain")), List.of(), Fidelity.epochs(27));
        var limits = new Limits(8, OptionalInt.of(1000), OptionalDouble.empty(), 1, 0);
        var study = new SimulatedStudy(scheduler, problem, SimulatedStudy.ofAllKinds(problem, 1), limits, 1);
        study.run(40_000);
        assertThat(study.history().size()).isEqualTo(1000);
        // A guard against what grows too fast, wide enough for a busy machine.
        assertThat(study.nanosADecision()).as("ns a decision").isLessThan(5e6);
    }
}
