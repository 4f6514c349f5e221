package dev.sweetspot.data.split;

import dev.sweetspot.data.DataSet;
import dev.sweetspot.data.GivenParts;
import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.Part;
import dev.sweetspot.data.Parts;
import dev.sweetspot.form.InvalidInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Cross-validation: the items to learn from are cut into folds, each of which validates once while all others train. Every
 * fold has its share of each class, or of small and large targets; groups stay whole. Where the data has an order of time a
 * fold is a block of it, which validates a training on all that came before.
 *
 * @param folds 2 to 20
 * @param repeats how often all of it is done with other cuts, 1 to 20
 */
public record Folds(int folds, int repeats) {
    private static final int MOST = 20;
    /** A fifth of more items says well enough which configuration is better. */
    static final int FEW = 2_000;
    /** Five fits of quick models to more items than these take longer than they are worth. */
    static final int MANY = 100_000;

    /** Five folds, once. */
    public Folds() {
        this(5, 1);
    }

    /** Checks the ranges. */
    public Folds {
        if (folds < 2 || folds > MOST) {
            throw new InvalidInputException("folds", folds, "must be from 2 to " + MOST, "5?");
        }
        if (repeats < 1 || repeats > MOST) {
            throw new InvalidInputException("repeats", repeats, "must be from 1 to " + MOST, "1?");
        }
    }

    /**
     * How configurations are compared where nobody says: by five folds where a single validation part would be so small that
     * luck decides, and training so short that five times of it is nothing. That is for tables and series of few items;
     * not where the data has a validation part of its own, nor where it has groups, of which there may be too few.
     *
     * @param given the parts that the data names itself
     * @param most how many items are few
     */
    static Optional<Folds> usual(DataSet set, GivenParts given, Parts parts, int most) {
        boolean small = parts.trainingAndValidation().length <= most;
        boolean quick = !(set instanceof ImageSet);
        return small && quick && !given.has(Part.VALIDATION) && set.groups().isEmpty()
                ? Optional.of(new Folds())
                : Optional.empty();
    }

    /**
     * The parts of each fold of each repeat, {@code folds} times {@code repeats} of them.
     *
     * @param parts whose training and validation items are cut; their test part stays what it is
     * @param random decides the cuts; the same generator gives the same folds
     * @throws InvalidInputException when there are fewer items, or groups, than folds
     */
    public List<Parts> of(DataSet set, Parts parts, RandomGenerator random) {
        if (set.moments().isPresent()) {
            if (repeats > 1) {
                throw new InvalidInputException(
                        "repeats", repeats, "counts only where chance cuts: by time every cut is the same", "1?");
            }
            return new TimeCut(set.moments().get()).windows(parts, folds);
        }
        var items = Arrays.stream(parts.trainingAndValidation()).boxed().toList();
        var strata = Strata.of(set.task());
        var all = new ArrayList<Parts>();
        for (int repeat = 0; repeat < repeats; repeat++) {
            var cut = set.groups()
                    .map(groups -> GroupDraw.draw(items, groups, strata, equalShares(), random))
                    .orElseGet(() -> dealt(items, strata, random));
            if (cut.stream().anyMatch(List::isEmpty)) {
                throw new InvalidInputException(
                        "folds",
                        folds,
                        "is more than there are " + (set.groups().isPresent() ? "groups" : set.noun())
                                + " to learn from",
                        "fewer?");
            }
            for (int fold = 0; fold < folds; fold++) {
                all.add(parts(cut, fold, parts.of(Part.TEST)));
            }
        }
        return all;
    }

    private double[] equalShares() {
        return IntStream.range(0, folds).mapToDouble(fold -> 1.0 / folds).toArray();
    }

    /** The items of each stratum are dealt in turn; the next stratum goes on where the last one ended. */
    private List<List<Integer>> dealt(List<Integer> items, Strata strata, RandomGenerator random) {
        var of = new ArrayList<List<Integer>>();
        IntStream.range(0, strata.count()).forEach(stratum -> of.add(new ArrayList<>()));
        items.forEach(item -> of.get(strata.of(item)).add(item));
        var cut = new ArrayList<List<Integer>>();
        IntStream.range(0, folds).forEach(fold -> cut.add(new ArrayList<>()));
        int next = 0;
        for (var stratum : of) {
            Shuffled.shuffle(stratum, random);
            for (int item : stratum) {
                cut.get(next++ % folds).add(item);
            }
        }
        return cut;
    }

    private static Parts parts(List<List<Integer>> cut, int fold, int[] test) {
        var training = IntStream.range(0, cut.size())
                .filter(other -> other != fold)
                .boxed()
                .flatMap(other -> cut.get(other).stream())
                .mapToInt(Integer::intValue)
                .toArray();
        return new Parts(
                training, cut.get(fold).stream().mapToInt(Integer::intValue).toArray(), test);
    }
}
