package dev.sweetspot.data.metric;

import dev.sweetspot.data.DataSet;
import dev.sweetspot.data.Task;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How probable each class is.
 *
 * @param names of the items
 * @param classNames in the order of the probabilities
 * @param probabilities one row an item, one column a class; each row sums to 1
 */
@SuppressWarnings("ArrayRecordComponent") // a table of primitives, never compared
public record ClassProbabilities(List<String> names, List<String> classNames, float[][] probabilities)
        implements Predictions {
    /** Keeps copies of the lists; checks that there is a row for each item. */
    public ClassProbabilities {
        names = List.copyOf(names);
        classNames = List.copyOf(classNames);
        if (names.size() != probabilities.length) {
            throw new IllegalArgumentException(probabilities.length + " rows for " + names.size() + " items");
        }
    }

    /** The most probable class of an item; the first of equals. */
    public int predicted(int item) {
        var row = probabilities[item];
        int best = 0;
        for (int c = 1; c < row.length; c++) {
            if (row[c] > row[best]) {
                best = c;
            }
        }
        return best;
    }

    @Override
    public Predictions and(Predictions more) {
        if (more instanceof ClassProbabilities others && others.classNames.equals(classNames)) {
            return new ClassProbabilities(
                    Stream.concat(names.stream(), others.names.stream()).toList(),
                    classNames,
                    Stream.concat(Arrays.stream(probabilities), Arrays.stream(others.probabilities))
                            .toArray(float[][]::new));
        }
        throw new IllegalArgumentException("predictions of other classes");
    }

    @Override
    public ClassProbabilities some(int[] places) {
        return new ClassProbabilities(
                Arrays.stream(places).mapToObj(names::get).toList(),
                classNames,
                Arrays.stream(places).mapToObj(place -> probabilities[place]).toArray(float[][]::new));
    }

    @Override
    public String toCsv(String nameColumn) {
        return csv(nameColumn, new int[0]);
    }

    @Override
    public String toCsv(DataSet set, int[] items) {
        if (set.task() instanceof Task.Classification classes && items.length == names.size()) {
            return csv(set.nameColumn(), classes.labels(items));
        }
        throw new IllegalArgumentException(names.size() + " class probabilities of " + items.length + " items of a "
                + set.task().kind());
    }

    private String csv(String nameColumn, int[] truth) {
        var out = new StringBuilder(nameColumn);
        if (truth.length > 0) {
            out.append(",truth");
        }
        out.append(",predicted");
        classNames.forEach(name -> out.append(',').append(Predictions.cell("p(" + name + ")")));
        out.append('\n');
        for (int i = 0; i < names.size(); i++) {
            out.append(Predictions.cell(names.get(i)));
            if (truth.length > 0) {
                out.append(',').append(Predictions.cell(classNames.get(truth[i])));
            }
            out.append(',').append(Predictions.cell(classNames.get(predicted(i))));
            for (float probability : probabilities[i]) {
                out.append(',').append(probability);
            }
            out.append('\n');
        }
        return out.toString();
    }
}
