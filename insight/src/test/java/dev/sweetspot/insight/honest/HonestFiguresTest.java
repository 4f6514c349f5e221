package dev.sweetspot.insight.honest;

import static dev.sweetspot.insight.Searched.cube;
import static dev.sweetspot.insight.Searched.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.insight.Searched;
import dev.sweetspot.insight.Studied;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.surrogate.choice.BestRepeats;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HonestFiguresTest {
    private static double bowl(Configuration c) {
        return Math.pow(number(c, "x0") - 0.3, 2) + Math.pow(number(c, "x1") - 0.6, 2);
    }

    @Test
    void theLuckyBestOfEqualsIsDrawnBackToWhatTheyAllAre() {
        double drawn = IntStream.range(0, 20)
                .mapToDouble(seed -> HonestFigures.of(Searched.randomly(cube(2), 40)
                                .seeking(Objective.maximize("accuracy"))
                                .answered(
                                        seed,
                                        (c, random) -> new Outcome.Completed(
                                                Measurements.of("accuracy", 0.9 + 0.01 * random.nextGaussian()))))
                        .orElseThrow()
                        .winner()
                        .luck())
                .average()
                .orElseThrow();

        // The best of 40 is 2.16 deviations above the truth on average, half of which even half of a belief in luck
        // takes.
        assertThat(drawn).isBetween(0.0108, 0.0216);
    }

    @Test
    void whatRepeatsGiveTheSameAgainIsNoLuck() {
        var winner = HonestFigures.of(Searched.randomly(cube(2), 30)
                        .repeating(new BestRepeats())
                        .of(1, 0, HonestFiguresTest::bowl))
                .orElseThrow()
                .winner();

        assertThat(winner.source()).isEqualTo(Winner.Source.NO_LUCK);
        assertThat(winner.corrected()).isEqualTo(Estimate.certain(winner.observed()));
        assertThat(winner.inWords()).contains("none of it is luck");
    }

    @Test
    void repeatsMakeTheEstimateSurer() {
        var search = Searched.randomly(cube(2), 40);
        double once = 0;
        double repeated = 0;
        for (int seed = 0; seed < 10; seed++) {
            once += HonestFigures.of(search.of(seed, 0.1, HonestFiguresTest::bowl))
                    .orElseThrow()
                    .winner()
                    .corrected()
                    .width();
            var known = HonestFigures.of(
                            search.repeating(new BestRepeats(3, 5, 0.5)).of(seed, 0.1, HonestFiguresTest::bowl))
                    .orElseThrow()
                    .winner();
            repeated += known.corrected().width();
            assertThat(known.source()).isEqualTo(Winner.Source.REPEATS);
            assertThat(known.noise()).isCloseTo(0.1, within(0.06));
        }

        assertThat(repeated).isLessThan(0.9 * once);
    }

    @Test
    void aWinnerThatIsFarBetterThanTheDefaultIsTold() {
        var studied = withDefault(1, 0.01);
        var figures = HonestFigures.of(studied).orElseThrow();
        double truth = cone(studied.history().trial(0).configuration())
                - cone(studied.history().trial(figures.winner().trial()).configuration());

        assertThat(figures.standard()).hasValueSatisfying(rival -> {
            assertThat(rival.trial()).isZero();
            assertThat(rival.distinguishable()).isTrue();
            assertThat(rival.better().value()).isCloseTo(truth, within(0.2 * truth));
        });
    }

    @Test
    void aWinnerThatIsNotBetterThanTheDefaultIsWarnedOf() {
        int warned = 0;
        for (int seed = 0; seed < 20; seed++) {
            var studied = Searched.randomly(cube(2), 30)
                    .after(Encoding.of(cube(2)).defaults().orElseThrow())
                    .of(seed, 1, c -> 0);
            warned += HonestFigures.of(studied).orElseThrow().warnings().stream()
                            .anyMatch(warning -> warning.contains("cannot be told from the default"))
                    ? 1
                    : 0;
        }

        // Where the default itself won there is nothing to tell it from.
        assertThat(warned).isGreaterThanOrEqualTo(17);
    }

    private static Studied withDefault(long seed, double noise) {
        return Searched.randomly(cube(2), 40)
                .after(Encoding.of(cube(2)).defaults().orElseThrow())
                .of(seed, noise, HonestFiguresTest::cone);
    }

    private static double cone(Configuration c) {
        return 2.5 * Math.hypot(number(c, "x0") - 0.9, number(c, "x1") - 0.5);
    }

    @Test
    void onOtherDataTheErrorOfTheItemsCountsToo() {
        var studied = Searched.randomly(cube(2), 30)
                .answered(
                        3,
                        (c, random) -> new Outcome.Completed(
                                Measurements.of("loss", bowl(c)).and("loss_standard_error", 0.05)));
        var winner = HonestFigures.of(studied).orElseThrow().winner();

        assertThat(winner.onNewData()).hasValueSatisfying(other -> {
            assertThat(other.value()).isGreaterThan(winner.corrected().value());
            assertThat(other.width())
                    .isGreaterThan(2 * 1.95 * 0.05)
                    .isGreaterThan(winner.corrected().width());
        });
    }

    @Test
    void tooFewTrialsTellNothing() {
        assertThat(HonestFigures.of(Searched.randomly(cube(2), 4).of(1, 0.1, HonestFiguresTest::bowl)))
                .isEmpty();
    }

    @Test
    void theBestOfManyEqualsLooksBetterByAKnownPieceOfLuck() {
        // Of 300 draws the largest is expected at 2.85 deviations (tables of normal order statistics).
        assertThat(Overfitting.luckOfBest(0.02, 300)).isCloseTo(0.5 * 0.02 * 2.85, within(2e-4));
        assertThat(Overfitting.luckOfBest(0.02, 1)).isZero();
    }

    @Test
    void anOverfittedValidationPartIsFound() {
        var accuracy = Objective.maximize("accuracy");

        assertThat(Overfitting.of(accuracy, 0.95, 0.01, 0.90, 0.01, 100).found())
                .isTrue();
        assertThat(Overfitting.of(accuracy, 0.95, 0.01, 0.94, 0.01, 100).found())
                .isFalse();
        assertThat(Overfitting.of(accuracy, 0.90, 0.01, 0.95, 0.01, 100).found())
                .isFalse();
    }
}
