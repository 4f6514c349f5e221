package dev.sweetspot.trial;

import java.util.Arrays;
import java.util.stream.IntStream;

/** An immutable set of trial numbers in growing order; meant for the few trials that are in one state at a time. */
final class TrialNumbers {
    static final TrialNumbers NONE = new TrialNumbers(new int[0]);

    private final int[] sorted;

    private TrialNumbers(int[] sorted) {
        this.sorted = sorted;
    }

    /** @param growing in growing order, each once */
    static TrialNumbers of(IntStream growing) {
        var numbers = growing.toArray();
        return numbers.length == 0 ? NONE : new TrialNumbers(numbers);
    }

    IntStream stream() {
        return Arrays.stream(sorted);
    }

    TrialNumbers with(int number) {
        int place = Arrays.binarySearch(sorted, number);
        if (place >= 0) {
            return this;
        }
        int slot = -place - 1;
        var copy = Arrays.copyOf(sorted, sorted.length + 1);
        System.arraycopy(sorted, slot, copy, slot + 1, sorted.length - slot);
        copy[slot] = number;
        return new TrialNumbers(copy);
    }

    TrialNumbers without(int number) {
        int place = Arrays.binarySearch(sorted, number);
        if (place < 0) {
            return this;
        }
        if (sorted.length == 1) {
            return NONE;
        }
        var copy = Arrays.copyOf(sorted, sorted.length - 1);
        System.arraycopy(sorted, place + 1, copy, place, sorted.length - place - 1);
        return new TrialNumbers(copy);
    }
}
