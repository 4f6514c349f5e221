package dev.sweetspot.classic.prepare;

import dev.sweetspot.classic.family.Matrix;
import dev.sweetspot.classic.family.Targets;
import dev.sweetspot.data.Column;
import dev.sweetspot.data.TableSet;
import dev.sweetspot.data.prepare.CategoryInput;
import dev.sweetspot.data.prepare.TablePreparation;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a table becomes numbers for a model: what was learnt of its columns on training rows. Immutable. */
public final class Preparation {
    private final List<Learnt> columns;

    private Preparation(List<Learnt> columns) {
        this.columns = List.copyOf(columns);
    }

    /**
     * What was learnt, and the rows that it was learnt of.
     *
     * @param training these rows as the model is to learn from them: where categories become means of what is to be predicted,
     *     no row is told its own
     */
    public record Result(Preparation preparation, Matrix training) {}

    /**
     * Learns it.
     *
     * @param training the rows to learn from, at least one
     * @param targets of these rows
     */
    public static Result learn(TableSet set, int[] training, Targets targets, Preparing how) {
        if (training.length == 0) {
            throw new IllegalArgumentException("no rows to learn from");
        }
        var means = new TargetMeans(training, targets, how.smoothing());
        var columns = new ArrayList<Learnt>();
        for (var column : set.columns()) {
            columns.add(
                    column instanceof Column.Numbers numbers
                            ? NumberColumn.of(numbers, training, how.imputation(), how.scaling())
                            : categories((Column.Categories) column, training, means, how));
        }
        var preparation = new Preparation(columns);
        var matrix = preparation.apply(set, training);
        if (how.coding() == CategoryCoding.TARGET) {
            int at = 0;
            for (int i = 0; i < columns.size(); i++) {
                if (set.columns().get(i) instanceof Column.Categories categories) {
                    means.write(categories, matrix.values(), matrix.columns(), at);
                }
                at += columns.get(i).width();
            }
        }
        return new Result(preparation, matrix);
    }

    private static Learnt categories(Column.Categories column, int[] training, TargetMeans means, Preparing how) {
        return switch (how.coding()) {
            case ONE_HOT -> new OneHotColumn(CategoryInput.of(column, training));
            case ORDINAL -> OrdinalColumn.of(column, training, how.imputation() == Imputation.NONE);
            case FREQUENCY -> CodedColumn.frequencies(column, training);
            case TARGET -> means.all(column);
        };
    }

    /** How many numbers a row becomes. */
    public int width() {
        return columns.stream().mapToInt(Learnt::width).sum();
    }

    /** The columns that a table must have, in their order. */
    public List<TablePreparation.Wanted> columns() {
        return columns.stream()
                .map(column -> new TablePreparation.Wanted(column.name(), column.number()))
                .toList();
    }

    /**
     * Rows of a table seen through it.
     *
     * @param set with the columns of {@link #columns()}, in their order; its categories may be others
     * @throws InvalidInputException when its columns are others
     */
    public Matrix apply(TableSet set, int[] rows) {
        var names = set.columns().stream().map(Column::name).toList();
        var wanted = columns.stream().map(Learnt::name).toList();
        if (!names.equals(wanted)) {
            throw new InvalidInputException(
                    "columns",
                    String.join(", ", names),
                    "must be those that the model learnt from, " + String.join(", ", wanted),
                    "");
        }
        int width = width();
        var values = new float[Math.multiplyExact(rows.length, width)];
        int at = 0;
        for (int c = 0; c < columns.size(); c++) {
            var writer = columns.get(c).writer(set.columns().get(c));
            for (int i = 0; i < rows.length; i++) {
                writer.write(rows[i], values, i * width + at);
            }
            at += columns.get(c).width();
        }
        return new Matrix(rows.length, width, values);
    }

    /** For a model file. */
    public MapForm toForm() {
        return Form.of(
                Map.of("columns", Form.of(columns.stream().map(Learnt::toForm).toList())));
    }

    /**
     * From a model file.
     *
     * @throws InvalidInputException when it is none
     */
    public static Preparation fromForm(Form form) {
        var columns = new ArrayList<Learnt>();
        for (var item : Fields.of(form).list("columns").items()) {
            columns.add(column(Fields.of(item)));
        }
        return new Preparation(columns);
    }

    private static Learnt column(Fields fields) {
        if (fields.find("number").isPresent()) {
            return NumberColumn.fromFields(fields);
        }
        if (fields.find("one_hot").isPresent()) {
            return OneHotColumn.fromFields(fields);
        }
        return fields.find("ordinal").isPresent() ? OrdinalColumn.fromFields(fields) : CodedColumn.fromFields(fields);
    }
}
