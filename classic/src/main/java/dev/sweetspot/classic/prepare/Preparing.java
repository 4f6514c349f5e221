package dev.sweetspot.classic.prepare;

import dev.sweetspot.data.Column;
import dev.sweetspot.data.TableSet;
import dev.sweetspot.data.prepare.Scaling;
import java.util.ArrayList;

/**
 * How columns are prepared.
 *
 * @param scaling of numbers
 * @param imputation of missing numbers
 * @param coding of categories
 * @param smoothing with how many rows of the mean of all the mean of a category is mixed, above 0
 */
public record Preparing(Scaling scaling, Imputation imputation, CategoryCoding coding, double smoothing) {
    /** A few sentences, of what there is in a table. */
    public String inWords(TableSet set) {
        boolean numbers = set.columns().stream().anyMatch(Column.Numbers.class::isInstance);
        boolean holes =
                set.columns().stream().anyMatch(column -> column instanceof Column.Numbers && column.missing() > 0);
        boolean categories = set.columns().stream().anyMatch(Column.Categories.class::isInstance);
        var sentences = new ArrayList<String>();
        if (numbers) {
            sentences.add("Numbers are scaled: " + scaling.word() + ".");
        }
        if (holes) {
            sentences.add(
                    imputation == Imputation.NONE
                            ? "Missing numbers stay missing."
                            : "Missing numbers are filled: " + imputation.word() + ".");
        }
        if (categories) {
            sentences.add("Categories become numbers: " + coding.word() + ".");
        }
        return String.join(" ", sentences);
    }
}
