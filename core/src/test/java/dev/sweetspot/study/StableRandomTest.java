package dev.sweetspot.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StableRandomTest {
    // The first draws of seed 42, as in StudyTest, from a separate implementation of xoshiro256++.
    private static final long FIRST = -3425465463722317665L;
    private static final long SECOND = 5881210131331364753L;

    @Test
    void derivedDrawsAreMadeFromTheBitsInAFixedWay() {
        assertThat(new StableRandom(42).nextInt()).isEqualTo((int) (FIRST >>> 32));
        assertThat(new StableRandom(42).nextBoolean()).isTrue();
        assertThat(new StableRandom(42).nextDouble()).isEqualTo((FIRST >>> 11) / 0x1.0p53);
        assertThat(new StableRandom(42).nextDouble(2, 6)).isEqualTo(2 + (FIRST >>> 11) / 0x1.0p53 * 4);
        assertThat(new StableRandom(42).nextLong(1000)).isEqualTo((FIRST >>> 1) % 1000);
        assertThat(new StableRandom(42).nextInt(-5, 5)).isEqualTo((int) ((FIRST >>> 1) % 10) - 5);
        assertThat(new StableRandom(42).nextInt(1000)).isEqualTo((int) (((FIRST >>> 32) * 1000) >>> 32));
        var random = new StableRandom(42);
        assertThat(random.nextLong(Long.MIN_VALUE, Long.MAX_VALUE)).isEqualTo(FIRST);
        assertThat(random.nextLong()).isEqualTo(SECOND);
    }

    /** A wrong range or a missing value fails for certain; a right generator fails in less than one of 1e9 seeds. */
    @Test
    void boundsAreKeptAndEveryValueComes() {
        var random = new StableRandom(1);
        var seen = new int[7];
        for (int i = 0; i < 7000; i++) {
            seen[random.nextInt(3, 10) - 3]++;
            seen[random.nextInt(7)]++;
            seen[(int) random.nextLong(7)]++;
            assertThat(random.nextDouble(1, 2)).isBetween(1.0, Math.nextDown(2.0));
        }
        // 3000 are expected of each, with a standard deviation of 51.
        assertThat(Arrays.stream(seen).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(2650, 3350));
    }

    @Test
    void emptyRangesAreRefused() {
        var random = new StableRandom(1);
        assertThatThrownBy(() -> random.nextLong(0)).hasMessageContaining("must be above the origin");
        assertThatThrownBy(() -> random.nextInt(0)).hasMessageContaining("must be above 0");
        assertThatThrownBy(() -> random.nextDouble(1, 1)).hasMessageContaining("must be a finite range");
    }
}
