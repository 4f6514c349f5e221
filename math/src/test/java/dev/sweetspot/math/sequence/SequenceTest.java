package dev.sweetspot.math.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

class SequenceTest {
    /** The first points that Joe and Kuo print for three dimensions at web.maths.unsw.edu.au/~fkuo/sobol. */
    private static final double[][] PUBLISHED = {
        {0, 0, 0},
        {0.5, 0.5, 0.5},
        {0.75, 0.25, 0.25},
        {0.25, 0.75, 0.75},
        {0.375, 0.375, 0.625},
        {0.875, 0.875, 0.125},
        {0.625, 0.125, 0.875},
        {0.125, 0.625, 0.375}
    };

    @Test
    void theFirstPointsOfSobolAreThosePublished() {
        var sobol = Sobol.plain(3);

        for (int i = 0; i < PUBLISHED.length; i++) {
            assertThat(sobol.point(i)).containsExactly(PUBLISHED[i]);
        }
    }

    /**
     * SciPy 1.17.1: {@code s = scipy.stats.qmc.Sobol(512, scramble=False, bits=32); s.fast_forward(12345);
     * p = s.random(1)[0]; [p[d] for d in (0, 1, 2, 9, 99, 300, 510, 511)]}.
     */
    @Test
    void alsoFarDimensionsAndLatePointsOfSobolAreRight() {
        var point = Sobol.plain(512).point(12345);

        assertThat(Arrays.stream(new int[] {0, 1, 2, 9, 99, 300, 510, 511})
                        .mapToDouble(d -> point[d])
                        .toArray())
                .containsExactly(
                        0.64093017578125,
                        0.81341552734375,
                        0.16033935546875,
                        0.42962646484375,
                        0.53887939453125,
                        0.88189697265625,
                        0.42413330078125,
                        0.88165283203125);
    }

    /** The radical inverses of 0 to 5 in bases 2, 3, 5 and 7, by hand. */
    @Test
    void theFirstPointsOfHaltonAreMirroredNumbers() {
        var halton = Halton.plain(4);
        double[][] expected = {
            {0, 0, 0, 0},
            {1 / 2.0, 1 / 3.0, 1 / 5.0, 1 / 7.0},
            {1 / 4.0, 2 / 3.0, 2 / 5.0, 2 / 7.0},
            {3 / 4.0, 1 / 9.0, 3 / 5.0, 3 / 7.0},
            {1 / 8.0, 4 / 9.0, 4 / 5.0, 4 / 7.0},
            {5 / 8.0, 7 / 9.0, 1 / 25.0, 5 / 7.0}
        };

        for (int i = 0; i < expected.length; i++) {
            assertThat(halton.point(i)).containsExactly(expected[i], within(1e-15));
        }
    }

    @Test
    void scramblingKeepsEachFirstPowerOfTwoInCellsOfItsOwn() {
        for (long seed = 0; seed < 20; seed++) {
            var sobol = Sobol.scrambled(30, seed);
            for (int d = 0; d < 30; d++) {
                int dimension = d;
                assertThat(cells(256, index -> sobol.point(index)[dimension])).containsOnly(1);
            }
        }
    }

    /** The first two coordinates are a (0, k, 2)-net: each elementary box of 1/256, whatever its shape, has one point. */
    @Test
    void scramblingKeepsTheNet() {
        var sobol = Sobol.scrambled(2, 7);
        for (int k = 0; k <= 8; k++) {
            var counts = new int[256];
            for (int i = 0; i < 256; i++) {
                var point = sobol.point(i);
                int column = (int) (point[0] * (1 << k));
                int row = (int) (point[1] * (1 << (8 - k)));
                counts[column * (1 << (8 - k)) + row]++;
            }
            assertThat(counts).containsOnly(1);
        }
    }

    @Test
    void scramblingKeepsEachFirstPowerOfThePrimeInCellsOfItsOwn() {
        for (long seed = 0; seed < 20; seed++) {
            var halton = Halton.scrambled(4, seed);
            assertThat(cells(243, index -> halton.point(index)[1])).containsOnly(1);
            assertThat(cells(343, index -> halton.point(index)[3])).containsOnly(1);
        }
    }

