package dev.sweetspot.data.prepare;

import dev.sweetspot.data.Column;

/**
 * What was learnt of a column of numbers.
 *
 * @param name of the column
 * @param median of the training part, which stands for a missing number
 * @param marked whether a second input says that the number was missing: only where some were in the training part
 */
record NumberInput(String name, float median, boolean marked, Scaler scaler) implements Input {
    /** Learns it from the training rows. */
    static NumberInput of(Column.Numbers column, int[] training, Scaling scaling) {
        var sorted = Scaler.known(column.values(training));
        int known = sorted.length;
        float median = known == 0 ? 0 : (float) Scaler.quantile(sorted, 0.5);
        return new NumberInput(column.name(), median, known < training.length, Scaler.of(scaling, sorted));
    }

    @Override
    public int width() {
        return marked ? 2 : 1;
    }

    @Override
    public String inputName(int i) {
        return i == 0 ? name : name + " is missing";
    }

    /** Writes the number of a row, and whether it was missing. */
    void write(float value, float[] into, int at) {
        boolean missing = Float.isNaN(value);
        into[at] = scaler.scaled(missing ? median : value);
        if (marked) {
            into[at + 1] = missing ? 1 : 0;
        }
    }
}
