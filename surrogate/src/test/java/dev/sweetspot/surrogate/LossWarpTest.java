package dev.sweetspot.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LossWarpTest {
    @Test
    void whatWasWarpedComesBack() {
        var random = new SplittableRandom(4);
        for (int set = 0; set < 50; set++) {
            double tail = 3 * random.nextDouble();
            var losses = random.doubles(40)
                    .map(value -> 0.1 + Math.pow(value, 1 + tail) + (value > 0.97 ? 1e4 : 0))
                    .toArray();
            var warp = LossWarp.of(losses);
            for (double loss : losses) {
                assertThat(warp.unwarp(warp.warp(loss))).isCloseTo(loss, within(1e-6 * Math.max(1, loss)));
            }
            assertThat(warp.unwarp(warp.warp(-3))).isCloseTo(-3, within(1e-6));
        }
    }

    @Test
    void equalLossesComeBackToo() {
        var warp = LossWarp.of(new double[] {2, 2, 2});
        assertThat(warp.unwarp(warp.warp(2))).isEqualTo(2);
    }
}
