package dev.sweetspot.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Series in memory: each has a number of steps of its own, and each step a number for each channel. Immutable and safe for
 * any number of threads.
 */
public final class SequenceSet implements DataSet {
    private final List<String> channels;
    private final int[] offsets;
    private final float[] values;
    private final List<String> names;
    private final Task task;
    private final String hash;

    /**
     * @param channels their names, at least one
     * @param offsets of the first step of each series, and of the end: one more than there are series, ascending
     * @param values of all steps one behind the other, the channels of a step together; NaN where one is missing
     * @param names of the series, no two alike
     * @param task what is known of each series
     * @throws IllegalArgumentException if these do not fit together
     */
    public SequenceSet(List<String> channels, int[] offsets, float[] values, List<String> names, Task task) {
        this.channels = List.copyOf(channels);
        this.offsets = offsets.clone();
        this.values = values.clone();
        this.names = List.copyOf(names);
        this.task = task;
        boolean fits = !channels.isEmpty()
                && offsets.length == names.size() + 1
                && task.size() == names.size()
                && (long) offsets[names.size()] * channels.size() == values.length;
        for (int i = 1; i < offsets.length; i++) {
            fits &= offsets[i - 1] < offsets[i];
        }
        if (!fits || offsets[0] != 0) {
            throw new IllegalArgumentException("channels, steps, names and targets must fit together");
        }
        this.hash = ContentHash.of(this);
    }

    /** Number of series. */
    @Override
    public int size() {
        return names.size();
    }

    /** The names of the channels. */
    public List<String> channels() {
        return channels;
    }

    /** Steps of series {@code i}, at least 1. */
    public int length(int i) {
        return offsets[i + 1] - offsets[i];
    }

    /** Steps of the longest series. */
    public int longest() {
        int longest = 0;
        for (int i = 0; i < size(); i++) {
            longest = Math.max(longest, length(i));
        }
        return longest;
    }

    /** Steps of the shortest series. */
    public int shortest() {
        int shortest = Integer.MAX_VALUE;
        for (int i = 0; i < size(); i++) {
            shortest = Math.min(shortest, length(i));
        }
        return shortest;
    }

    /** The value of a channel at a step of series {@code i}; NaN where it is missing. */
    public float value(int i, int step, int channel) {
        return values[(offsets[i] + step) * channels.size() + channel];
    }

    /** Series {@code i}, steps x channels, the channels of a step together; NaN where a value is missing. */
    public float[] series(int i) {
        return Arrays.copyOfRange(values, offsets[i] * channels.size(), offsets[i + 1] * channels.size());
    }

    @Override
    public String nameColumn() {
        return "series";
    }

    @Override
    public Task task() {
        return task;
    }

    @Override
    public Optional<Groups> groups() {
        return Optional.empty();
    }

    @Override
    public String name(int i) {
        return names.get(i);
    }

    @Override
    public byte[] digest(int i) {
        return ContentHash.ofSeries(this, i);
    }

    @Override
    public String hash() {
        return hash;
    }

    @Override
    public String noun(int count) {
        return "series";
    }

    @Override
    public String toString() {
        return size() + " series of " + channels.size() + " channels, " + shortest() + " to " + longest() + " steps";
    }
}
