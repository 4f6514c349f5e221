package dev.sweetspot.data.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.sweetspot.data.ChannelStatistics;
import dev.sweetspot.data.SequenceSet;
import dev.sweetspot.data.Task;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreparedSequencesTest {
    /** Channel a: 1, 3 | missing | 100; channel b: 5, 5 | 5 | 7. */
    private static final SequenceSet SET = new SequenceSet(
            List.of("a", "b"),
            new int[] {0, 2, 3, 4},
            new float[] {1, 5, 3, 5, Float.NaN, 5, 100, 7},
            List.of("s1", "s2", "s3"),
            new Task.Classification(List.of("x", "y"), new int[] {0, 1, 1}));

    private static final ChannelStatistics STATISTICS = ChannelStatistics.of(SET, new int[] {0, 1});

    @Test
    void statisticsAreThoseOfTheTrainingSeriesWithoutWhatIsMissing() {
        assertThat(STATISTICS.mean(0)).isEqualTo(2);
        assertThat(STATISTICS.sd(0)).isEqualTo(1);
        assertThat(STATISTICS.mean(1)).isEqualTo(5);
        assertThat(STATISTICS.sd(1)).isZero();
    }

    @Test
    void stepsComeFirstAndZerosFillTheRoom() {
        var prepared = new PreparedSequences(SET, STATISTICS);
        var into = new float[] {9, 9, 9, 9, 9, 9, 9};
        prepared.write(0, 3, into, 1);
        assertThat(into).containsExactly(9, -1, 0, 1, 0, 0, 0);
        prepared.write(1, 1, into, 0);
        assertThat(into[0]).as("a missing value is the mean").isZero();
        prepared.write(2, 1, into, 0);
        assertThat(into[0]).isCloseTo(98, offset(1e-5f));
    }
}
