package dev.sweetspot.benchmarks.regret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.form.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoresTest {
    private static Run run(String challenge, String who, int seed, double loss) {
        var losses = new ArrayList<double[]>();
        IntStream.range(0, 25).forEach(i -> losses.add(new double[] {i == 24 ? loss : loss + 1}));
        return new Run(challenge, who, seed, 25, new Run.Trials(losses), 0.001);
    }

    private static Scores scored() {
        var scores = new Scores();
        for (var challenge : List.of("one", "two")) {
            var runs = new ArrayList<Run>();
            for (int seed = 0; seed < 5; seed++) {
                // The median of random search is 2 above the best known, which is 1.
                runs.add(run(challenge, "random", seed, 1 + seed));
                runs.add(run(challenge, "good", seed, challenge.equals("one") ? 2 : 1.2));
                runs.add(run(challenge, "bad", seed, 100));
            }
            scores.add(Challenge.Kind.SINGLE, Known.of(1), runs, "random");
        }
        return scores;
    }

    @Test
    void regretIsOneForMedianRandomSearchZeroForTheBestKnownAndThreeAtTheMost() {
        var scores = scored();
        assertThat(scores.seeds("one", "random", 25)).containsExactly(0.0, 0.5, 1.0, 1.5, 2.0);
        assertThat(scores.mean(List.of("one"), "good", 25)).isCloseTo(0.5, within(1e-12));
        assertThat(scores.mean(List.of("one", "two"), "good", 25)).isCloseTo(0.3, within(1e-12));
        assertThat(scores.mean(List.of("one", "two"), "bad", 25)).isEqualTo(3);
        assertThat(scores.covers(List.of("one"), "good", 50, 1)).isFalse();
    }

    @Test
    void ranksAreMeansOverTheChallengesAndEqualsShareTheirs() {
        var scores = scored();
        var all = List.of("bad", "good", "random");
        assertThat(scores.rank(List.of("one", "two"), "good", all, 25)).isEqualTo(1);
        assertThat(scores.rank(List.of("one", "two"), "bad", all, 25)).isEqualTo(3);
        assertThat(scores.rank(List.of("one"), "good", List.of("good", "good2"), 25))
                .isEqualTo(1);
    }

    /** Five equal seeds leave only the challenges to vary: 0.1, 0.3 and 0.5 are all the means that there are. */
    @Test
    void intervalsSpanWhatChallengesAndSeedsCouldHaveBeen() {
        var interval = Bootstrap.ofMean(scored(), List.of("one", "two"), "good", 25);
        assertThat(interval.low()).isCloseTo(0.1, within(1e-9));
        assertThat(interval.high()).isCloseTo(0.5, within(1e-9));
        var ratio = Bootstrap.ofRatio(scored(), List.of("one", "two"), "good", "bad", 25);
        assertThat(ratio.high()).isCloseTo(0.5 / 3, within(1e-9));
    }

    @Test
    void aTableHasARowForEachSearcherTheBestFirstAndTheRatioToTheBestPeer() {
        var table = new Table(scored(), List.of("one", "two"), List.of(25, 50), List.of("bad"));
        assertThat(table.markdown("Test").lines())
                .contains("| | regret @25 | to the best peer @25 | rank @25 |")
                .anyMatch(line -> line.startsWith("| **bad** | 3.000 [3.000, 3.000] | 10.00 [6.00, ")
                        && line.contains("of good"));
        assertThat(table.detail()).contains("| one | 0.500 | 3.000 |").contains("| two | 0.100 | 3.000 |");
    }

    @Test
    void runsComeBackFromTheirFilesAndFromThePackedForm() {
        var run = run("one", "good", 3, 2);
        var again = RunForms.fromForm(RunForms.toForm(run));
        assertThat(((Run.Trials) again.course()).losses()).hasSize(25).last().isEqualTo(new double[] {2});
        assertThat(again.seed()).isEqualTo(3);
        var packed = RunForms.fromForm(Json.parse(
                "{\"sugg_s\":{\"10\":0.1},\"problem\":\"p\",\"peer\":\"x\",\"seed\":0,\"budget\":4,"
                        + "\"imp\":[[0,5.5],[2,1.5]],\"n\":4}",
                "test"));
        assertThat(((Run.Trials) packed.course()).losses().stream().mapToDouble(losses -> losses[0]))
                .containsExactly(5.5, 5.5, 1.5, 1.5);
        var epochs = new Run("m", "w", 1, 2, new Run.Epochs(List.of(1, 9), List.of(0.5, 0.25), 104, 52), 0);
        assertThat(RunForms.fromForm(RunForms.toForm(epochs)).course()).isEqualTo(epochs.course());
    }

    /** Three boxes of a staircase below (1, 1): 0.9 * 0.1 + 0.5 * 0.4 + 0.1 * 0.4, counted by hand. */
    @Test
    void hypervolumeIsTheAreaUnderTheStaircase() {
        var points = List.of(
                new double[] {0.1, 0.9}, new double[] {0.5, 0.5}, new double[] {0.9, 0.1}, new double[] {0.95, 0.95});
        assertThat(Hypervolume.of(points, new double[] {1, 1})).isCloseTo(0.09 + 0.2 + 0.04, within(1e-12));
        assertThat(Hypervolume.of(List.of(), new double[] {1, 1})).isZero();
        assertThat(Hypervolume.of(List.of(new double[] {0.5, 1.5}), new double[] {1, 1}))
                .isZero();
    }

    /** Two unit-cube boxes of volume 1/8 + 1/4 that share 1/16 by inclusion and exclusion. */
    @Test
    void hypervolumeOfThreeObjectivesCountsWhatBoxesShareOnce() {
        var points = List.of(new double[] {0.5, 0.5, 0.5}, new double[] {0, 0.75, 0});
        assertThat(Hypervolume.of(points, new double[] {1, 1, 1}))
                .isCloseTo(0.125 + 0.25 - 0.5 * 0.25 * 0.5, within(1e-12));
    }

    @Test
    void theMissingHypervolumeIsZeroOnTheFrontAndAllOfItFarAway() {
        var known = new Known(List.of(new double[] {0, 1}, new double[] {1, 0}), List.of());
        assertThat(known.missing(known.front())).isZero();
        assertThat(known.missing(List.of(new double[] {5, 5})))
                .isEqualTo(known.missing(List.of()))
                .isPositive();
    }
}
