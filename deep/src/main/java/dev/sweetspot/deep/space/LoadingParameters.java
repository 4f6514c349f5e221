package dev.sweetspot.deep.space;

import dev.sweetspot.data.format.InputSize;
import dev.sweetspot.data.metric.Metric;
import dev.sweetspot.data.metric.Metrics;
import dev.sweetspot.space.About;
import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.OrdinalParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.UsualChange;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How data is loaded and split. No part of a space: all trials of a study learn from the same items and are measured on the
 * same, else they could not be compared. Each can be set by hand. The size of images alone can be searched, because images are
 * the same in every size.
 */
public final class LoadingParameters {
    /** Of what is left without the test part. */
    public static final RealParameter VALIDATION_SHARE = share(
            "validation_share",
            "Which share of the data is set aside to compare configurations by, where the data does not say so itself. Below "
                    + "0.05 luck decides, above 0.5 too little is left to learn from; more than 10,000 items are never set aside.");

    /** Of all items. */
    public static final RealParameter TEST_SHARE = share(
            "test_share",
            "Which share of the data is set aside to measure the winner with, once, at the end, where the data has no test "
                    + "part of its own.");

    /** One is a single validation part. */
    public static final IntegerParameter FOLDS = Parameter.integer("folds", 1, 20)
            .withDefault(5)
            .with(About.help(
                            "Into how many parts the items to learn from are cut to compare configurations: each part judges "
                                    + "once what was learnt from all others, so that luck counts less, and a trial takes so many "
                                    + "times as long. 1 is a single validation part. By default 5 for tables and series of up "
                                    + "to 2,000 items to learn from, and 1 for others.")
                    .withUsualChange(new UsualChange.Factor(2)));

    /** Other cuts each time. */
    public static final IntegerParameter REPEATS = Parameter.integer("repeats", 1, 20)
            .withDefault(1)
            .with(About.help(
                            "How often the cross-validation of a configuration is done, with other cuts each time: for very "
                                    + "few items, where it still depends on luck which of them fall together.")
                    .withUsualChange(new UsualChange.Factor(2)));

    /** Of images: smaller ones say nothing, larger ones take long and seldom say more. */
    public static final IntegerParameter INPUT_SIZE = Parameter.integer(
                    InputSize.NAME, InputSize.SMALLEST, InputSize.LARGEST)
            .withDefault(64)
            .with(new About(
                    "pixels",
                    "To how many pixels a side each image is brought before training: one number makes squares, and two, as "
                            + "in 24x48, say height and width. Larger images show finer things and "
                            + "take longer: twice the side is four times the time. By default images keep a common size of up to 64, "
                            + "larger ones of a common size keep its shape with as many pixels as 64 x 64 has, "
                            + "and others become squares of their median, at most 64.",
                    Optional.of(new UsualChange.Factor(2))));

    /** From which all that is drawn at random follows. */
    public static final IntegerParameter SEED = Parameter.integer("seed", 0, Integer.MAX_VALUE)
            .withDefault(1)
            .with(About.help("From which number all that is left to chance follows: which items are set aside, how the "
                            + "network begins, in which order it sees examples, how images are changed. The same seed gives the "
                            + "same again; how much results differ between seeds is how much of them is luck.")
                    .withUsualChange(new UsualChange.Difference(1)));

    private LoadingParameters() {}

    /** What is to be made better: each metric that is installed. */
    public static CategoricalParameter<String> metric() {
        return Parameter.categorical(
                        "metric", Metrics.installed().stream().map(Metric::name).toArray(String[]::new))
                .withDefault("accuracy")
                .with(
                        About.help(
                                "What is to be made better, measured on the validation part, as --objective says it too. By "
                                        + "default accuracy, the share of right answers, where no class is rare; "
                                        + "balanced_accuracy, in which rare classes count as much as others, where one has more than "
                                        + "four times as many items as another; and rmse, the usual size of errors, for numbers."));
    }

    private static RealParameter share(String name, String help) {
        return Parameter.real(name, 0.05, 0.5)
                .withDefault(0.2)
                .with(About.help(help).withUsualChange(new UsualChange.Difference(0.05)));
    }

    /**
     * The sizes of images to search among.
     *
     * @param sizes at least one: the fewer pixels the earlier; a square is its side, a whole number, and another one its text,
     *     "24x48". Images are loaded as high and as wide as any of them
     */
    public static OrdinalParameter<Object> inputSizes(List<InputSize.Asked> sizes) {
        var ascending = sizes.stream()
                .distinct()
                .sorted(Comparator.<InputSize.Asked>comparingInt(size -> size.height() * size.width())
                        .thenComparing(InputSize.Asked::height))
                .<Object>map(size -> size.square() ? size.height() : size.toString())
                .toList();
        return OrdinalParameter.of(INPUT_SIZE.name(), ascending)
                .withDefault(ascending.get(ascending.size() - 1))
                .with(INPUT_SIZE.about());
    }

    /** The size that a configuration asks for; nothing where it is that of the images as they were loaded. */
    public static Optional<InputSize.Asked> inputSize(Configuration configuration) {
        return Optional.ofNullable(configuration.values().get(INPUT_SIZE.name()))
                .map(size -> InputSize.parse(size.toString()));
    }
}
