package dev.sweetspot.surrogate.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

class ExponentialTableTest {
    @Test
    void theTableAgreesWithTheFunction() {
        for (double x = ExponentialTable.LEAST; x <= 0; x += 0.000_123) {
            assertThat(ExponentialTable.exp(x)).as("at %s", x).isCloseTo(StrictMath.exp(x), withinPercentage(1e-9));
        }
    }

    @Test
    void bothEndsAreExact() {
        assertThat(ExponentialTable.exp(0)).isOne();
        assertThat(ExponentialTable.exp(ExponentialTable.LEAST)).isEqualTo(StrictMath.exp(ExponentialTable.LEAST));
    }
}
