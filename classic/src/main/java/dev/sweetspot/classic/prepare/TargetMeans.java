package dev.sweetspot.classic.prepare;

import dev.sweetspot.classic.family.Targets;
import dev.sweetspot.data.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Categories by the means of what is to be predicted (Micci-Barreca 2001, https://doi.org/10.1145/507533.507538, equation
 * 3): {@code (sum of targets + m * mean of all) / (rows + m)}.
 *
 * <p>A row must not be told its own target. So the training rows get codes of another origin than later rows: they are dealt
 * into five groups in turn, and each gets what the other four say.
 *
 * @param training the places of the training rows
 * @param targets of these rows
 * @param smoothing m, in rows
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TargetMeans(int[] training, Targets targets, double smoothing) {
    private static final int GROUPS = 5;

    /** A number for each class, one of two; one where numbers are predicted. */
    int width() {
        return targets instanceof Targets.Classes classes ? (classes.count() == 2 ? 1 : classes.count()) : 1;
    }

    /** The codes for rows that were not learnt from. */
    CodedColumn all(Column.Categories column) {
        return of(column, IntStream.range(0, training.length).toArray());
    }

    /** Writes what the training rows get, from a place of each row on. */
    void write(Column.Categories column, float[] into, int columns, int at) {
        for (int group = 0; group < GROUPS; group++) {
            int left = group;
            var others = IntStream.range(0, training.length)
                    .filter(i -> i % GROUPS != left)
                    .toArray();
            var writer = of(column, others).writer(column);
            for (int i = group; i < training.length; i += GROUPS) {
                writer.write(training[i], into, i * columns + at);
            }
        }
    }

    /** @param learnt places among the training rows */
    private CodedColumn of(Column.Categories column, int[] learnt) {
        int width = width();
        int count = column.categories().size();
        var sums = new double[(count + 1) * width];
        var rows = new int[count + 1];
        var means = new double[width];
        for (int i : learnt) {
            int code = column.code(training[i]);
            int category = code == Column.Categories.MISSING ? count : code;
            rows[category]++;
            for (int j = 0; j < width; j++) {
                double value = value(i, j);
                sums[category * width + j] += value;
                means[j] += value;
            }
        }
        List<Float> overall = new ArrayList<>();
        for (int j = 0; j < width; j++) {
            means[j] /= Math.max(1, learnt.length);
            overall.add((float) means[j]);
        }
        List<Float> codes = new ArrayList<>();
        for (int category = 0; category <= count; category++) {
            for (int j = 0; j < width; j++) {
                codes.add((float) ((sums[category * width + j] + smoothing * means[j]) / (rows[category] + smoothing)));
            }
        }
        return new CodedColumn(
                column.name(),
                column.categories(),
                width,
                codes.subList(0, count * width),
                overall,
                codes.subList(count * width, codes.size()));
    }

    private double value(int i, int j) {
        if (targets instanceof Targets.Classes classes) {
            return classes.labels()[i] == (classes.count() == 2 ? 1 : j) ? 1 : 0;
        }
        return ((Targets.Numbers) targets).values()[i];
    }
}
