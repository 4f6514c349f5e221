package dev.sweetspot.data.metric;

import dev.sweetspot.data.DataSet;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * How well each item was made again. An item is many numbers z, each in standard deviations of the training part from its
 * mean, so that 1 is the same on every scale that a network may see; its reconstruction is as many numbers r.
 *
 * @param names of the items
 * @param squared {@code mean((r - z)^2)} of each
 * @param absolute {@code mean(|r - z|)} of each
 * @param spreads {@code mean(z^2)} of each: what its squared error would be if only the means were known
 */
@SuppressWarnings("ArrayRecordComponent") // columns of primitives, never compared
public record Reconstructions(List<String> names, double[] squared, double[] absolute, double[] spreads)
        implements Predictions {
    /** Keeps a copy of the names; checks that there is a value for each item. */
    public Reconstructions {
        names = List.copyOf(names);
        if (names.size() != squared.length || names.size() != absolute.length || names.size() != spreads.length) {
            throw new IllegalArgumentException(squared.length + " errors for " + names.size() + " items");
        }
    }

    @Override
    public Predictions and(Predictions more) {
        if (more instanceof Reconstructions others) {
            return new Reconstructions(
                    Stream.concat(names.stream(), others.names.stream()).toList(),
                    joined(squared, others.squared),
                    joined(absolute, others.absolute),
                    joined(spreads, others.spreads));
        }
        throw new IllegalArgumentException("predictions of another kind");
    }

    private static double[] joined(double[] first, double[] second) {
        return DoubleStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray();
    }

    @Override
    public Reconstructions some(int[] places) {
        return new Reconstructions(
                Arrays.stream(places).mapToObj(names::get).toList(),
                chosen(squared, places),
                chosen(absolute, places),
                chosen(spreads, places));
    }

    private static double[] chosen(double[] values, int[] places) {
        return Arrays.stream(places).mapToDouble(place -> values[place]).toArray();
    }

    @Override
    public String toCsv(String nameColumn) {
        var out = new StringBuilder(nameColumn).append(",error,absolute_error\n");
        for (int i = 0; i < names.size(); i++) {
            out.append(Predictions.cell(names.get(i)))
                    .append(',')
                    .append(squared[i])
                    .append(',')
                    .append(absolute[i])
                    .append('\n');
        }
        return out.toString();
    }

    /** Nothing is known beside. */
    @Override
    public String toCsv(DataSet set, int[] items) {
        return toCsv(set.nameColumn());
    }
}
