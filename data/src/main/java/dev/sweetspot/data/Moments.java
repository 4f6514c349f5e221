package dev.sweetspot.data;

import java.util.Arrays;

/**
 * When each item was, where the data says so: what is earlier may teach what is later, and never the other way round.
 * Immutable.
 */
public final class Moments {
    private final String name;
    private final double[] of;
    private final int gap;

    /**
     * @param name of the column
     * @param of of each item: any numbers that grow with time, equal for items of one moment; finite
     * @param gap so many different moments between those that teach and those that are judged by are left out, at least 0
     */
    public Moments(String name, double[] of, int gap) {
        if (gap < 0) {
            throw new IllegalArgumentException("gap = " + gap + ": must be at least 0");
        }
        for (double moment : of) {
            if (!Double.isFinite(moment)) {
                throw new IllegalArgumentException("moment = " + moment + ": must be a finite number");
            }
        }
        this.name = name;
        this.of = of.clone();
        this.gap = gap;
    }

    /** What tells them: the column's name. */
    public String name() {
        return name;
    }

    /** How many different moments are left out before each part that is judged by. */
    public int gap() {
        return gap;
    }

    /** The moment of item {@code i}. */
    public double of(int i) {
        return of[i];
    }

    /** The different moments of some items, ascending. */
    public double[] different(int[] items) {
        return Arrays.stream(items).mapToDouble(this::of).sorted().distinct().toArray();
    }
}
