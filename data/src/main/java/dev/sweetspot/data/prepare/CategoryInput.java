package dev.sweetspot.data.prepare;

import dev.sweetspot.data.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What was learnt of a column of categories: an input for each that is not rare, 1 where a row is of it and else 0.
 *
 * @param name of the column
 * @param kept categories that have an input each
 * @param pooled whether rare ones of the training part share one more input, which those never met before belong to; where
 *     none was rare, one never met before leaves all inputs at 0
 * @param marked whether the last input says that the category was missing: only where some were in the training part
 */
public record CategoryInput(String name, List<String> kept, boolean pooled, boolean marked) implements Input {
    /** A category of fewer training rows than one in so many is rare: nothing can be learnt of it. */
    private static final int RARE = 1000;
    /** A category of fewer training rows is rare, however few rows there are. */
    private static final int FEWEST = 2;
    /** More categories than this share an input, the rarest first. */
    private static final int MOST = 100;

    /** No input is set. */
    public static final int NOWHERE = -1;

    /** Keeps a copy. */
    public CategoryInput {
        kept = List.copyOf(kept);
    }

    /** Learns it from the training rows. */
    public static CategoryInput of(Column.Categories column, int[] training) {
        var counts = column.counts(training);
        int fewest = Math.max(FEWEST, training.length / RARE);
        var met = IntStream.range(0, counts.length).filter(c -> counts[c] > 0).toArray();
        var frequent = IntStream.of(met)
                .filter(c -> counts[c] >= fewest)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(c -> -counts[c]).thenComparingInt(c -> c))
                .limit(MOST)
                .sorted()
                .map(column.categories()::get)
                .toList();
        int known = IntStream.of(counts).sum();
        return new CategoryInput(column.name(), frequent, frequent.size() < met.length, known < training.length);
    }

    @Override
    public int width() {
        return kept.size() + (pooled ? 1 : 0) + (marked ? 1 : 0);
    }

    @Override
    public String inputName(int i) {
        if (i < kept.size()) {
            return name + " = " + kept.get(i);
        }
        return pooled && i == kept.size() ? name + " is another" : name + " is missing";
    }

    /** For each code of a column, which may know other categories, the input that is set, or {@link #NOWHERE}. */
    public int[] slots(List<String> categories) {
        var places = new HashMap<String, Integer>();
        for (int i = 0; i < kept.size(); i++) {
            places.put(kept.get(i), i);
        }
        var slots = new ArrayList<Integer>();
        categories.forEach(category -> slots.add(places.getOrDefault(category, pooled ? kept.size() : NOWHERE)));
        return slots.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Sets the input of a code; all others are 0 already. */
    public void write(int code, int[] slots, float[] into, int at) {
        int slot = code == Column.Categories.MISSING ? (marked ? width() - 1 : NOWHERE) : slots[code];
        if (slot != NOWHERE) {
            into[at + slot] = 1;
        }
    }
}
