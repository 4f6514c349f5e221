package dev.sweetspot.studio.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts what stands in a column, row by row. */
final class ColumnTally {
    /** More different values are not counted apart. */
    static final int MOST_WORDS = 1000;

    private static final int SHOWN_WORDS = 12;
    private static final int BARS = 24;
    private static final int FEW = 20;

    private final String name;
    private final Map<String, Integer> words = new HashMap<>();
    private double[] numbers = new double[256];
    private int count;
    private int missing;
    private boolean allNumbers = true;
    private boolean ascending = true;
    private boolean more;

    ColumnTally(String name) {
        this.name = name;
    }

    void missing() {
        missing++;
    }

    /** @param number NaN where it is none */
    void take(String word, double number) {
        if (words.size() < MOST_WORDS || words.containsKey(word)) {
            words.merge(word, 1, Integer::sum);
        } else {
            more = true;
        }
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * count);
        }
        allNumbers &= !Double.isNaN(number) && !Double.isInfinite(number);
        ascending &= count == 0 || number == numbers[count - 1] + 1;
        numbers[count++] = number;
    }

    /** What it comes to. */
    ColumnLook look() {
        boolean number = allNumbers && count > 0;
        var all = Arrays.stream(numbers, 0, number ? count : 0).summaryStatistics();
        return new ColumnLook(
                name,
                number,
                missing,
                words.size() + (more ? 1 : 0),
                number ? all.getMin() : Double.NaN,
                number ? all.getMax() : Double.NaN,
                number ? all.getAverage() : Double.NaN,
                number ? bars(all.getMin(), all.getMax()) : List.of(),
                frequent(),
                problems());
    }

    private List<Integer> bars(double low, double high) {
        var bars = new int[BARS];
        for (int i = 0; i < count; i++) {
            double share = high > low ? (numbers[i] - low) / (high - low) : 0;
            bars[(int) Math.min(BARS - 1, Math.floor(BARS * share))]++;
        }
        return Arrays.stream(bars).boxed().toList();
    }

    private List<ColumnLook.Count> frequent() {
        return words.entrySet().stream()
                .map(entry -> new ColumnLook.Count(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(ColumnLook.Count::count)
                        .reversed()
                        .thenComparing(ColumnLook.Count::word))
                .limit(SHOWN_WORDS)
                .toList();
    }

    private List<String> problems() {
        var problems = new ArrayList<String>();
        int rows = count + missing;
        if (count == 0) {
            problems.add("has no value at all");
        } else if (missing > rows / 2) {
            problems.add("is missing in more than half of the rows");
        }
        if (count > 0 && words.size() == 1) {
            problems.add("is the same in each row: nothing can be learnt from it");
        }
        boolean different = !more && words.size() == count && count > FEW;
        boolean names = !allNumbers && (different || more);
        if (names || (different && ascending)) {
            problems.add("is another one in nearly each row: a name of the row?");
        }
        return problems;
    }
}
