package dev.sweetspot.deep.training.sampling;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** The examples of each class, in an order of their own. */
final class ByClass {
    private ByClass() {}

    /** A row a class, in ascending order of the classes, those without examples left out; each row is shuffled. */
    static int[][] shuffled(int[] examples, int[] classes, RandomGenerator random) {
        int count = Arrays.stream(classes).max().orElse(-1) + 1;
        var sizes = new int[count];
        for (int label : classes) {
            sizes[label]++;
        }
        var rows = new int[count][];
        for (int c = 0; c < count; c++) {
            rows[c] = new int[sizes[c]];
        }
        var filled = new int[count];
        for (int i = 0; i < examples.length; i++) {
            int c = classes[i];
            rows[c][filled[c]++] = examples[i];
        }
        for (var row : rows) {
            Shuffled.shuffle(row, random);
        }
        return Arrays.stream(rows).filter(row -> row.length > 0).toArray(int[][]::new);
    }
}
