package dev.sweetspot.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Every test of a distribution here refuses a correct sampler in one run of a thousand or fewer (fixed seeds). */
class FeasibleDrawTest {
    private static final int DRAWS = 4000;

    private static double[] drawn(SearchSpace space, ToDoubleFunction<Configuration> statistic, long seed) {
        var random = new SplittableRandom(seed);
        var encoding = Encoding.of(space);
        var values = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            var configuration = encoding.draw(random).orElseThrow();
            assertThat(encoding.feasible(configuration)).isTrue();
            values[i] = statistic.applyAsDouble(configuration);
        }
        Arrays.sort(values);
        return values;
    }

    /** Kolmogorov-Smirnov against a distribution function; 1.95 / sqrt(n) is passed once in a thousand. */
    private static void follows(double[] sorted, java.util.function.DoubleUnaryOperator distribution) {
        double most = 0;
        for (int i = 0; i < sorted.length; i++) {
            double expected = distribution.applyAsDouble(sorted[i]);
            most = Math.max(
                    most, Math.max(expected - (double) i / sorted.length, (i + 1.0) / sorted.length - expected));
        }
        assertThat(most).isLessThan(1.95 / Math.sqrt(sorted.length));
    }

    private static Relation.Linear sum(Relation.Comparison comparison, double bound, Parameter<?>... parameters) {
        var factors = new java.util.LinkedHashMap<String, Double>();
        for (var parameter : parameters) {
            factors.put(parameter.name(), 1.0);
        }
        return new Relation.Linear(factors, comparison, bound);
    }

    @Test
    void sharesThatAddUpToOneAreUniformOnTheSimplex() {
        var a = Parameter.real("a", 0, 1);
        var b = Parameter.real("b", 0, 1);
        var c = Parameter.real("c", 0, 1);
        var space = SearchSpace.of(a, b, c).with(sum(Relation.Comparison.EQUAL, 1, a, b, c));
        // On the simplex of three shares P(share <= x) = 1 - (1 - x)^2.
        for (var share : List.of(a, b, c)) {
            follows(drawn(space, drawn -> drawn.get(share), 1), x -> 1 - (1 - x) * (1 - x));
        }
    }

    @Test
    void sixSharesAreUniformOnTheirSimplexToo() {
        var shares = new ArrayList<RealParameter>();
        for (int i = 0; i < 6; i++) {
            shares.add(Parameter.real("s" + i, 0, 1));
        }
        var space = SearchSpace.of(shares.toArray(new Parameter<?>[0]))
                .with(sum(Relation.Comparison.EQUAL, 1, shares.toArray(new Parameter<?>[0])));
        follows(drawn(space, drawn -> drawn.get(shares.get(0)), 2), x -> 1 - Math.pow(1 - x, 5));
        follows(drawn(space, drawn -> drawn.get(shares.get(5)), 3), x -> 1 - Math.pow(1 - x, 5));
    }

    @Test
    void anOrderOfThreeIsThatOfSortedUniformNumbers() {
        var a = Parameter.real("a", 0, 1);
        var b = Parameter.real("b", 0, 1);
        var c = Parameter.real("c", 0, 1);
        var space = SearchSpace.of(a, b, c).with(Relation.order(a, b)).with(Relation.order(b, c));
        follows(drawn(space, drawn -> drawn.get(a), 4), x -> 1 - Math.pow(1 - x, 3));
        follows(drawn(space, drawn -> drawn.get(c), 5), x -> x * x * x);
    }

    @Test
    void aCornerOfAMillionthOfTheVolumeIsFilledEvenly() {
        var x = Parameter.real("x", 0, 1);
        var y = Parameter.real("y", 0, 1);
        var space = SearchSpace.of(x, y).with(sum(Relation.Comparison.AT_MOST, 0.001414, x, y));
        follows(drawn(space, drawn -> drawn.get(x) / 0.001414, 6), t -> 1 - (1 - t) * (1 - t));
    }

    @Test
    void aNarrowDiagonalBandIsWalkedFromEndToEnd() {
        var x = Parameter.real("x", 0, 1);
        var y = Parameter.real("y", 0, 1);
        var space = SearchSpace.of(x, y)
                .with(new Relation.Linear(Map.of("x", 1.0, "y", -1.0), Relation.Comparison.AT_MOST, 1e-6))
                .with(new Relation.Linear(Map.of("x", 1.0, "y", -1.0), Relation.Comparison.AT_LEAST, -1e-6));
        follows(drawn(space, drawn -> drawn.get(x), 7), t -> t);
    }

    @Test
    void onALogarithmicScaleTheLogarithmIsUniformInsideTheRelation() {
        var x = Parameter.real("x", 1e-4, 1).logarithmic();
        var y = Parameter.real("y", 1e-4, 1).logarithmic();
        var space = SearchSpace.of(x, y).with(Relation.order(x, y));
        // log x and log y are uniform with log x <= log y.
        follows(drawn(space, drawn -> 1 + Math.log10(drawn.get(x)) / 4, 8), t -> 1 - (1 - t) * (1 - t));
    }

    @Test
    void wholeNumbersUnderAnEqualityComeEquallyOften() {
        var a = Parameter.integer("a", 0, 100);
        var b = Parameter.integer("b", 0, 100);
        var space = SearchSpace.of(a, b)
                .with(new Relation.Linear(Map.of("a", 3.0, "b", 7.0), Relation.Comparison.EQUAL, 100));
        // a = 3, 10, 17, 24, 31: five solutions. Chi-square with 4 degrees of freedom: 18.47 once in a thousand.
        double chi = 0;
        var values = drawn(space, drawn -> drawn.get(a), 9);
        for (int k = 0; k < 5; k++) {
            double value = 3 + 7 * k;
            double count = Arrays.stream(values).filter(v -> v == value).count();
            chi += Math.pow(count - DRAWS / 5.0, 2) / (DRAWS / 5.0);
        }
        assertThat(chi).isLessThan(18.47);
    }

    @Test
    void aRelationCountsOnlyInTheBranchWhereItsParametersAreActive() {
        var kind = Parameter.categorical("kind", "a", "b");
        var x = Parameter.real("x", 0, 1);
        var y = Parameter.real("y", 0, 1);
        var space = SearchSpace.of(kind, x)
                .with(y, Condition.when(kind, "a"))
                .with(sum(Relation.Comparison.AT_MOST, 0.5, x, y));
        // Branch a keeps 1/8 of its volume, branch b all of it: a comes in 1/9 of the draws.
        var share = Arrays.stream(drawn(space, drawn -> drawn.contains("y") ? 1 : 0, 10))
                        .sum()
                / DRAWS;
        double error = Math.sqrt(1 / 9.0 * 8 / 9.0 / DRAWS);
        assertThat(share).isBetween(1 / 9.0 - 3.3 * error, 1 / 9.0 + 3.3 * error);
    }

    @Test
    void theSameGeneratorGivesTheSameDraw() {
        var x = Parameter.real("x", 0, 1);
        var y = Parameter.real("y", 0, 1);
        var narrow = sum(Relation.Comparison.AT_MOST, 0.001, x, y);
        var one = Encoding.of(SearchSpace.of(x, y).with(narrow));
        var two = Encoding.of(SearchSpace.of(x, y).with(narrow));
        two.draw(new SplittableRandom(5));
        for (int seed = 0; seed < 20; seed++) {
            assertThat(one.draw(new SplittableRandom(seed))).isEqualTo(two.draw(new SplittableRandom(seed)));
        }
    }
}
