package dev.sweetspot.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.SearchSpace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** What every {@link Encoding} keeps, on every kind of space. */
@Timeout(120)
public abstract class EncodingContract {
    private static final int DRAWS = 200;

    /** The encoding of a space. */
    protected abstract Encoding encoding(SearchSpace space);

    /** One test for each promise and space. */
    @TestFactory
    public Stream<DynamicTest> contract() {
        return SampleSpaces.all().entrySet().stream().flatMap(this::tests);
    }

    private Stream<DynamicTest> tests(Map.Entry<String, SearchSpace> named) {
        var encoding = encoding(named.getValue());
        var name = named.getKey() + ": ";
        return Stream.of(
                DynamicTest.dynamicTest(name + "draws are feasible and repeat", () -> draws(encoding)),
                DynamicTest.dynamicTest(name + "there and back again", () -> thereAndBack(encoding)),
                DynamicTest.dynamicTest(name + "repair keeps all rules", () -> repair(encoding)),
                DynamicTest.dynamicTest(name + "neighbours are others", () -> neighbours(encoding)),
                DynamicTest.dynamicTest(name + "enumeration has each once", () -> enumeration(encoding)));
    }

    private static Configuration draw(Encoding encoding, long seed) {
        return encoding.draw(new SplittableRandom(seed)).orElseThrow();
    }

    void draws(Encoding encoding) {
        for (int i = 0; i < DRAWS; i++) {
            var drawn = draw(encoding, i);

            assertThat(encoding.feasible(drawn)).as("%s", drawn).isTrue();
            assertThat(encoding.violations(drawn)).isEmpty();
            assertThat(draw(encoding, i)).as("the same generator").isEqualTo(drawn);
        }
    }

    void thereAndBack(Encoding encoding) {
        for (int i = 0; i < DRAWS; i++) {
            var drawn = draw(encoding, i);
            var point = encoding.encode(drawn);

            assertThat(point).hasSize(encoding.dimensions());
            for (int d = 0; d < point.length; d++) {
                boolean active =
                        drawn.contains(encoding.space().parameters().get(d).name());
                assertThat(Double.isNaN(point[d]))
                        .as("NaN where nothing is active")
                        .isEqualTo(!active);
                assertThat(!active || (point[d] >= 0 && point[d] <= 1)).isTrue();
            }
            var back = encoding.decode(point);
            assertThat(back).as("%s", drawn).isPresent();
            assertNear(encoding.encode(back.orElseThrow()), point);
        }
    }

    /** An equality is computed from the others, so the last digit may differ. */
    private static void assertNear(double[] actual, double[] expected) {
        for (int d = 0; d < expected.length; d++) {
            if (Double.isNaN(expected[d])) {
                assertThat(actual[d]).isNaN();
            } else {
                assertThat(Math.abs(actual[d] - expected[d])).isLessThan(1e-9);
            }
        }
    }

    void repair(Encoding encoding) {
        var random = new SplittableRandom(1);
        for (int i = 0; i < DRAWS; i++) {
            var point = random.doubles(encoding.dimensions()).toArray();
            var repaired = encoding.repair(point, random);

            assertThat(repaired).isPresent();
            assertThat(encoding.violations(repaired.orElseThrow())).isEmpty();
        }
    }

    void neighbours(Encoding encoding) {
        var random = new SplittableRandom(2);
        for (int i = 0; i < 20; i++) {
            var drawn = draw(encoding, i);

            assertThat(encoding.neighbours(drawn, random)).allSatisfy(neighbour -> {
                assertThat(neighbour).isNotEqualTo(drawn);
                assertThat(encoding.violations(neighbour)).isEmpty();
            });
        }
    }

    void enumeration(Encoding encoding) {
        if (encoding.size().isEmpty()) {
            return;
        }
        var all = new ArrayList<Configuration>();
        encoding.enumerate().forEachRemaining(all::add);

        assertThat(all).doesNotHaveDuplicates().isNotEmpty();
        assertThat(all).allSatisfy(each -> assertThat(encoding.feasible(each)).isTrue());
        var drawn = new HashSet<Configuration>();
        // Missing one of ten in 400 draws has a chance below 1e-17.
        for (int i = 0; i < 400 && all.size() <= 10; i++) {
            drawn.add(draw(encoding, i));
        }
        assertThat(all.size() > 10 || drawn.equals(new HashSet<>(all)))
                .as("draws reach everything")
                .isTrue();
    }

    /** A space without configurations is refused with the relation at fault. */
    @Test
    public void anEmptySpaceIsRefused() {
        assertThat(encoding(SampleSpaces.empty()).draw(new SplittableRandom(1))).isEmpty();
        assertThatThrownBy(() -> SampleSpaces.empty().requireFeasible())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("a + b >= 3");
    }

    /** Draws from a millionth of the volume are spread over it. */
    @Test
    public void drawsFromAMillionthOfTheVolumeAreEven() {
        var encoding = encoding(SampleSpaces.millionth());
        var a = SampleSpaces.millionth().find("a").orElseThrow();
        double edge = Math.cbrt(6e-6);
        var sample = new double[2000];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = (Double) draw(encoding, i).get(a);
        }
        // The first of three numbers whose sum is at most e: P(A <= x) = 1 - (1 - x/e)^3.
        Distributions.assertFollows(sample, x -> 1 - Math.pow(1 - x / edge, 3), 1e-6);
    }
}
