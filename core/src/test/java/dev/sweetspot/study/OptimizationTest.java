package dev.sweetspot.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Preference;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OptimizationTest {
    private static final Objective LOSS = Objective.minimize("loss");

    @Test
    void tenLinesFindAGoodValue() throws InterruptedException {
        var x = Parameter.real("x", -5, 5);
        var best = Optimization.of(LOSS, trial -> Math.abs(trial.suggest(x) - 2))
                .run(new Budget.Trials(300), InstantSource.system());
        assertThat(best.configuration().get(x)).isBetween(1.7, 2.3);
        assertThat(best.value("loss").orElseThrow()).isLessThan(0.3);
    }

    @Test
    void aDeclaredSpaceOfTenConfigurationsEndsTheSearchWhenAllWereTried() throws InterruptedException {
        var n = Parameter.integer("n", 1, 10);
        var study = Optimization.of(Objective.maximize("n"), trial -> trial.suggest(n))
                .in(SearchSpace.of(n))
                .withWorkers(4)
                .study(new Budget.Trials(1000), InstantSource.system());
        assertThat(study.history().size()).isEqualTo(10);
        assertThat(study.history()
                        .best(Objective.maximize("n"))
                        .orElseThrow()
                        .configuration()
                        .get(n))
                .isEqualTo(10);
    }

    @Test
    void severalObjectivesHaveAFrontAndWeightsOneBest() throws InterruptedException {
        var x = Parameter.real("x", 0, 1);
        var search = Optimization.of(
                List.of(Objective.minimize("low"), Objective.maximize("high")),
                trial -> Measurements.of("low", trial.suggest(x)).and("high", Math.sqrt(trial.suggest(x))));
        var history =
                search.study(new Budget.Trials(60), InstantSource.system()).history();
        assertThat(history.front(search.problem())).hasSize(60);
        var ones = Map.of("low", 1.0, "high", 1.0);
        // The largest of sqrt(x) - x is at 1/4.
        assertThat(search.with(new Preference.WeightedSum(ones, ones))
                        .run(new Budget.Trials(60), InstantSource.system())
                        .configuration()
                        .get(x))
                .isBetween(0.1, 0.45);
    }

    @Test
    void aFunctionMayReportAndLeaveCheckpointsOnTheWay() throws InterruptedException {
        var study = Optimization.of(LOSS, trial -> {
                    trial.report(1, Measurements.of("loss", 3), Path::toFile);
                    trial.report(2, Measurements.of("loss", 2));
                    return 2;
                })
                .with(Fidelity.epochs(2))
                .study(new Budget.Trials(1), InstantSource.system());
        assertThat(study.history().trial(0).curve().values("loss")).containsExactly(3, 2);
    }

    @Test
    void aFailureOfEveryTrialSaysWhy() {
        var optimization = Optimization.of(LOSS, trial -> {
            throw new IOException("the tap is dry");
        });
        assertThatThrownBy(() -> optimization.run(new Budget.Trials(3), InstantSource.system()))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("none of 3 trials ran to its end")
                .hasMessageContaining(new Outcome.Failed(Outcome.Cause.ERROR, "the tap is dry").toString());
    }
}