    private static int[] cells(int count, LongFunction<Double> coordinate) {
        var cells = new int[count];
        for (int i = 0; i < count; i++) {
            cells[(int) (coordinate.apply(i) * count)]++;
        }
        return cells;
    }

    /**
     * Over seeds, one point of a scrambled sequence is uniform (Kolmogorov's distance within the bound of Dvoretzky, Kiefer,
     * Wolfowitz and Massart; each of the 18 samples fails by chance once in 10^8 runs).
     */
    @Test
    void overSeedsAPointIsUniform() {
        int seeds = 3_000;
        for (long index : new long[] {0, 1, 1000}) {
            for (int d : new int[] {0, 1, 20}) {
                var sobol = new double[seeds];
                var halton = new double[seeds];
                for (int seed = 0; seed < seeds; seed++) {
                    sobol[seed] = Sobol.scrambled(21, seed).point(index)[d];
                    halton[seed] = Halton.scrambled(21, seed).point(index)[d];
                }
                assertUniform(sobol);
                assertUniform(halton);
            }
        }
    }

    private static void assertUniform(double[] sample) {
        Arrays.sort(sample);
        double distance = 0;
        for (int i = 0; i < sample.length; i++) {
            distance = Math.max(distance, Math.abs(sample[i] - (i + 0.5) / sample.length) + 0.5 / sample.length);
        }
        assertThat(distance).isLessThan(Math.sqrt(Math.log(2 / 1e-8) / (2.0 * sample.length)));
    }

    /**
     * What evenness is for: the mean of a smooth function. Plain chance has a root mean square error of 0.0048 here (the
     * standard deviation of the product, 0.155, over the root of 1024); scrambled sequences are at least 5 times nearer.
     */
    @Test
    void meansOfSmoothFunctionsAreMuchNearerThanByChance() {
        double[] squares = new double[2];
        int seeds = 50;
        for (int seed = 0; seed < seeds; seed++) {
            Sequence[] both = {Sobol.scrambled(4, seed), Halton.scrambled(4, seed)};
            for (int s = 0; s < both.length; s++) {
                double sum = 0;
                for (int i = 0; i < 1024; i++) {
                    double product = 1;
                    for (double u : both[s].point(i)) {
                        product *= 0.8 + 0.4 * u;
                    }
                    sum += product;
                }
                squares[s] += Math.pow(sum / 1024 - 1, 2) / seeds;
            }
        }
        double chance = Math.sqrt((Math.pow(1 + 0.16 / 12, 4) - 1) / 1024);

        assertThat(Math.sqrt(squares[0])).isLessThan(chance / 5);
        assertThat(Math.sqrt(squares[1])).isLessThan(chance / 5);
    }

    @Test
    void seedsGiveOtherPointsAndTheSameSeedTheSame() {
        assertThat(Sobol.scrambled(3, 1).point(5))
                .isEqualTo(Sobol.scrambled(3, 1).point(5))
                .isNotEqualTo(Sobol.scrambled(3, 2).point(5));
        assertThat(Halton.scrambled(3, 1).point(5))
                .isEqualTo(Halton.scrambled(3, 1).point(5))
                .isNotEqualTo(Halton.scrambled(3, 2).point(5));
    }

    @Test
    void theLastIndexIsInsideAndTheNextIsRefused() {
        for (var sequence : new Sequence[] {Sobol.scrambled(3, 1), Halton.scrambled(3, 1), Sobol.plain(3)}) {
            assertThat(Arrays.stream(sequence.point(0xffff_ffffL))).allMatch(u -> u >= 0 && u < 1);
            assertThatThrownBy(() -> sequence.point(0x1_0000_0000L)).hasMessageContaining("index = 4294967296");
            assertThatThrownBy(() -> sequence.point(-1)).hasMessageContaining("index = -1");
        }
        assertThatThrownBy(() -> Sobol.plain(513)).hasMessageContaining("from 1 to 512");
    }
}
