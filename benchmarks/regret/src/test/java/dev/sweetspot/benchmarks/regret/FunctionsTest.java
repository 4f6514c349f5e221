package dev.sweetspot.benchmarks.regret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.space.Encoding;
import dev.sweetspot.study.StableRandom;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FunctionsTest {
    /** The optima that the papers state, with as many digits as they give. */
    @Test
    void theFunctionsHaveTheirPublishedMinima() {
        assertThat(Functions.branin(-Math.PI, 12.275)).isCloseTo(0.397887, within(1e-6));
        assertThat(Functions.branin(Math.PI, 2.275)).isCloseTo(0.397887, within(1e-6));
        assertThat(Functions.branin(9.42478, 2.475)).isCloseTo(0.397887, within(1e-6));
        assertThat(Functions.hartmann6(new double[] {0.20169, 0.150011, 0.476874, 0.275332, 0.311652, 0.6573}))
                .isCloseTo(-3.32237, within(1e-5));
        assertThat(Functions.ackley(new double[8])).isCloseTo(0, within(1e-12));
        assertThat(Functions.rosenbrock(filled(6, 1))).isZero();
        assertThat(Functions.rastrigin(new double[5])).isZero();
        assertThat(Functions.levy(filled(10, 1))).isCloseTo(0, within(1e-12));
        assertThat(Functions.styblinskiTang(filled(8, -2.903534))).isCloseTo(0, within(1e-6));
    }

    @Test
    void theFrontsOfSeveralObjectivesAreThoseOfThePapers() {
        var edge = new double[8];
        edge[0] = 0.25;
        assertThat(Functions.zdt1(edge)[1]).isCloseTo(0.5, within(1e-12));
        assertThat(Functions.zdt2(edge)[1]).isCloseTo(0.9375, within(1e-12));
        assertThat(Functions.zdt3(edge)[1]).isCloseTo(0.5 - 0.25 * Math.sin(2.5 * Math.PI), within(1e-12));
        var sphere = Functions.dtlz2(new double[] {0.3, 0.8, 0.5, 0.5, 0.5, 0.5, 0.5}, 3);
        assertThat(Arrays.stream(sphere).map(x -> x * x).sum()).isCloseTo(1, within(1e-12));
    }

    /**
     * Values at fixed points, computed in Python from the same draws:
     *
     * <pre>{@code
     * x = 0.5 * arange(n) - 1
     * z = rotation @ (x - shift) + 1
     * rosenbrock = log10(1 + sum(100 * (z[:-1] ** 2 - z[1:]) ** 2 + (z[:-1] - 1) ** 2))
     * d = (x - peaks) @ rotation.T
     * gallagher = 10 - (heights * exp(-sum(widths * d * d, axis=1) / (2 * n))).max()
     * }</pre>
     */
    @Test
    void theDrawnFunctionsAreThoseOfTheirDraws() {
        var x = new double[] {-1, -0.5, 0, 0.5, 1, 1.5};
        assertThat(Instances.rosenbrock("rosen-rot6").of(x)).isCloseTo(4.249253767009799, within(1e-9));
        assertThat(Instances.gallagher("gallagher5").of(Arrays.copyOf(x, 5)))
                .isCloseTo(4.820194696460145, within(1e-9));
    }

    @Test
    void nothingBeatsTheBestThatIsKnownOfAnyChallenge() {
        var optima = new Optima(Optional.empty());
        for (var challenge : Synthetic.all()) {
            var random = new StableRandom(7);
            var known = optima.of(challenge);
            for (int i = 0; i < 300; i++) {
                var configuration =
                        Encoding.of(challenge.problem().space()).draw(random).orElseThrow();
                var losses = challenge.losses(challenge.trial().at(configuration, 1));
                if (losses.length == 1) {
                    assertThat(losses[0]).as(challenge.name()).isGreaterThanOrEqualTo(known.best() - 1e-6);
                } else {
                    assertThat(known.front())
                            .as(challenge.name())
                            .noneMatch(point -> losses[0] < point[0] - 1e-3
                                    && losses[1] < point[1] - 1e-3
                                    && (losses.length < 3 || losses[2] < point[2] - 1e-3));
                }
            }
        }
    }

    private static double[] filled(int count, double value) {
        var x = new double[count];
        Arrays.fill(x, value);
        return x;
    }
}
