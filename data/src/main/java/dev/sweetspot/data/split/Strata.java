package dev.sweetspot.data.split;

import dev.sweetspot.data.Task;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Groups of items that are alike in what is to be predicted: each part gets its share of each. A class is a stratum; for
 * numbers the strata are equally many items in ascending order of their targets; where nothing is known all is one.
 */
final class Strata {
    private static final int MOST = 10;
    private static final int FEWEST_ITEMS = 20;

    private final int count;
    private final int[] of;

    private Strata(int count, int[] of) {
        this.count = count;
        this.of = of;
    }

    static Strata of(Task task) {
        if (task instanceof Task.Classification classes) {
            return new Strata(
                    classes.classNames().size(),
                    IntStream.range(0, classes.size()).map(classes::label).toArray());
        }
        return task instanceof Task.Regression numbers ? byTarget(numbers) : new Strata(1, new int[task.size()]);
    }

    private static Strata byTarget(Task.Regression numbers) {
        int n = numbers.size();
        int count = Math.max(1, Math.min(MOST, n / FEWEST_ITEMS));
        var order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(numbers::target))
                .mapToInt(Integer::intValue)
                .toArray();
        var of = new int[n];
        for (int rank = 0; rank < n; rank++) {
            of[order[rank]] = (int) ((long) rank * count / n);
        }
        return new Strata(count, of);
    }

    /** How many there are. */
    int count() {
        return count;
    }

    /** The stratum of an item. */
    int of(int item) {
        return of[item];
    }
}
