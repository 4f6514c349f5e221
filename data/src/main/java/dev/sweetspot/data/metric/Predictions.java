package dev.sweetspot.data.metric;

import dev.sweetspot.data.DataSet;
import java.util.List;

/** What a model says of some items. */
public sealed interface Predictions
        permits ClassProbabilities, PredictedValues, Reconstructions, AnomalyScores, DrawnImages {
    /** The names of the items. */
    List<String> names();

    /**
     * As CSV, a line an item: its name, and what the model says.
     *
     * @param nameColumn what the names are, see {@link DataSet#nameColumn}
     */
    String toCsv(String nameColumn);

    /**
     * As CSV, with what is known beside what the model says.
     *
     * @param set whose items were predicted
     * @param items their places
     * @throws IllegalArgumentException if its task is of another kind than these predictions
     */
    String toCsv(DataSet set, int[] items);

    /** These and then those of other items by the same kind of model. */
    Predictions and(Predictions more);

    /**
     * Those of some items.
     *
     * @param places from 0, in the order wanted
     * @throws IllegalArgumentException if they do not belong to single items
     */
    Predictions some(int[] places);

    /** A cell of CSV, in quotes where it needs them. */
    static String cell(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                && !text.startsWith(" ")
                && !text.endsWith(" ");
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
