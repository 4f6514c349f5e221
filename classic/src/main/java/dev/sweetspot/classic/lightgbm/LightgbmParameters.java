package dev.sweetspot.classic.lightgbm;

import dev.sweetspot.classic.family.Targets;
import dev.sweetspot.data.Task;
import dev.sweetspot.space.About;
import dev.sweetspot.space.BooleanParameter;
import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Condition;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.OrdinalParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.UsualChange;
import java.util.Locale;
import java.util.Optional;

/** What can be set of boosted trees; the names are those of LightGBM, the ranges as wide as those of XGBoost. */
final class LightgbmParameters {
    static final IntegerParameter ROUNDS = Parameter.integer("lightgbm.rounds", 10, 3000)
            .logarithmic()
            .withDefault(300)
            .with(new About(
                    "rounds",
                    "How many rounds of boosting are made: each adds one tree, or one for each class. More need a smaller "
                            + "learning rate.",
                    Optional.of(new UsualChange.Factor(2))));
    static final RealParameter LEARNING_RATE = Parameter.real("lightgbm.learning_rate", 0.005, 0.5)
            .logarithmic()
            .withDefault(0.1)
            .with(About.help("How much of each tree is added. Small ones generalise better and need more rounds.")
                    .withUsualChange(new UsualChange.Factor(2)));
    static final IntegerParameter NUM_LEAVES = Parameter.integer("lightgbm.num_leaves", 2, 512)
            .logarithmic()
            .withDefault(31)
            .with(new About(
                    "leaves",
                    "How many leaves a tree has at most: the leaf that gains most is cut next. Many see how columns act "
                            + "together, and learn little data by heart.",
                    Optional.of(new UsualChange.Factor(2))));
    static final IntegerParameter MIN_DATA_IN_LEAF = Parameter.integer("lightgbm.min_data_in_leaf", 1, 200)
            .logarithmic()
            .with(new About(
                    "rows",
                    "How many rows a leaf has at the least. More make trees that are less sure of few rows.",
                    Optional.of(new UsualChange.Factor(2))));
    static final RealParameter BAGGING_FRACTION = Parameter.real("lightgbm.bagging_fraction", 0.3, 1)
            .withDefault(0.9)
            .with(About.help("The share of rows that each round looks at, drawn anew.")
                    .withUsualChange(new UsualChange.Difference(0.1)));
    static final RealParameter FEATURE_FRACTION = Parameter.real("lightgbm.feature_fraction", 0.2, 1)
            .withDefault(0.9)
            .with(About.help("The share of columns that each tree looks at, drawn anew.")
                    .withUsualChange(new UsualChange.Difference(0.1)));
    static final RealParameter LAMBDA_L2 = Parameter.real("lightgbm.lambda_l2", 0, 100)
            .logarithmicFromZero()
            .withDefault(0)
            .with(About.help("The penalty of the squares of what leaves say (l2).")
                    .withUsualChange(new UsualChange.Factor(3)));
    static final RealParameter LAMBDA_L1 = Parameter.real("lightgbm.lambda_l1", 0, 100)
            .logarithmicFromZero()
            .withDefault(0)
            .with(About.help("The penalty of what leaves say (l1): leaves that say little say nothing.")
                    .withUsualChange(new UsualChange.Factor(3)));
    static final RealParameter MIN_GAIN = Parameter.real("lightgbm.min_gain_to_split", 0, 20)
            .logarithmicFromZero()
            .withDefault(0)
            .with(About.help("By how much a cut must lower the loss to be made.")
                    .withUsualChange(new UsualChange.Factor(3)));
    static final OrdinalParameter<Integer> MAX_BIN = Parameter.ordinal("lightgbm.max_bin", 63, 127, 255, 511, 1023)
            .withDefault(255)
            .with(new About(
                    "bins",
                    "Between how many values of a column a cut can be. Fewer are quicker, more are finer.",
                    Optional.of(new UsualChange.Factor(2))));
    static final BooleanParameter EXTRA_TREES = Parameter.bool("lightgbm.extra_trees")
            .with(About.help("Whether one place a column is drawn to be cut at, instead of the best one."));
    static final CategoricalParameter<String> LOSS = Parameter.categorical(
                    "lightgbm.loss", "squared", "huber", "absolute")
            .with(About.help(
                    "What rounds make smaller where numbers are predicted: squared errors; huber, by which far "
                            + "errors count less; absolute errors, for the median."));
    static final BooleanParameter EARLY_STOPPING = Parameter.bool("lightgbm.early_stopping")
            .with(About.help(
                    "Whether a tenth of the rows to learn from is kept aside to see when more rounds do no more "
                            + "good. The rows that a configuration is judged by are never looked at for that."));
    static final IntegerParameter PATIENCE = Parameter.integer("lightgbm.early_stopping.patience", 5, 200)
            .logarithmic()
            .withDefault(50)
            .with(new About(
                    "rounds",
                    "Boosting ends when the rows kept aside are not predicted better for so many rounds.",
                    Optional.of(new UsualChange.Factor(2))));

