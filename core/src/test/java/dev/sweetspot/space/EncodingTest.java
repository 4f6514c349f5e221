package dev.sweetspot.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EncodingTest {
    private static final RealParameter X = Parameter.real("x", 0, 1);
    private static final RealParameter Y = Parameter.real("y", 0, 1);
    private static final RealParameter Z = Parameter.real("z", 0, 1);

    private static SearchSpace mixed() {
        var kind = Parameter.categorical("kind", "a", "b", "c");
        var layers = Parameter.integer("layers", 1, 4);
        return SearchSpace.of(kind, layers, Parameter.real("rate", 1e-5, 1).logarithmic())
                .with(Parameter.real("momentum", 0, 0.99).reverseLogarithmic(), Condition.when(kind, "a", "b"))
                .with(Parameter.ordinal("units", 8, 16, 32), Condition.when(layers, 2, 3))
                .with(Parameter.integer("epochs", 1, 300).logarithmic())
                .with(Parameter.real("dropout", 0, 0.7).withStep(0.1));
    }

    @Test
    void decodingAnEncodedConfigurationGivesItBack() {
        var encoding = Encoding.of(mixed());
        var random = new SplittableRandom(1);
        for (int i = 0; i < 2000; i++) {
            var drawn = encoding.draw(random).orElseThrow();
            var again = encoding.decode(encoding.encode(drawn)).orElseThrow();
            assertThat(encoding.feasible(drawn)).isTrue();
            assertThat(again.values().keySet()).isEqualTo(drawn.values().keySet());
            drawn.values().forEach((name, value) -> {
                if (value instanceof Double number) {
                    assertThat((Double) again.values().get(name))
                            .isCloseTo(number, offset(1e-12 * Math.max(1, Math.abs(number))));
                } else {
                    assertThat(again.values().get(name)).isEqualTo(value);
                }
            });
        }
    }

    @Test
    void reverseLogarithmicSpacesTheDistanceToOneEvenly() {
        var momentum = Parameter.real("m", 0, 0.99).reverseLogarithmic();
        var encoding = Encoding.of(SearchSpace.of(momentum));
        assertThat(encoding.decode(new double[] {0.5}).orElseThrow().get(momentum))
                .isCloseTo(0.9, offset(1e-12));
    }

    @Test
    void aLogarithmicScaleFromZeroHasZeroAndSpacesFactorsEvenly() {
        var decay = Parameter.real("d", 0, 0.1).logarithmicFromZero().withDefault(0);
        var encoding = Encoding.of(SearchSpace.of(decay));
        assertThat(encoding.decode(new double[] {0}).orElseThrow().get(decay)).isEqualTo(0);
        assertThat(encoding.decode(new double[] {1}).orElseThrow().get(decay)).isCloseTo(0.1, offset(1e-15));
        // ln(1 + v / 1e-7) / ln(1 + 1e6), by hand
        for (double value : new double[] {0, 1e-7, 1e-5, 3e-4, 0.1}) {
            double expected = Math.log1p(value / 1e-7) / Math.log1p(1e6);
            var coordinates = encoding.encode(Configuration.empty().with(decay, value));
            assertThat(coordinates[0]).isCloseTo(expected, offset(1e-12));
        }
        assertThat(Encoding.of(SearchSpace.of(Parameter.real("d", 0, 0).logarithmicFromZero()))
                        .defaults()
                        .orElseThrow()
                        .get(decay))
                .isEqualTo(0);
    }

    @Test
    void anEqualityHoldsInEveryDraw() {
        var space = SearchSpace.of(X, Y, Z)
                .with(new Relation.Linear(Map.of("x", 1.0, "y", 1.0, "z", 1.0), Relation.Comparison.EQUAL, 1));
        var encoding = Encoding.of(space);
        var random = new SplittableRandom(2);
        double sum = 0;
        for (int i = 0; i < 500; i++) {
            var drawn = encoding.draw(random).orElseThrow();
            assertThat(drawn.get(X) + drawn.get(Y) + drawn.get(Z)).isCloseTo(1, offset(1e-8));
            sum += drawn.get(X);
        }
        // On the simplex the mean of x is 1/3 with a standard deviation of 0.236 a draw: 5 standard errors.
        assertThat(sum / 500).isCloseTo(1 / 3.0, offset(5 * 0.236 / Math.sqrt(500)));
    }

    @Test
    void aMillionthOfTheVolumeIsFound() {
        var space = SearchSpace.of(X, Y)
                .with(new Relation.Linear(Map.of("x", 1.0, "y", 1.0), Relation.Comparison.AT_MOST, 0.001414));
        var encoding = Encoding.of(space);
        var random = new SplittableRandom(3);
        double sum = 0;
        for (int i = 0; i < 300; i++) {
            var drawn = encoding.draw(random).orElseThrow();
            assertThat(drawn.get(X) + drawn.get(Y)).isLessThanOrEqualTo(0.001414 * (1 + 1e-6));
            sum += drawn.get(X);
        }
        // Uniform on the triangle: the mean of x is a third of the leg, its standard deviation 0.236 of it.
        assertThat(sum / 300 / 0.001414).isCloseTo(1 / 3.0, offset(5 * 0.236 / Math.sqrt(300)));
    }

    @Test
    void anEmptyFeasibleSetIsFoundOut() {
        var space = SearchSpace.of(X, Y)
                .with(new Relation.Linear(Map.of("x", 1.0, "y", 1.0), Relation.Comparison.AT_LEAST, 2.5));
        assertThat(Encoding.of(space).draw(new SplittableRandom(4))).isEmpty();
    }

    @Test
    void aFiniteSpaceIsCountedAndListedOnce() {
        var kind = Parameter.categorical("kind", "a", "b");
        var space = SearchSpace.of(kind)
                .with(Parameter.integer("n", 1, 5), Condition.when(kind, "a"))
                .with(Parameter.bool("flag"));
        var encoding = Encoding.of(space);
        assertThat(encoding.size()).contains(BigInteger.valueOf(12));
        var all = new ArrayList<Configuration>();
        encoding.enumerate().forEachRemaining(all::add);
        assertThat(new HashSet<>(all)).hasSize(12).hasSameSizeAs(all);
        var limited = Encoding.of(space.with(new Relation.Forbidden(Map.of("kind", "b", "flag", "true"))));
        var kept = new ArrayList<Configuration>();
        limited.enumerate().forEachRemaining(kept::add);
        assertThat(kept).hasSize(11).allMatch(limited::feasible);
    }

    @Test
    void wholeNumbersUnderAnEqualityAreFound() {
        var a = Parameter.integer("a", 0, 100);
        var b = Parameter.integer("b", 0, 100);
        var space = SearchSpace.of(a, b)
                .with(new Relation.Linear(Map.of("a", 3.0, "b", 7.0), Relation.Comparison.EQUAL, 100));
        var random = new SplittableRandom(5);
        for (int i = 0; i < 50; i++) {
            var drawn = Encoding.of(space).draw(random).orElseThrow();
            assertThat(3 * drawn.get(a) + 7 * drawn.get(b)).isEqualTo(100);
        }
    }

    @Test
    void neighboursDifferAndAreFeasible() {
        var encoding = Encoding.of(mixed());
        var random = new SplittableRandom(6);
        var from = encoding.draw(random).orElseThrow();
        assertThat(encoding.neighbours(from, random))
                .isNotEmpty()
                .allMatch(encoding::feasible)
                .doesNotContain(from);
    }

    @Test
    void defaultsLieOnTheGridsOfTheirParameters() {
        var space = SearchSpace.of(Parameter.real("dropout", 0, 0.5).withStep(0.1));
        var defaults = Encoding.of(space).defaults().orElseThrow();

        assertThat(Encoding.of(space).violations(defaults)).isEmpty();
    }

    @Test
    void defaultsAreTheDefaultOfEachActiveParameter() {
        var defaults = Encoding.of(mixed()).defaults().orElseThrow();
        assertThat(defaults.values()).containsEntry("kind", "a").doesNotContainKey("units2");
        var broken = SearchSpace.of(X, Y)
                .with(new Relation.Linear(Map.of("x", 1.0, "y", 1.0), Relation.Comparison.AT_MOST, 0.3));
        var repaired = Encoding.of(broken).defaults().orElseThrow();
        assertThat(Encoding.of(broken).feasible(repaired)).isTrue();
    }
}
