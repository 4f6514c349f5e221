package dev.sweetspot.data.split;

import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/** Orders drawn at random. */
final class Shuffled {
    private Shuffled() {}

    /** Fisher and Yates, written out: Collections.shuffle may change between JDKs. */
    static void shuffle(List<?> list, RandomGenerator random) {
        for (int i = list.size() - 1; i > 0; i--) {
            Collections.swap(list, i, random.nextInt(i + 1));
        }
    }
}
