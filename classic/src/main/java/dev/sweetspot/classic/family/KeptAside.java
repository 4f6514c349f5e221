package dev.sweetspot.classic.family;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Rows that a fit does not learn from, to see when more steps do no more good: a tenth of those to learn from, drawn evenly
 * from each class.
 *
 * @param learning places of the others, ascending
 * @param aside places of those kept aside, ascending; none where there are fewer than 20 rows
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record KeptAside(int[] learning, int[] aside) {
    private static final int EACH = 10;
    private static final int FEWEST = 20;

    /** Draws them. */
    public static KeptAside of(Targets targets, long seed) {
        int n = targets.size();
        var all = IntStream.range(0, n).toArray();
        if (n < FEWEST) {
            return new KeptAside(all, new int[0]);
        }
        var random = new SplittableRandom(seed);
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = all[i];
            all[i] = all[j];
            all[j] = swapped;
        }
        // Every tenth of each class in the order drawn; where numbers are predicted all rows are one class.
        var met = new int[targets instanceof Targets.Classes classes ? classes.count() : 1];
        var learning = IntStream.builder();
        var aside = IntStream.builder();
        for (int row : all) {
            int label = targets instanceof Targets.Classes classes ? classes.labels()[row] : 0;
            (++met[label] % EACH == 0 ? aside : learning).add(row);
        }
        return new KeptAside(sorted(learning), sorted(aside));
    }

    private static int[] sorted(IntStream.Builder builder) {
        var rows = builder.build().toArray();
        Arrays.sort(rows);
        return rows;
    }
}
