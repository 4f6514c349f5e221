package dev.sweetspot.deep.training.sampling;

import java.util.random.RandomGenerator;

/**
 * Every batch has the classes in their shares, as nearly as whole examples allow: the next example is always one of the class
 * for which (taken + 1/2) / size is the smallest. That is the apportionment of Webster (1832) and Sainte-Lague (1910), so that
 * every beginning of the order, and so every stretch of it, is shared out fairly.
 */
public record Stratified() implements Sampling {
    @Override
    public String name() {
        return "stratified";
    }

    @Override
    public String help() {
        return "mixes them too, but so that every batch has each class in its share";
    }

    @Override
    public boolean byClass() {
        return true;
    }

    @Override
    public int[] order(int[] examples, int[] classes, RandomGenerator random) {
        var rows = ByClass.shuffled(examples, classes, random);
        var taken = new int[rows.length];
        var order = new int[examples.length];
        for (int i = 0; i < order.length; i++) {
            int next = 0;
            for (int c = 1; c < rows.length; c++) {
                // (t + 1/2) / n below that of the next one so far, without rounding.
                if ((2L * taken[c] + 1) * rows[next].length < (2L * taken[next] + 1) * rows[c].length) {
                    next = c;
                }
            }
            order[i] = rows[next][taken[next]++];
        }
        return order;
    }
}
