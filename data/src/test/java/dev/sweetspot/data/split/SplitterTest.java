package dev.sweetspot.data.split;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.data.Depth;
import dev.sweetspot.data.GivenParts;
import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.ImageSetBuilder;
import dev.sweetspot.data.ImageShape;
import dev.sweetspot.data.Part;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitterTest {
    private static ImageSet set(int... labels) {
        var builder = new ImageSetBuilder(labels.length, new ImageShape(1, 1, 1), Depth.U8);
        for (int i = 0; i < labels.length; i++) {
            builder.put(i, new byte[] {(byte) i});
        }
        var names = IntStream.range(0, labels.length)
                .mapToObj(i -> String.format("%05d", i))
                .toList();
        return builder.build(labels, List.of("a", "b"), names);
    }

    @Test
    void everyClassHasItsShareOfEveryPart() {
        var labels = new int[1000];
        Arrays.fill(labels, 900, 1000, 1);
        var set = set(labels);
        var parts = new Splitter().split(set, GivenParts.none(1000), new SplittableRandom(1));
        assertThat(parts.test()).hasSize(200);
        assertThat(parts.validation()).hasSize(160);
        for (var part : Part.values()) {
            long rare =
                    Arrays.stream(parts.of(part)).filter(i -> set.label(i) == 1).count();
            assertThat((double) rare / parts.of(part).length).isEqualTo(0.1);
        }
    }

    @Test
    void aGivenTestPartIsRespected() {
        var set = set(0, 0, 0, 0, 1, 1, 1, 1, 0, 1);
        var given = new Part[10];
        given[8] = Part.TEST;
        given[9] = Part.TEST;
        var parts = new Splitter().split(set, GivenParts.of(given), new SplittableRandom(1));
        assertThat(parts.test()).containsExactly(8, 9);
        assertThat(parts.training().length + parts.validation().length).isEqualTo(8);
    }

    @Test
    void itemsThatNobodyLoadedAreSplitAsLoadedOnesAre() {
        var set = set(0, 0, 0, 0, 1, 1, 1, 1, 0, 1);
        assertThat(new Splitter().split(set.task(), GivenParts.none(10), new SplittableRandom(5)))
                .isEqualTo(new Splitter().split(set, GivenParts.none(10), new SplittableRandom(5)));
    }

    @Test
    void theSameSeedGivesTheSameParts() {
        var set = set(0, 0, 0, 0, 1, 1, 1, 1, 0, 1);
        var first = new Splitter().split(set, GivenParts.none(10), new SplittableRandom(5));
        assertThat(new Splitter().split(set, GivenParts.none(10), new SplittableRandom(5)))
                .isEqualTo(first);
    }
}
