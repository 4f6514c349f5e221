package dev.sweetspot.deep.training.sampling;

import java.util.random.RandomGenerator;

/** Every order is as likely (Fisher and Yates), and each epoch has its own. */
public record Shuffled() implements Sampling {
    @Override
    public String name() {
        return "shuffled";
    }

    @Override
    public String help() {
        return "mixes all examples anew for each epoch, and is the usual one";
    }

    @Override
    public boolean byClass() {
        return false;
    }

    @Override
    public int[] order(int[] examples, int[] classes, RandomGenerator random) {
        var order = examples.clone();
        shuffle(order, random);
        return order;
    }

    static void shuffle(int[] order, RandomGenerator random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
    }
}
