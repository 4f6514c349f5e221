package dev.sweetspot.data.metric;

import java.util.List;

/**
 * What a model says of some items.
 *
 * @param names of the items
 * @param classNames in the order of the probabilities
 * @param probabilities one row an item, one column a class; each row sums to 1
 */
@SuppressWarnings("ArrayRecordComponent") // a table of primitives, never compared
public record Predictions(List<String> names, List<String> classNames, float[][] probabilities) {
    /** Keeps copies of the lists; checks that there is a row for each item. */
    public Predictions {
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

    /**
     * As CSV: file, truth, predicted, the probability of every class.
     *
     * @param truth class of each item; empty when it is not known, and then there is no such column
     */
    public String toCsv(int[] truth) {
        var out = new StringBuilder("file");
        if (truth.length > 0) {
            out.append(",truth");
        }
        out.append(",predicted");
        classNames.forEach(name -> out.append(',').append(quoted("p(" + name + ")")));
        out.append('\n');
        for (int i = 0; i < names.size(); i++) {
            out.append(quoted(names.get(i)));
            if (truth.length > 0) {
                out.append(',').append(quoted(classNames.get(truth[i])));
            }
            out.append(',').append(quoted(classNames.get(predicted(i))));
            for (float probability : probabilities[i]) {
                out.append(',').append(probability);
            }
            out.append('\n');
        }
        return out.toString();
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                && !text.startsWith(" ")
                && !text.endsWith(" ");
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
