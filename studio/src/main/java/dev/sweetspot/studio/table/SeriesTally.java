package dev.sweetspot.studio.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the steps of series, row by row; of the first few all values. */
final class SeriesTally {
    private static final int SHOWN = 24;
    private static final int SHOWN_OF_A_CLASS = 4;
    private static final int MOST_CHANNELS = 8;
    private static final int MOST_STEPS = 5000;
    private static final int POINTS = 80;
    private static final int MOST_SERIES = 200_000;

    private final int target;
    private final Map<String, Integer> steps = new LinkedHashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final Map<String, Integer> shownOf = new HashMap<>();
    private final Map<String, List<double[]>> values = new LinkedHashMap<>();

    /** @param target the column that is to be predicted */
    SeriesTally(int target) {
        this.target = target;
    }

    /** @param numbers the same cells as numbers, NaN where one is none */
    void take(List<String> cells, double[] numbers) {
        var name = cells.get(0);
        if (steps.size() >= MOST_SERIES && !steps.containsKey(name)) {
            return;
        }
        int step = steps.merge(name, 1, Integer::sum);
        boolean fresh = !labels.containsKey(name);
        var label = labels.computeIfAbsent(name, any -> target < cells.size() ? cells.get(target) : "");
        // Of each class a few: files are often in the order of the classes.
        if (fresh && values.size() < SHOWN && shownOf.merge(label, 1, Integer::sum) <= SHOWN_OF_A_CLASS) {
            values.put(name, new ArrayList<>());
        }
        var kept = values.get(name);
        if (kept != null) {
            if (step <= MOST_STEPS) {
                kept.add(channels(numbers));
            }
        }
    }

    private double[] channels(double[] numbers) {
        var some = new ArrayList<Double>();
        for (int c = 2; c < numbers.length && some.size() < MOST_CHANNELS; c++) {
            if (c != target) {
                some.add(numbers[c]);
            }
        }
        return some.stream().mapToDouble(Double::doubleValue).toArray();
    }

    int count() {
        return steps.size();
    }

    int shortest() {
        return steps.values().stream().mapToInt(Integer::intValue).min().orElse(0);
    }

    int longest() {
        return steps.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** Counts each series once, whatever its rows repeat. */
    ColumnLook labels(String name) {
        var tally = new ColumnTally(name);
        labels.values().forEach(label -> tally.take(label, Double.NaN));
        return tally.look();
    }

    List<SeriesLook> looks() {
        var looks = new ArrayList<SeriesLook>();
        values.forEach((name, kept) -> looks.add(
                new SeriesLook(name, labels.getOrDefault(name, ""), steps.getOrDefault(name, 0), thinned(kept))));
        return looks;
    }

    private static List<List<Double>> thinned(List<double[]> steps) {
        var channels = new ArrayList<List<Double>>();
        int points = Math.min(POINTS, steps.size());
        for (int c = 0; c < steps.get(0).length; c++) {
            var line = new ArrayList<Double>();
            for (int i = 0; i < points; i++) {
                line.add(steps.get((int) ((long) i * steps.size() / points))[c]);
            }
            channels.add(line);
        }
        return channels;
    }
}
