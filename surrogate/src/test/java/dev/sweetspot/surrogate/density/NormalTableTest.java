package dev.sweetspot.surrogate.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.testkit.GoldenFile;
import org.junit.jupiter.api.Test;

class NormalTableTest {
    @Test
    void theTableAgreesWithAnIndependentComputation() {
        var golden = GoldenFile.beside(NormalTableTest.class, "normal.txt");
        assertThat(golden.lines()).hasSize(1801).allSatisfy(line -> {
            var numbers = line.split(" ", 2);
            assertThat(NormalTable.probability(Double.parseDouble(numbers[0])))
                    .as(line)
                    .isCloseTo(Double.parseDouble(numbers[1]), within(1e-11));
        });
    }

    @Test
    void theTableNeverFalls() {
        double before = 0;
        for (double z = -8.5; z <= 8.5; z += 0.000_1) {
            double now = NormalTable.probability(z);
            assertThat(now).isGreaterThanOrEqualTo(before - 1e-15);
            before = now;
        }
    }

    @Test
    void whatIsNotANumberHasNoProbability() {
        assertThat(NormalTable.probability(Double.NaN)).isZero();
        assertThat(NormalTable.probability(Double.POSITIVE_INFINITY)).isOne();
        assertThat(NormalTable.probability(Double.NEGATIVE_INFINITY)).isZero();
    }
}
