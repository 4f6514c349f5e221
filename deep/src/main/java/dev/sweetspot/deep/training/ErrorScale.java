package dev.sweetspot.deep.training;

import dev.sweetspot.data.ChannelStatistics;
import dev.sweetspot.data.Depth;
import dev.sweetspot.data.prepare.PreparedTable;
import dev.sweetspot.data.prepare.TablePreparation;
import dev.sweetspot.deep.training.rescaling.Rescaling;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * From numbers as a network gets them to standard deviations of the training part from its mean,
 * {@code z = (x - centre) factor}: on this scale reconstructions are judged, so that one scaling of inputs cannot look better
 * than another by making all numbers small.
 *
 * @param centres one a channel: its mean over the training part, as the network gets it
 * @param factors one a channel: one over its standard deviation, as the network gets it; 1 where a channel is the same
 *     everywhere, and where it is 0 or 1 alone
 */
public record ErrorScale(List<Float> centres, List<Float> factors) {
    /** Keeps copies; checks their sizes. */
    public ErrorScale {
        centres = List.copyOf(centres);
        factors = List.copyOf(factors);
        if (centres.size() != factors.size() || centres.isEmpty()) {
            throw new IllegalArgumentException("one centre and one factor a channel");
        }
    }

    /** Of images that are rescaled channel by channel. */
    static ErrorScale of(ChannelStatistics statistics, Rescaling rescaling, Depth depth) {
        var centres = new ArrayList<Float>();
        var factors = new ArrayList<Float>();
        for (int c = 0; c < statistics.channels(); c++) {
            double deviation = statistics.sd(c) > 0 ? statistics.sd(c) : 1;
            double factor = rescaling.factor(deviation, Long.MAX_VALUE, depth);
            centres.add((float) (statistics.mean(c) * factor + rescaling.shift(statistics.mean(c), factor)));
            factors.add((float) (1 / (factor * deviation)));
        }
        return new ErrorScale(centres, factors);
    }

    /** Of series: their channels have mean 0 and standard deviation 1 already. */
    public static ErrorScale standard(int channels) {
        return new ErrorScale(Collections.nCopies(channels, 0f), Collections.nCopies(channels, 1f));
    }

    /**
     * Of the rows of a table.
     *
     * @param training the rows that are learnt from
     */
    public static ErrorScale of(TablePreparation preparation, PreparedTable table, int[] training) {
        int width = table.width();
        var sums = new double[width];
        var squares = new double[width];
        var row = new float[width];
        for (int i : training) {
            table.write(i, row, 0);
            for (int j = 0; j < width; j++) {
                sums[j] += row[j];
                squares[j] += (double) row[j] * row[j];
            }
        }
        var scaled = preparation.scaled();
        var centres = new ArrayList<Float>();
        var factors = new ArrayList<Float>();
        for (int j = 0; j < width; j++) {
            double mean = sums[j] / training.length;
            double variance = Math.max(0, squares[j] / training.length - mean * mean);
            // What is left of equal numbers after subtracting is rounding, and no deviation.
            boolean varies = variance > 1e-12 * Math.max(1e-12, mean * mean);
            centres.add((float) mean);
            factors.add(scaled.get(j) && varies ? (float) (1 / Math.sqrt(variance)) : 1f);
        }
        return new ErrorScale(centres, factors);
    }

    /** Number i of an item, in standard deviations from the mean. */
    public double standard(float value, int i) {
        int c = i % centres.size();
        return ((double) value - centres.get(c)) * factors.get(c);
    }

    /** A difference of number i of an item, in standard deviations. */
    public double difference(float made, float given, int i) {
        return ((double) made - given) * factors.get(i % factors.size());
    }
}
