package dev.sweetspot.data.prepare;

import dev.sweetspot.data.ChannelStatistics;
import dev.sweetspot.data.SequenceSet;
import java.util.Arrays;

/**
 * Series as a network takes them: each channel less its mean and divided by its standard deviation, a missing value 0,
 * which is the mean. Immutable and safe for any number of threads.
 */
public final class PreparedSequences {
    private final SequenceSet set;
    private final ChannelStatistics statistics;

    /**
     * @param statistics of the training part, see {@link ChannelStatistics#of(SequenceSet, int[])}
     * @throws IllegalArgumentException if they are of another number of channels
     */
    public PreparedSequences(SequenceSet set, ChannelStatistics statistics) {
        if (set.channels().size() != statistics.channels()) {
            throw new IllegalArgumentException(
                    statistics.channels() + " statistics for " + set.channels().size() + " channels");
        }
        this.set = set;
        this.statistics = statistics;
    }

    /** Number of series. */
    public int size() {
        return set.size();
    }

    /** Channels of each step. */
    public int channels() {
        return statistics.channels();
    }

    /** Steps of series {@code i}. */
    public int length(int i) {
        return set.length(i);
    }

    /**
     * Writes a series, room steps x channels, the channels of a step together: its steps first, and then zeros. Of a series
     * that is longer than the room its first steps are written.
     *
     * @param room how many steps there is place for
     */
    public void write(int i, int room, float[] into, int at) {
        int channels = channels();
        int steps = Math.min(room, set.length(i));
        int place = at;
        for (int step = 0; step < steps; step++) {
            for (int c = 0; c < channels; c++) {
                float value = set.value(i, step, c);
                double deviation = statistics.sd(c) > 0 ? statistics.sd(c) : 1;
                into[place++] = Float.isNaN(value) ? 0 : (float) ((value - statistics.mean(c)) / deviation);
            }
        }
        Arrays.fill(into, place, at + room * channels, 0);
    }
}
