package dev.sweetspot.insight.honest;

import static dev.sweetspot.insight.Searched.cube;
import static dev.sweetspot.insight.Searched.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.insight.Searched;
import dev.sweetspot.sampler.Sampler;
import dev.sweetspot.sampler.Samplers;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A short form of what {@code CoverageBenchmark} measures. Were 93 of 100 intervals right in the long run, fewer than 84 of
 * 100 would be with a probability of 0.1 %. None of these functions was looked at when the way of computing was chosen.
 */
@Tag("once")
class CoverageTest {
    private static final int STUDIES = 100;
    private static final int TRIALS = 30;

    /** A function and how much noise its results have. */
    private record Case(SearchSpace space, ToDoubleFunction<Configuration> loss, double noise) {}

    private static final List<Case> CASES = List.of(
            new Case(cube(3), CoverageTest::camel, 0.5),
            new Case(cube(2), CoverageTest::himmelblau, 15),
            new Case(
                    cube(3).with(Parameter.categorical("kind", "a", "b", "c")),
                    c -> camel(c) / 4 + "abc".indexOf(c.values().get("kind").toString()),
                    0.3),
            new Case(cube(4), CoverageTest::valley, 0.1),
            new Case(cube(3), c -> 0, 1));

    /** Six humps (Dixon and Szego 1978), and one number that does nothing. */
    private static double camel(Configuration c) {
        double x = 6 * number(c, "x0") - 3;
        double y = 4 * number(c, "x1") - 2;
        return (4 - 2.1 * x * x + Math.pow(x, 4) / 3) * x * x + x * y + (4 * y * y - 4) * y * y;
    }

    /** Himmelblau 1972: four equal minima. */
    private static double himmelblau(Configuration c) {
        double x = 10 * number(c, "x0") - 5;
        double y = 10 * number(c, "x1") - 5;
        return Math.pow(x * x + y - 11, 2) + Math.pow(x + y * y - 7, 2);
    }

    private static double valley(Configuration c) {
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += Math.abs(number(c, "x" + i) - 0.2 * (i + 1)) / (i + 1);
        }
        return sum;
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"random", "tpe"})
    void intervalsHoldTheTrueValueOfTheWinnerAboutAsOftenAsTheySay(String name) {
        Sampler sampler = Samplers.named(name);
        int held = 0;
        int forgetful = 0;
        double bias = 0;
        double observed = 0;
        for (int i = 0; i < STUDIES; i++) {
            var one = CASES.get(i % CASES.size());
            var studied = Searched.randomly(one.space(), TRIALS).by(sampler).of(i, one.noise(), one.loss());
            var winner = HonestFigures.of(studied).orElseThrow().winner();
            double truth = one.loss()
                    .applyAsDouble(studied.history().trial(winner.trial()).configuration());
            held += winner.corrected().holds(truth) ? 1 : 0;
            forgetful += Math.abs(winner.observed() - truth) <= 1.96 * one.noise() ? 1 : 0;
            bias += (winner.corrected().value() - truth) / one.noise() / STUDIES;
            observed += (winner.observed() - truth) / one.noise() / STUDIES;
        }

        assertThat(held).as("corrected").isGreaterThanOrEqualTo(84);
        assertThat(held)
                .as("corrected, against %s for who forgets the choice", forgetful)
                .isGreaterThan(forgetful);
        assertThat(Math.abs(bias))
                .as("bias of the estimate, in deviations of the noise, against that of the value")
                .isLessThan(Math.abs(observed));
    }
}
