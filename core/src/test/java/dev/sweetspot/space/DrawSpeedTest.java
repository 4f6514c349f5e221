package dev.sweetspot.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Guards against a draw that has become slow: the best of several rounds, so that a busy machine passes too. */
class DrawSpeedTest {
    private static SearchSpace ten() {
        var space = SearchSpace.empty();
        for (int i = 0; i < 10; i++) {
            space = space.with(Parameter.real("x" + i, 0, 1));
        }
        return space;
    }

    private static double microseconds(SearchSpace space) {
        var encoding = Encoding.of(space);
        var random = new SplittableRandom(1);
        double best = Double.POSITIVE_INFINITY;
        for (int round = 0; round < 15; round++) {
            long start = System.nanoTime();
            int drawn = 0;
            for (int i = 0; i < 2000; i++) {
                drawn += encoding.draw(random).isPresent() ? 1 : 0;
            }
            assertThat(drawn).isEqualTo(2000);
            best = Math.min(best, (System.nanoTime() - start) / 2000e3);
        }
        return best;
    }

    @Test
    void aPlainSpaceIsDrawnFromInUnderFiveMicroseconds() {
        assertThat(microseconds(ten())).isLessThan(5);
    }

    @Test
    void threeRelationsCostUnderFiftyMicroseconds() {
        var space = ten();
        for (int i = 0; i < 6; i += 2) {
            space = space.with(Relation.order(
                    space.find("x" + i).orElseThrow(), space.find("x" + (i + 1)).orElseThrow()));
        }
        assertThat(microseconds(space)).isLessThan(50);
    }
}
