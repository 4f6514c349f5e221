package dev.sweetspot.surrogate.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.surrogate.Columns;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawnProcessesTest {
    private static final Columns SQUARE =
            Columns.of(SearchSpace.of(Parameter.real("x", 0, 1), Parameter.real("y", 0, 1)));
    private static final double[][] POINTS = points(25);

    private static double[][] points(int count) {
        var random = new SplittableRandom(1);
        return IntStream.range(0, count)
                .mapToObj(i -> random.doubles(2).toArray())
                .toArray(double[][]::new);
    }

    /** The first column alone does something. */
    private static double[] waves() {
        return Arrays.stream(POINTS)
                .mapToDouble(point -> Math.sin(12 * point[0]))
                .toArray();
    }

    /**
     * What is known takes the evidence back, so the prior is left: ln l normal about ln (0.3 sqrt 2) with deviation 1.5. Some
     * 500 draws that depend little on one another; the bounds are four standard errors.
     */
    @Test
    void whereTheValuesSayNothingThePriorIsDrawn() {
        var drawn = new DrawnProcesses(20, 20, 50, 2).of(SQUARE, POINTS, waves(), each -> -each.logEvidence(), 3);
        var logarithms = drawn.stream()
                .mapToDouble(each -> Math.log(each.hyperparameters().lengthScales()[0] / (0.3 * Math.sqrt(2))))
                .toArray();
        double mean = Arrays.stream(logarithms).average().orElseThrow();
        double variance = Arrays.stream(logarithms)
                .map(each -> (each - mean) * (each - mean))
                .average()
                .orElseThrow();
        // Of the prior of the noise, (g^(1/4) - 0.1) / (10^(1/4) - 0.1) is below 1/2 at g = 0.778.
        double low = drawn.stream()
                        .filter(each -> each.hyperparameters().noise() < 0.778)
                        .count()
                / (double) drawn.size();

        assertThat(drawn).hasSize(1000);
        assertThat(mean).isCloseTo(0, within(4 * 1.5 / Math.sqrt(500)));
        assertThat(Math.sqrt(variance)).isCloseTo(1.5, within(4 * 1.5 / Math.sqrt(2 * 500)));
        assertThat(low).isCloseTo(0.5, within(4 * 0.5 / Math.sqrt(500)));
    }

    @Test
    void aColumnThatDoesNothingIsDrawnWithALongReachAndOneThatDoesWithAShortOne() {
        var drawn = DrawnProcesses.usual().of(SQUARE, POINTS, waves(), each -> 0, 1);

        assertThat(drawn).hasSize(48).allSatisfy(each -> assertThat(
                        each.hyperparameters().lengthScales()[0])
                .isLessThan(each.hyperparameters().lengthScales()[1]));
    }

    @Test
    void whatElseIsKnownOfTheNoiseIsFollowed() {
        var drawn = DrawnProcesses.usual()
                .of(
                        SQUARE,
                        POINTS,
                        waves(),
                        each -> -0.5 * Math.pow(Math.log(each.hyperparameters().noise() / 0.5) / 0.05, 2),
                        1);

        assertThat(drawn)
                .allSatisfy(each -> assertThat(each.hyperparameters().noise()).isBetween(0.35, 0.7));
    }

    @Test
    void theSameSeedDrawsTheSame() {
        var once = DrawnProcesses.usual().of(SQUARE, POINTS, waves(), each -> 0, 5);
        var again = DrawnProcesses.usual().of(SQUARE, POINTS, waves(), each -> 0, 5);

        assertThat(once.stream().map(each -> each.hyperparameters().noise()))
                .containsExactlyElementsOf(again.stream()
                        .map(each -> each.hyperparameters().noise())
                        .toList());
    }

    @Test
    void nothingCanBeDrawnByNoChain() {
        assertThatThrownBy(() -> new DrawnProcesses(0, 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("chains = 0");
    }
}
