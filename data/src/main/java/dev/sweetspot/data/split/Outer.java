package dev.sweetspot.data.split;

import dev.sweetspot.data.DataSet;
import dev.sweetspot.data.GivenParts;
import dev.sweetspot.data.Part;
import dev.sweetspot.data.Parts;
import dev.sweetspot.form.InvalidInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One of the outer folds of a nested validation: its items are the test part of a search that sees all others. Each item is in
 * the test part of one of them; where the data has an order of time, those of the first block are in none, and a search sees
 * what was before its test part alone.
 *
 * @param fold from 1 to the number of folds
 * @param folds 2 to 20
 */
public record Outer(int fold, int folds) {
    private static final int MOST = 20;

    /** Checks the ranges. */
    public Outer {
        if (folds < 2 || folds > MOST) {
            throw new InvalidInputException("nested", folds, "must be from 2 to " + MOST, "5?");
        }
        if (fold < 1 || fold > folds) {
            throw new InvalidInputException("outer fold", fold, "must be from 1 to " + folds, "");
        }
    }

    /**
     * The parts of the search of this fold.
     *
     * @param given the parts that the data names itself; none may be for the test
     * @param splitter draws the validation part
     * @param random decides the cuts; the same generator cuts the same folds for all of them
     * @throws InvalidInputException when there are too few items, or the data has parts of its own
     */
    public Parts parts(DataSet set, GivenParts given, Splitter splitter, RandomGenerator random) {
        if (given.has(Part.TEST) || given.has(Part.VALIDATION)) {
            throw new InvalidInputException(
                    "nested",
                    folds,
                    "makes test parts itself, and the data brings parts of its own",
                    "leave it out, and trust the figure of the test part?");
        }
        int[] all = IntStream.range(0, set.size()).toArray();
        var cut = new Folds(folds, 1)
                .of(set, new Parts(all, new int[0], new int[0]), random)
                .get(fold - 1);
        if (set.moments().isPresent()) {
            return splitter.validated(set.moments().get(), cut.training(), cut.validation());
        }
        var named = new @Nullable Part[set.size()];
        Arrays.stream(cut.validation()).forEach(item -> named[item] = Part.TEST);
        return splitter.split(set, GivenParts.of(named), random);
    }

    /** All of so many folds. */
    public static List<Outer> of(int folds) {
        var all = new ArrayList<Outer>();
        for (int fold = 1; fold <= folds; fold++) {
            all.add(new Outer(fold, folds));
        }
        return List.copyOf(all);
    }
}
