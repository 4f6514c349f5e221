package dev.sweetspot.schedulers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.scheduler.Schedulers;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.testkit.SimulatedStudy;
import dev.sweetspot.testkit.SimulatedStudy.Trials;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class RacingTest {
    private static final int FOLDS = 10;
    private static final int TRIALS = 50;

    private static History run(Scheduler scheduler, Trials trials, int folds, int count, Objective... objectives) {
        var problem = new Problem(Table.SPACE, List.of(objectives), List.of(), Fidelity.folds(folds));
        return new SimulatedStudy(scheduler, problem, trials, Table.trials(1, count), 1).run(100_000);
    }

    private static History run(Scheduler scheduler, Trials trials, int folds, int count) {
        return run(scheduler, trials, folds, count, Objective.minimize("loss"));
    }

    /** Trials with these losses on each fold, which report their means until then and nothing else. */
    private static Trials means(double[]... losses) {
        return new Trials() {
            @Override
            public Measurements report(int trial, Configuration configuration, double fidelity) {
                double sum = 0;
                for (int fold = 0; fold < fidelity; fold++) {
                    sum += losses[trial][fold];
                }
                return Measurements.of("loss", sum / fidelity);
            }
        };
    }

    @Test
    void aTrialThatIsClearlyWorseEndsAfterThreeFoldsAndSaysWhy() {
        var history = run(
                new Racing(),
                means(
                        new double[] {0.30, 0.50, 0.10, 0.40, 0.30, 0.30},
                        new double[] {0.51, 0.70, 0.32, 0.61, 0.50, 0.50},
                        new double[] {0.31, 0.49, 0.12, 0.38, 0.31, 0.30},
                        new double[] {0.20, 0.42, 0.01, 0.29, 0.21, 0.20}),
                6,
                4);
        assertThat(Table.reached(history)).containsExactly(6.0, 3.0, 6.0, 6.0);
        var outcome = (Outcome.StoppedEarly) history.trial(1).outcome().orElseThrow();
        assertThat(outcome.reason())
                .isEqualTo("after 3 of 6 folds its loss was by 0.210 worse than that of trial 0 on the same folds");
    }

    /** Every trial is worse on the first folds than the first is on all of its own: that is nothing against it. */
    @Test
    void aTrialThatIsBetterOnTheSameFoldsGoesOnHoweverHardTheseFoldsAre() {
        var history = run(
                new Racing(),
                means(
                        new double[] {0.9, 0.8, 0.9, 0.1, 0.1, 0.1, 0.1, 0.1},
                        new double[] {0.85, 0.75, 0.87, 0.06, 0.05, 0.05, 0.07, 0.05}),
                8,
                2);
        assertThat(Table.reached(history)).containsExactly(8.0, 8.0);
    }

    @Test
    void withSeveralObjectivesATrialThatIsBetterInOneOfThemGoesOn() {
        var trials = new Trials() {
            @Override
            public Measurements report(int trial, Configuration configuration, double fidelity) {
                double wave = 0.001 * (fidelity % 2);
                return Measurements.of("loss", trial + wave)
                        .and("size", trial == 1 ? 1 + wave : 5 + trial * (1 + 0.01 * fidelity));
            }
        };
        var history = run(new Racing(), trials, 8, 3, Objective.minimize("loss"), Objective.minimize("size"));
        assertThat(Table.reached(history)).containsExactly(8.0, 8.0, 3.0);
    }

    @Test
    void whereThereAreNoMoreFoldsThanAreAlwaysRunNothingEnds() {
        var history = run(new Racing(), means(new double[] {1, 1, 1}, new double[] {9, 9, 9}), 3, 2);
        assertThat(Table.reached(history)).containsExactly(3.0, 3.0);
    }

    @Test
    void theDefaultSchedulerRacesWhereTrialsAreMadeOfFolds() {
        var world = new FoldWorld(TRIALS, FOLDS, FoldWorld.Kind.RANDOM, 5, 3);
        assertThat(Table.reached(run(new Auto(), world, FOLDS, TRIALS)))
                .isEqualTo(Table.reached(run(new Racing(), world, FOLDS, TRIALS)))
                .contains(3.0);
        assertThat(Schedulers.named("racing")).isEqualTo(new Racing());
    }

    @Test
    void settingsOutsideOfTheirRangesAreRefused() {
        assertThatThrownBy(() -> new Racing(0.5, 3, 0.25, 0.25))
                .hasMessage("probability = 0.5: must be above 0 and below 0.5. Maybe 0.1?");
        assertThatThrownBy(() -> new Racing(0.1, 1, 0.25, 0.25))
                .hasMessage("folds = 1: must be at least 2, to see how folds differ. Maybe 3?");
        assertThatThrownBy(() -> new Racing(0.1, 3, 0.25, -1))
                .hasMessage("indifference = -1: must be from 0 to 3. Maybe 0.25?");
    }

    /**
     * Over made-up studies of 50 trials by ten folds, of three kinds and four widths (0.5 to 5 times the noise of a fold). With
     * {@code -DargLine=-Dracing.figures=true} there are twice as many, 480, and it prints the figures of docs/ideas/racing.md. A
     * bound leaves room of four standard errors of 240 studies.
     */
    @Test
    void itSavesTwoFoldsOfFiveAndHardlyEverTheOneThatWouldHaveWon() {
        int seeds = Boolean.getBoolean("racing.figures") ? 40 : 20;
        var saved = new Mean();
        var regret = new Mean();
        var winnersEnded = new Mean();
        var clearlyWorseAtThree = new Mean();
        for (var kind : FoldWorld.Kind.values()) {
            for (double spread : new double[] {0.5, 1, 2, 5}) {
                var ofKind = new Mean();
                for (int seed = 0; seed < seeds; seed++) {
                    var world = new FoldWorld(
                            TRIALS,
                            FOLDS,
                            kind,
                            spread,
                            seed * 31L + kind.name().length());
                    var history = run(new Racing(), world, FOLDS, TRIALS);
                    ofKind.add(1 - history.fidelitySpent() / (TRIALS * FOLDS));
                    int chosen = history.best(Objective.minimize("loss"))
                            .orElseThrow()
                            .number();
                    int winner = world.bestOfAllFolds();
                    regret.add((world.truth(chosen) - world.truth(winner)) / FoldWorld.NOISE);
                    winnersEnded.add(history.trial(winner).completed() ? 0 : 1);
                    for (int i = 1; i < TRIALS; i++) {
                        if (world.truth(i) - world.truth(0) > 8 * FoldWorld.NOISE) {
                            clearlyWorseAtThree.add(history.trial(i).curve().reached() == 3 ? 1 : 0);
                        }
                    }
                }
                saved.add(ofKind.value());
                if (Boolean.getBoolean("racing.figures")) {
                    System.out.println(kind + " " + spread + " saved " + ofKind.value());
                }
            }
        }
        if (Boolean.getBoolean("racing.figures")) {
            System.out.println("saved " + saved + ", regret " + regret + ", winners ended " + winnersEnded
                    + ", clearly worse ended after three " + clearlyWorseAtThree);
        }
        assertThat(saved.value()).isGreaterThan(0.4);
        assertThat(regret.value()).isLessThan(0.05);
        assertThat(winnersEnded.value()).isLessThan(0.09);
        assertThat(clearlyWorseAtThree.value()).isGreaterThan(0.97);
    }

    private static final class Mean {
        private double sum;
        private double squares;
        private int count;

        void add(double value) {
            sum += value;
            squares += value * value;
            count++;
        }

        double value() {
            return sum / count;
        }

        @Override
        public String toString() {
            double variance = Math.max(0, squares / count - value() * value());
            return value() + " +- " + Math.sqrt(variance / count) + " of " + count;
        }
    }
}
