package dev.sweetspot.data.metric;

import dev.sweetspot.data.DataSet;
import dev.sweetspot.data.Task;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * A number for each item, in the unit of the data.
 *
 * @param names of the items
 * @param targetName what the number is called
 * @param values one an item
 */
@SuppressWarnings("ArrayRecordComponent") // a column of primitives, never compared
public record PredictedValues(List<String> names, String targetName, double[] values) implements Predictions {
    /** Keeps a copy of the names; checks that there is a value for each item. */
    public PredictedValues {
        names = List.copyOf(names);
        if (names.size() != values.length) {
            throw new IllegalArgumentException(values.length + " values for " + names.size() + " items");
        }
    }

    @Override
    public Predictions and(Predictions more) {
        if (more instanceof PredictedValues others && others.targetName.equals(targetName)) {
            return new PredictedValues(
                    Stream.concat(names.stream(), others.names.stream()).toList(),
                    targetName,
                    DoubleStream.concat(Arrays.stream(values), Arrays.stream(others.values))
                            .toArray());
        }
        throw new IllegalArgumentException("predictions of another number");
    }

    @Override
    public PredictedValues some(int[] places) {
        return new PredictedValues(
                Arrays.stream(places).mapToObj(names::get).toList(),
                targetName,
                Arrays.stream(places).mapToDouble(place -> values[place]).toArray());
    }

    @Override
    public String toCsv(String nameColumn) {
        return csv(nameColumn, new double[0]);
    }

    @Override
    public String toCsv(DataSet set, int[] items) {
        if (set.task() instanceof Task.Regression numbers && items.length == names.size()) {
            return csv(set.nameColumn(), numbers.targets(items));
        }
        throw new IllegalArgumentException(names.size() + " predicted values of " + items.length + " items of a "
                + set.task().kind());
    }

    private String csv(String nameColumn, double[] truth) {
        var out = new StringBuilder(nameColumn);
        if (truth.length > 0) {
            out.append(",truth");
        }
        out.append(',')
                .append(Predictions.cell("predicted(" + targetName + ")"))
                .append('\n');
        for (int i = 0; i < names.size(); i++) {
            out.append(Predictions.cell(names.get(i)));
            if (truth.length > 0) {
                out.append(',').append(truth[i]);
            }
            out.append(',').append(values[i]).append('\n');
        }
        return out.toString();
    }
}
