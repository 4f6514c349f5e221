package dev.sweetspot.data.prepare;

import dev.sweetspot.data.Column;
import dev.sweetspot.data.TableSet;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import java.util.ArrayList;
import java.util.List;

/**
 * How a table becomes numbers for a network, learnt on its training part alone: numbers are scaled, missing ones become
 * the median and are marked by an input of their own, each category that is not rare gets an input. It follows from the
 * training rows and nothing else, and is saved with the model. Immutable.
 */
public final class TablePreparation {
    private final Scaling scaling;
    private final List<Input> inputs;

    TablePreparation(Scaling scaling, List<Input> inputs) {
        this.scaling = scaling;
        this.inputs = List.copyOf(inputs);
    }

    /**
     * Learns it.
     *
     * @param training the rows to learn from, at least one
     */
    public static TablePreparation fit(TableSet set, int[] training, Scaling scaling) {
        if (training.length == 0) {
            throw new IllegalArgumentException("no rows to learn from");
        }
        // Each column is learnt by itself, so that it does not matter which thread does it.
        var inputs = set.columns().parallelStream()
                .map(column -> input(column, training, scaling))
                .toList();
        return new TablePreparation(scaling, inputs);
    }

    private static Input input(Column column, int[] training, Scaling scaling) {
        if (column instanceof Column.Numbers numbers) {
            return NumberInput.of(numbers, training, scaling);
        }
        return CategoryInput.of((Column.Categories) column, training);
    }

    /** By what numbers are scaled. */
    public Scaling scaling() {
        return scaling;
    }

    /** How many numbers a network gets for a row. */
    public int width() {
        return inputs.stream().mapToInt(Input::width).sum();
    }

    /** What each of these numbers is, in words: "age", "age is missing", "colour = red". */
    public List<String> inputNames() {
        var names = new ArrayList<String>();
        for (var input : inputs) {
            for (int i = 0; i < input.width(); i++) {
                names.add(input.inputName(i));
            }
        }
        return names;
    }

    /** For each of these numbers, whether it is a scaled one of a column of numbers; the others are 0 or 1. */
    public List<Boolean> scaled() {
        var scaled = new ArrayList<Boolean>();
        for (var input : inputs) {
            for (int i = 0; i < input.width(); i++) {
                scaled.add(input instanceof NumberInput && i == 0);
            }
        }
        return scaled;
    }

    /** The columns that a table must have, in their order. */
    public List<Wanted> columns() {
        return inputs.stream()
                .map(input -> new Wanted(input.name(), input instanceof NumberInput))
                .toList();
    }

    /**
     * A column that a table must have.
     *
     * @param number whether it holds numbers; else categories
     */
    public record Wanted(String name, boolean number) {}

    /**
     * A table seen through it.
     *
     * @param set with the columns of {@link #columns()}, in their order; its categories may be others
     * @throws IllegalArgumentException if its columns are others
     */
    public PreparedTable apply(TableSet set) {
        return apply(set, PreparedTable.MOST_KEPT);
    }

    PreparedTable apply(TableSet set, long mostKept) {
        var names = set.columns().stream().map(Column::name).toList();
        if (!names.equals(inputs.stream().map(Input::name).toList())) {
            throw new IllegalArgumentException("columns " + names + " are not those that were learnt from");
        }
        return new PreparedTable(set, inputs, mostKept);
    }

    /** For a model file. */
    public MapForm toForm() {
        return PreparationForms.toForm(scaling, inputs);
    }

    /**
     * From a model file.
     *
     * @throws dev.sweetspot.form.InvalidInputException when it is none
     */
    public static TablePreparation fromForm(Form form) {
        return PreparationForms.fromForm(form);
    }
}
