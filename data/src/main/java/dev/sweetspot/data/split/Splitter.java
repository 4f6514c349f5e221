package dev.sweetspot.data.split;

import dev.sweetspot.data.DataSet;
import dev.sweetspot.data.GivenParts;
import dev.sweetspot.data.Groups;
import dev.sweetspot.data.Moments;
import dev.sweetspot.data.Part;
import dev.sweetspot.data.Parts;
import dev.sweetspot.data.Task;
import dev.sweetspot.form.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Draws training, validation and test parts so that each class has its share of each; of numbers to predict, small ones,
 * middling ones and large ones have. Groups stay whole, as far as the data does not tear them apart itself. Parts that the
 * data brings are kept as they are. Where the data has an order of time, nothing is drawn: what comes last is judged by.
 *
 * @param testShare of all items, where the data has no test part, 0.05 to 0.5
 * @param validationShare of what is left, where the data has no validation part, 0.05 to 0.5
 */
public record Splitter(double testShare, double validationShare) {
    /** More items than this say nothing more about which configuration is better. */
    private static final int MOST_VALIDATION = 10_000;

    /** A fifth each. */
    public Splitter() {
        this(0.2, 0.2);
    }

    /** Checks the ranges. */
    public Splitter {
        check("test_share", testShare);
        check("validation_share", validationShare);
    }

    private static void check(String name, double share) {
        if (!(share >= 0.05 && share <= 0.5)) {
            throw new InvalidInputException(name, share, "must be from 0.05 to 0.5", "0.2?");
        }
    }

    /**
     * The parts. A class with few items gives at least one to each part that is drawn, and keeps at least one to train
     * on.
     *
     * @param random decides which items; the same generator gives the same parts
     */
    public Parts split(DataSet set, GivenParts given, RandomGenerator random) {
        return set.moments().isPresent()
                ? byTime(set, set.moments().get(), given)
                : split(set.task(), set.groups(), set::noun, given, random);
    }

    /** The validation part of what was before a given test part. */
    Parts validated(Moments moments, int[] before, int[] test) {
        return checked(moments, new TimeCut(moments).validated(before, validationShare, test));
    }

    /** What comes last is judged by; nothing is drawn. */
    private Parts byTime(DataSet set, Moments moments, GivenParts given) {
        if (given.has(Part.TEST) || given.has(Part.VALIDATION)) {
            throw new InvalidInputException(
                    "time",
                    moments.name(),
                    "cannot go with parts that the data names itself: it says which come last",
                    "leave it out?");
        }
        return checked(
                moments,
                new TimeCut(moments).parts(IntStream.range(0, set.size()).toArray(), testShare, validationShare));
    }

    private static Parts checked(Moments moments, Parts parts) {
        if (parts.training().length == 0 || parts.validation().length == 0 || parts.test().length == 0) {
            throw new InvalidInputException(
                    "time",
                    moments.name(),
                    "has too few different values for a training, a validation and a test part",
                    moments.gap() > 0 ? "a smaller gap?" : "a column with more of them?");
        }
        return parts;
    }

    /**
     * The parts of items that nobody has loaded yet, none of which belong together.
     *
     * @param task what is known of them
     * @param random decides which items; the same generator gives the same parts
     */
    public Parts split(Task task, GivenParts given, RandomGenerator random) {
        return split(task, Optional.empty(), count -> count == 1 ? "item" : "items", given, random);
    }

    private Parts split(
            Task task, Optional<Groups> groups, IntFunction<String> noun, GivenParts given, RandomGenerator random) {
        var training = new ArrayList<Integer>();
        var validation = new ArrayList<Integer>();
        var test = new ArrayList<Integer>();
        var free = new ArrayList<List<Integer>>();
        var strata = Strata.of(task);
        for (int stratum = 0; stratum < strata.count(); stratum++) {
            free.add(new ArrayList<>());
        }
        for (int i = 0; i < task.size(); i++) {
            var part = given.partOf(i).orElse(Part.TRAINING);
            (part == Part.TEST ? test : part == Part.VALIDATION ? validation : free.get(strata.of(i))).add(i);
        }
        int trainable = free.stream().mapToInt(List::size).sum();
        double share = Math.min(validationShare, (double) MOST_VALIDATION / Math.max(1, trainable));
        boolean drawTest = !given.has(Part.TEST);
        boolean drawValidation = !given.has(Part.VALIDATION);
        if (groups.isPresent()) {
            var items = free.stream().flatMap(List::stream).sorted().toList();
            double forTest = drawTest ? testShare : 0;
            double forValidation = drawValidation ? (1 - forTest) * share : 0;
            var drawn = GroupDraw.draw(
                    items,
                    groups.get(),
                    strata,
                    new double[] {forTest, forValidation, 1 - forTest - forValidation},
                    random);
            test.addAll(drawn.get(0));
            validation.addAll(drawn.get(1));
            training.addAll(drawn.get(2));
        } else {
            for (var items : free) {
                Shuffled.shuffle(items, random);
                int forTest = drawTest ? count(items.size(), testShare) : 0;
                int forValidation = drawValidation ? count(items.size() - forTest, share) : 0;
                test.addAll(items.subList(0, forTest));
                validation.addAll(items.subList(forTest, forTest + forValidation));
                training.addAll(items.subList(forTest + forValidation, items.size()));
            }
        }
        if (training.isEmpty() || validation.isEmpty() || test.isEmpty()) {
            throw new InvalidInputException(
                    "data",
                    task.size() + " " + noun.apply(2),
                    "are too few for a training, a validation and a test part",
                    groups.isPresent()
                            ? "at least 3 groups?"
                            : task instanceof Task.Classification ? "at least 3 of each class?" : "at least 20?");
        }
        return new Parts(array(training), array(validation), array(test));
    }

    private static int count(int items, double share) {
        return items < 2 ? 0 : (int) Math.max(1, Math.min(items - 1, Math.round(items * share)));
    }

    private static int[] array(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }
}
