package dev.sweetspot.classic.prepare;

import dev.sweetspot.data.Column;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Numbers for each category: how frequent it is, or the means of what is to be predicted.
 *
 * @param kept the categories of the training rows
 * @param width how many numbers each has
 * @param codes those of all categories, one after another
 * @param other those of a category never met before
 * @param missing those of a missing one
 */
record CodedColumn(String name, List<String> kept, int width, List<Float> codes, List<Float> other, List<Float> missing)
        implements Learnt {
    CodedColumn {
        kept = List.copyOf(kept);
        codes = List.copyOf(codes);
        other = List.copyOf(other);
        missing = List.copyOf(missing);
        if (codes.size() != kept.size() * width || other.size() != width || missing.size() != width) {
            throw new IllegalArgumentException(name + ": " + codes.size() + " codes of " + kept.size() + " categories");
        }
    }

    /** Which share of the training rows each category has; one never met has none. */
    static CodedColumn frequencies(Column.Categories column, int[] training) {
        var counts = column.counts(training);
        var codes = Arrays.stream(counts)
                .mapToObj(count -> (float) ((double) count / training.length))
                .toList();
        float lacking = (float) (1 - Arrays.stream(counts).sum() / (double) training.length);
        return new CodedColumn(column.name(), column.categories(), 1, codes, List.of(0f), List.of(lacking));
    }

    @Override
    public Writer writer(Column column) {
        var categories = Learnt.categories(column);
        var places = new HashMap<String, Integer>();
        for (int i = 0; i < kept.size(); i++) {
            places.put(kept.get(i), i);
        }
        var numbers = new float[categories.categories().size() + 1][width];
        for (int i = 0; i < numbers.length; i++) {
            boolean last = i == numbers.length - 1;
            int place = last ? -1 : places.getOrDefault(categories.categories().get(i), -1);
            for (int j = 0; j < width; j++) {
                numbers[i][j] = last ? missing.get(j) : place >= 0 ? codes.get(place * width + j) : other.get(j);
            }
        }
        return (row, into, at) -> {
            int code = categories.code(row);
            System.arraycopy(
                    numbers[code == Column.Categories.MISSING ? numbers.length - 1 : code], 0, into, at, width);
        };
    }

    @Override
    public MapForm toForm() {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("coded", Form.of(name));
        entries.put("kept", Form.of(kept.stream().map(Form::of).toList()));
        entries.put("width", Form.of(width));
        entries.put("codes", numbers(codes));
        entries.put("other", numbers(other));
        entries.put("missing", numbers(missing));
        return Form.of(entries);
    }

    private static Form numbers(List<Float> values) {
        return Form.of(values.stream().map(value -> Form.of((double) value)).toList());
    }

    static CodedColumn fromFields(Fields fields) {
        return new CodedColumn(
                fields.text("coded"),
                Texts.of(fields, "kept"),
                fields.integer("width"),
                Texts.numbers(fields, "codes"),
                Texts.numbers(fields, "other"),
                Texts.numbers(fields, "missing"));
    }
}
