package dev.sweetspot.data.metric;

import dev.sweetspot.data.Task;
import java.util.List;

/** What a model says of some items. */
public sealed interface Predictions permits ClassProbabilities, PredictedValues {
    /** The names of the items. */
    List<String> names();

    /** As CSV, a line an item: its name, and what the model says. */
    String toCsv();

    /**
     * As CSV, with what is known beside what the model says.
     *
     * @param task what is known of the data
     * @param items places of the predicted items in the data
     * @throws IllegalArgumentException if the task is of another kind than these predictions
     */
    String toCsv(Task task, int[] items);

    /** A cell of CSV, in quotes where it needs them. */
    static String cell(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                && !text.startsWith(" ")
                && !text.endsWith(" ");
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
