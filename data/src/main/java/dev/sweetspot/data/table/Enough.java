package dev.sweetspot.data.table;

import dev.sweetspot.data.DataSet;
import dev.sweetspot.data.GivenParts;
import dev.sweetspot.data.Part;
import dev.sweetspot.data.Shown;
import dev.sweetspot.data.Task;
import dev.sweetspot.form.InvalidInputException;
import java.util.stream.IntStream;

/** Whether there is enough to learn from. */
final class Enough {
    private static final int FEWEST_OF_A_CLASS = 2;

    private Enough() {}

    /**
     * @throws InvalidInputException when there are not two classes, a class has not two items to train on, or all targets
     *     are equal
     */
    static void check(String data, DataSet set, GivenParts given) {
        var trainable = IntStream.range(0, set.size())
                .filter(i -> given.partOf(i).orElse(Part.TRAINING) != Part.TEST)
                .toArray();
        if (set.task() instanceof Task.Classification classes) {
            var counts = classes.counts(trainable);
            if (counts.length < 2) {
                throw new InvalidInputException(
                        "data",
                        data,
                        "must have at least two classes, but all " + set.noun() + " are "
                                + Shown.names(classes.classNames()),
                        "another --target?");
            }
            for (int c = 0; c < counts.length; c++) {
                if (counts[c] < FEWEST_OF_A_CLASS) {
                    throw new InvalidInputException(
                            "class",
                            Shown.name(classes.classNames().get(c)),
                            "has " + counts[c] + " " + set.noun(counts[c]) + " to train on and must have at least "
                                    + FEWEST_OF_A_CLASS,
                            "add more, leave the class out, or another --target?");
                }
            }
        }
        if (set.task() instanceof Task.Regression numbers
                && IntStream.of(trainable)
                                .mapToDouble(numbers::target)
                                .distinct()
                                .count()
                        < 2) {
            throw new InvalidInputException(
                    "target", Shown.name(numbers.targetName()), "has the same value everywhere", "another --target?");
        }
    }
}