    /** With fewer rows, 20 in a leaf leave hardly a tree. */
    private static final int LITTLE = 1000;

    private LightgbmParameters() {}

    static SearchSpace space(Task.Kind task, int rows) {
        var space = SearchSpace.of(
                        ROUNDS,
                        LEARNING_RATE,
                        NUM_LEAVES,
                        MIN_DATA_IN_LEAF.withDefault(rows < LITTLE ? 5 : 20),
                        BAGGING_FRACTION,
                        FEATURE_FRACTION,
                        LAMBDA_L2,
                        LAMBDA_L1,
                        MIN_GAIN,
                        MAX_BIN,
                        EXTRA_TREES,
                        EARLY_STOPPING)
                .with(PATIENCE, Condition.when(EARLY_STOPPING, true));
        return task == Task.Kind.REGRESSION ? space.with(LOSS) : space;
    }

    /** What the library has to know of the rows before it boosts. */
    static String ofRows(Configuration configuration) {
        return "verbosity=-1 num_threads=1 deterministic=true force_row_wise=true max_bin=" + configuration.get(MAX_BIN)
                + " min_data_in_leaf=" + configuration.get(MIN_DATA_IN_LEAF) + " feature_pre_filter=false";
    }

    static String of(Configuration configuration, Targets targets, long seed) {
        return ofRows(configuration) + " seed=" + (seed & Integer.MAX_VALUE)
                + " learning_rate=" + plain(configuration.get(LEARNING_RATE))
                + " num_leaves=" + configuration.get(NUM_LEAVES)
                + " bagging_freq=1 bagging_fraction=" + plain(configuration.get(BAGGING_FRACTION))
                + " feature_fraction=" + plain(configuration.get(FEATURE_FRACTION))
                + " lambda_l1=" + plain(configuration.get(LAMBDA_L1))
                + " lambda_l2=" + plain(configuration.get(LAMBDA_L2))
                + " min_gain_to_split=" + plain(configuration.get(MIN_GAIN))
                + " extra_trees=" + configuration.get(EXTRA_TREES)
                + objective(configuration, targets);
    }

    private static String objective(Configuration configuration, Targets targets) {
        if (targets instanceof Targets.Classes classes) {
            return classes.count() == 2
                    ? " objective=binary metric=binary_logloss"
                    : " objective=multiclass metric=multi_logloss num_class=" + classes.count();
        }
        return switch (configuration.find(LOSS).orElse("squared")) {
            case "huber" -> " objective=huber metric=huber";
            case "absolute" -> " objective=regression_l1 metric=l1";
            default -> " objective=regression metric=l2";
        };
    }

    /** Without letters, which the library does not read everywhere. */
    private static String plain(double value) {
        return String.format(Locale.ROOT, "%.12f", value);
    }
}
