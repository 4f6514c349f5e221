package dev.sweetspot.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Guards against a draw that has become slow. A busy machine passes too: what counts is the time of the processor, in the best
 * of several rounds, because a while may pass before the code is compiled.
 */
class DrawSpeedTest {
    private static final int ROUNDS = 60;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private static SearchSpace ten() {
        var space = SearchSpace.empty();
        for (int i = 0; i < 10; i++) {
            space = space.with(Parameter.real("x" + i, 0, 1));
        }
        return space;
    }

    private static double microseconds(SearchSpace space, double enough) {
        var encoding = Encoding.of(space);
        var random = new SplittableRandom(1);
        double best = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS && best >= enough; round++) {
            long start = CLOCK.getCurrentThreadCpuTime();
            int drawn = 0;
            for (int i = 0; i < 2000; i++) {
                drawn += encoding.draw(random).isPresent() ? 1 : 0;
            }
            assertThat(drawn).isEqualTo(2000);
            best = Math.min(best, (CLOCK.getCurrentThreadCpuTime() - start) / 2000e3);
        }
        return best;
    }

    @Test
    void aPlainSpaceIsDrawnFromInUnderFiveMicroseconds() {
        assertThat(microseconds(ten(), 5)).isLessThan(5);
    }

    @Test
    void threeRelationsCostUnderFiftyMicroseconds() {
        var space = ten();
        for (int i = 0; i < 6; i += 2) {
            space = space.with(Relation.order(
                    space.find("x" + i).orElseThrow(), space.find("x" + (i + 1)).orElseThrow()));
        }
        assertThat(microseconds(space, 50)).isLessThan(50);
    }
}
