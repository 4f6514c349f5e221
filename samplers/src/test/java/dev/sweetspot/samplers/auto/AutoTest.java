package dev.sweetspot.samplers.auto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.sampler.Proposal;
import dev.sweetspot.sampler.Question;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.testkit.SampleEvents;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Means;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Problem;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AutoTest {
    private static final Problem PROBLEM = new Problem(
            SearchSpace.of(Parameter.real("x", 0, 1)),
            List.of(Objective.minimize("loss")),
            List.of(),
            Fidelity.epochs(1));
    private static final String QUICK = "tpe: it is quick, as a search of so many trials as short as these needs it";

    @Test
    void manyShortTrialsDoNotWaitForTheProcess() {
        assertThat(reasons(0.1, 5_000, 16)).contains(QUICK);
    }

    @Test
    void fewShortTrialsAreWorthItsTime() {
        assertThat(reasons(0.1, 100, 16)).doesNotContain(QUICK);
    }

    @Test
    void manyLongTrialsAreWorthItsTime() {
        assertThat(reasons(30, 5_000, 16)).doesNotContain(QUICK);
    }

    @Test
    void aTrialThatTellsNoTimeIsNotCalledShort() {
        assertThat(reasons(0, 5_000, 16)).doesNotContain(QUICK);
    }

    private static List<String> reasons(double seconds, int left, int parallelism) {
        var random = new SplittableRandom(7);
        var history = History.EMPTY;
        for (int n = 0; n < 40; n++) {
            double x = random.nextDouble();
            history = history.and(SampleEvents.started(n, Configuration.of(Map.of("x", x))))
                    .and(new Event.Finished(
                            n, SampleEvents.NOON, new Outcome.Completed(Measurements.of("loss", x * x)), seconds));
        }
        var means = new Means(
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                parallelism,
                OptionalInt.of(left),
                OptionalDouble.empty());
        var proposal = new Auto().suggest(new Question(PROBLEM, history, means), random);
        assertThat(proposal).isInstanceOf(Proposal.Suggested.class);
        return ((Proposal.Suggested) proposal).reasons();
    }
}
