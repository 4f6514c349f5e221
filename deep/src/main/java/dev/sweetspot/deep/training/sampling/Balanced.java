package dev.sweetspot.deep.training.sampling;

import java.util.random.RandomGenerator;

/**
 * Every class as often as every other, in each batch: one of each in turn, in an order that is drawn anew for each turn. Rare
 * classes are gone through again and again, mixed anew each time; of common ones an epoch sees a part, another one each time.
 */
public record Balanced() implements Sampling {
    @Override
    public String name() {
        return "balanced";
    }

    @Override
    public String help() {
        return "shows every class as often as every other, the examples of rare ones several times";
    }

    @Override
    public boolean byClass() {
        return true;
    }

    @Override
    public int[] order(int[] examples, int[] classes, RandomGenerator random) {
        var rows = ByClass.shuffled(examples, classes, random);
        var taken = new int[rows.length];
        var turn = new int[rows.length];
        for (int c = 0; c < turn.length; c++) {
            turn[c] = c;
        }
        var order = new int[examples.length];
        for (int i = 0; i < order.length; i++) {
            int place = i % turn.length;
            if (place == 0) {
                Shuffled.shuffle(turn, random);
            }
            int c = turn[place];
            if (taken[c] == rows[c].length) {
                Shuffled.shuffle(rows[c], random);
                taken[c] = 0;
            }
            order[i] = rows[c][taken[c]++];
        }
        return order;
    }
}
