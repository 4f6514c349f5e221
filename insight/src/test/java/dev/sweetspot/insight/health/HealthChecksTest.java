package dev.sweetspot.insight.health;

import static dev.sweetspot.insight.Searched.cube;
import static dev.sweetspot.insight.Searched.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.insight.Searched;
import dev.sweetspot.insight.Studied;
import dev.sweetspot.insight.Tried;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.surrogate.choice.BestRepeats;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Start;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthChecksTest {
    /** Each number matters, and the best lies inside. */
    private static double healthy(Configuration c) {
        return Math.pow(number(c, "x0") - 0.4, 2)
                + Math.pow(number(c, "x1") - 0.6, 2)
                + Math.pow(number(c, "x2") - 0.5, 2);
    }

    private static List<String> found(Studied studied) {
        return HealthChecks.findings(studied).stream().map(Finding::check).toList();
    }

    @Test
    void healthyStudiesAreSilent() {
        int alarms = 0;
        for (int seed = 0; seed < 60; seed++) {
            alarms += found(Searched.randomly(cube(3), 40).of(seed, 0.02, HealthChecksTest::healthy))
                            .isEmpty()
                    ? 0
                    : 1;
        }

        // Were one of 50 studies alarmed about by chance, more than 5 of 60 would be with a probability of 0.1 %.
        assertThat(alarms).isLessThanOrEqualTo(5);
    }

    @Test
    void aRangeAtWhoseEndTheBestLieIsTooTight() {
        var studied = Searched.randomly(cube(2), 80)
                .of(1, 0.02, c -> -number(c, "x0") + 0.2 * Math.pow(number(c, "x1") - 0.5, 2));

        assertThat(RangeTooTight.edges(studied)).singleElement().satisfies(edge -> {
            assertThat(edge.parameter()).isEqualTo("x0");
            assertThat(edge.end()).isEqualTo(RangeTooTight.End.HIGH);
        });
        assertThat(found(studied)).contains("range-too-tight");
    }

    @Test
    void aParameterThatDoesNothingIsNamed() {
        var studied = Searched.randomly(cube(3), 200)
                .of(1, 0, c -> Math.abs(number(c, "x0") - 0.4) + Math.abs(number(c, "x1") - 0.5));

        assertThat(NoEffect.parameters(studied)).containsExactly("x2");
    }

    @Test
    void itIsSaidWhereTrialsFail() {
        var studied = Searched.randomly(cube(3), 60)
                .answered(
                        1,
                        (c, random) -> number(c, "x1") > 0.6
                                ? new Outcome.Failed(Outcome.Cause.NOT_FINITE, "the loss is NaN")
                                : new Outcome.Completed(Measurements.of("loss", healthy(c))));

        assertThat(HealthChecks.findings(studied))
                .filteredOn(finding -> finding.check().equals("trials-fail"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.parameters()).containsExactly("x1");
                    assertThat(finding.sentence()).contains("x1 is above 0.6").contains("the loss is NaN");
                });
    }

    @Test
    void failuresThatComeEverywhereAreNotPutDownToAPlace() {
        var studied = Searched.randomly(cube(3), 60)
                .answered(
                        1,
                        (c, random) -> random.nextDouble() < 0.4
                                ? new Outcome.Failed(Outcome.Cause.ERROR, "no space left")
                                : new Outcome.Completed(Measurements.of("loss", healthy(c))));

        assertThat(new TrialsFail().look(studied)).singleElement().satisfies(finding -> assertThat(finding.parameters())
                .isEmpty());
    }

    @Test
    void aLimitThatNothingKeepsIsNamed() {
        var limit = new Constraint("memory", Constraint.Bound.AT_MOST, 1, Constraint.Known.AFTER);
        var studied = Searched.randomly(cube(3), 30)
                .within(limit)
                .answered(
                        1,
                        (c, random) -> new Outcome.OverLimit(
                                "memory", 1.5 + number(c, "x0"), Measurements.of("loss", healthy(c))));

        assertThat(new NeverWithin().look(studied)).singleElement().satisfies(finding -> assertThat(finding.sentence())
                .contains("None of 30 trials kept memory <= 1"));
    }

    @Test
    void aLimitThatIsKnownBeforeIsKeptByWhateverRan() {
        var limit = new Constraint("parameters", Constraint.Bound.AT_MOST, 1, Constraint.Known.BEFORE);
        var tried = new Tried(cube(1), Fidelity.WHOLE, List.of(limit), Objective.minimize("loss"));
        var configuration = Encoding.of(cube(1)).defaults().orElseThrow();
        for (int i = 0; i < 15; i++) {
            int refused = tried.start(configuration, Start.FRESH);
            tried.finish(refused, new Outcome.OverLimit("parameters", 2, Measurements.of("parameters", 2)), 0);
        }
        assertThat(new NeverWithin().look(tried.studied())).hasSize(1);

        tried.complete(configuration, Measurements.of("loss", 1), 1);
        assertThat(new NeverWithin().look(tried.studied())).isEmpty();
    }

    @Test
    void anObjectiveThatDoesNotMoveIsNamed() {
        assertThat(found(Searched.randomly(cube(3), 30).of(1, 0, c -> 0.5))).contains("standstill");
    }

    @Test
    void whatIsTriedAgainAndAgainIsCounted() {
        var same = new Configuration[12];
        Arrays.fill(same, Encoding.of(cube(3)).defaults().orElseThrow());

        assertThat(found(Searched.randomly(cube(3), 20).after(same).of(1, 0.1, HealthChecksTest::healthy)))
                .contains("duplicates");
    }

    @Test
    void noiseAsLargeAsAllDifferencesIsNamedOnceRepeatsShowIt() {
        var search = Searched.randomly(cube(3), 60).repeating(new BestRepeats(4, 6, 0.5));

        assertThat(found(search.of(1, 5, HealthChecksTest::healthy))).contains("too-much-noise");
        assertThat(found(search.of(1, 0.02, HealthChecksTest::healthy))).doesNotContain("too-much-noise");
    }

    @Test
    void tooFewItemsAreNamed() {
        var search = Searched.randomly(cube(3), 40);

        assertThat(found(search.answered(1, (c, random) -> measured(c, 0.5)))).contains("too-few-items");
        assertThat(found(search.answered(1, (c, random) -> measured(c, 0.001)))).isEmpty();
    }

    private static Outcome measured(Configuration c, double error) {
        return new Outcome.Completed(Measurements.of("loss", healthy(c)).and("loss_standard_error", error));
    }

    @Test
    void timeForAFewTrialsOnlyIsTooLittle() {
        var studied = Searched.randomly(cube(3), 20).of(1, 0.02, HealthChecksTest::healthy);

        assertThat(new TimeRunsOut().look(within(studied, Duration.ofMinutes(1))))
                .hasSize(1);
        assertThat(new TimeRunsOut().look(within(studied, Duration.ofMinutes(60))))
                .isEmpty();
    }

    private static Studied within(Studied studied, Duration time) {
        var spec = studied.spec();
        return new Studied(
                new StudySpec(
                        spec.name(),
                        spec.seed(),
                        spec.problem(),
                        new Budget.WallClock(time),
                        spec.search(),
                        spec.knowledge(),
                        spec.errand()),
                studied.space(),
                studied.history());
    }
}
