package dev.sweetspot.classic.xgboost;

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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What can be set of boosted trees. The ranges are those that tuning studies search (Probst, Boulesteix and Bischl 2019,
 * https://arxiv.org/abs/1802.09596, table 1), rounded outwards; the names are those of XGBoost.
 */
final class XgboostParameters {
    static final IntegerParameter ROUNDS = Parameter.integer("xgboost.rounds", 10, 3000)
            .logarithmic()
            .withDefault(300)
            .with(new About(
                    "rounds",
                    "How many rounds of boosting are made: each adds one tree, or one for each class. More need a smaller "
                            + "learning rate.",
                    Optional.of(new UsualChange.Factor(2))));
    static final RealParameter LEARNING_RATE = Parameter.real("xgboost.learning_rate", 0.005, 0.5)
            .logarithmic()
            .withDefault(0.1)
            .with(About.help("How much of each tree is added. Small ones generalise better and need more rounds.")
                    .withUsualChange(new UsualChange.Factor(2)));
    static final IntegerParameter MAX_DEPTH = Parameter.integer("xgboost.max_depth", 1, 14)
            .withDefault(6)
            .with(new About(
                    "levels",
                    "How many questions a tree asks at most, one after another. 1 adds columns up; deep trees see how "
                            + "columns act together, and learn little data by heart.",
                    Optional.of(new UsualChange.Difference(1))));
    static final RealParameter MIN_CHILD_WEIGHT = Parameter.real("xgboost.min_child_weight", 0.1, 100)
            .logarithmic()
            .withDefault(1)
            .with(About.help(
                            "How much the rows of a leaf must weigh at the least: for numbers their count, for classes "
                                    + "less where the model is sure already. More makes trees that are less sure of few rows.")
                    .withUsualChange(new UsualChange.Factor(3)));
    static final RealParameter SUBSAMPLE = Parameter.real("xgboost.subsample", 0.3, 1)
            .withDefault(0.9)
            .with(About.help("The share of rows that each round looks at, drawn anew.")
                    .withUsualChange(new UsualChange.Difference(0.1)));
    static final RealParameter COLSAMPLE_BYTREE = Parameter.real("xgboost.colsample_bytree", 0.2, 1)
            .withDefault(0.9)
            .with(About.help("The share of columns that each tree looks at, drawn anew.")
                    .withUsualChange(new UsualChange.Difference(0.1)));
    static final RealParameter COLSAMPLE_BYLEVEL = Parameter.real("xgboost.colsample_bylevel", 0.2, 1)
            .withDefault(1)
            .with(About.help("The share of a tree's columns that each of its levels looks at, drawn anew.")
                    .withUsualChange(new UsualChange.Difference(0.1)));
    static final RealParameter LAMBDA = Parameter.real("xgboost.lambda", 0.001, 100)
            .logarithmic()
            .withDefault(1)
            .with(About.help("The penalty of the squares of what leaves say (l2).")
                    .withUsualChange(new UsualChange.Factor(3)));
    static final RealParameter ALPHA = Parameter.real("xgboost.alpha", 0, 100)
            .logarithmicFromZero()
            .withDefault(0)
            .with(About.help("The penalty of what leaves say (l1): leaves that say little say nothing.")
                    .withUsualChange(new UsualChange.Factor(3)));
    static final RealParameter GAMMA = Parameter.real("xgboost.gamma", 0, 20)
            .logarithmicFromZero()
            .withDefault(0)
            .with(About.help("By how much a cut must lower the loss to be made.")
                    .withUsualChange(new UsualChange.Factor(3)));
    static final CategoricalParameter<String> GROW_POLICY = Parameter.categorical(
                    "xgboost.grow_policy", "depthwise", "lossguide")
            .with(About.help(
                    "Which leaf is cut next: depthwise those of a level before those of the next, lossguide the "
                            + "one that gains most, up to a number of leaves."));
    static final IntegerParameter MAX_LEAVES = Parameter.integer("xgboost.max_leaves", 4, 512)
            .logarithmic()
            .withDefault(31)
            .with(new About(
                    "leaves",
                    "How many leaves a tree has at most where the one that gains most is cut next.",
                    Optional.of(new UsualChange.Factor(2))));
    static final OrdinalParameter<Integer> MAX_BIN = Parameter.ordinal("xgboost.max_bin", 64, 128, 256, 512, 1024)
            .withDefault(256)
            .with(new About(
                    "bins",
                    "Between how many values of a column a cut can be. Fewer are quicker, more are finer.",
                    Optional.of(new UsualChange.Factor(2))));
    static final CategoricalParameter<String> LOSS = Parameter.categorical(
                    "xgboost.loss", "squared", "huber", "absolute")
            .with(About.help(
                    "What rounds make smaller where numbers are predicted: squared errors; huber, by which far "
                            + "errors count less; absolute errors, for the median."));
    static final BooleanParameter EARLY_STOPPING = Parameter.bool("xgboost.early_stopping")
            .withDefault(false)
            .with(About.help(
                    "Whether a tenth of the rows to learn from is kept aside to see when more rounds do no more "
                            + "good. The rows that a configuration is judged by are never looked at for that."));
    static final IntegerParameter PATIENCE = Parameter.integer("xgboost.early_stopping.patience", 5, 200)
            .logarithmic()
            .withDefault(50)
            .with(new About(
                    "rounds",
                    "Boosting ends when the rows kept aside are not predicted better for so many rounds.",
                    Optional.of(new UsualChange.Factor(2))));

    private XgboostParameters() {}

    static SearchSpace space(Task.Kind task) {
        var space = SearchSpace.of(
                        ROUNDS,
                        LEARNING_RATE,
                        MAX_DEPTH,
                        MIN_CHILD_WEIGHT,
                        SUBSAMPLE,
                        COLSAMPLE_BYTREE,
                        COLSAMPLE_BYLEVEL,
                        LAMBDA,
                        ALPHA,
                        GAMMA,
                        GROW_POLICY)
                .with(MAX_LEAVES, Condition.when(GROW_POLICY, "lossguide"))
                .with(MAX_BIN)
                .with(EARLY_STOPPING)
                .with(PATIENCE, Condition.when(EARLY_STOPPING, true));
        return task == Task.Kind.REGRESSION ? space.with(LOSS) : space;
    }

    /** As the library takes them. Histograms are summed by one thread: by several, the last bits depend on their number. */
    static Map<String, Object> of(Configuration configuration, Targets targets, long seed) {
        var parameters = new HashMap<String, Object>();
        parameters.put("verbosity", 0);
        parameters.put("nthread", 1);
        parameters.put("seed", (int) (seed & Integer.MAX_VALUE));
        parameters.put("tree_method", "hist");
        parameters.put("eta", configuration.get(LEARNING_RATE));
        parameters.put("max_depth", configuration.get(MAX_DEPTH));
        parameters.put("min_child_weight", configuration.get(MIN_CHILD_WEIGHT));
        parameters.put("subsample", configuration.get(SUBSAMPLE));
        parameters.put("colsample_bytree", configuration.get(COLSAMPLE_BYTREE));
        parameters.put("colsample_bylevel", configuration.get(COLSAMPLE_BYLEVEL));
        parameters.put("lambda", configuration.get(LAMBDA));
        parameters.put("alpha", configuration.get(ALPHA));
        parameters.put("gamma", configuration.get(GAMMA));
        parameters.put("grow_policy", configuration.get(GROW_POLICY));
        configuration.find(MAX_LEAVES).ifPresent(leaves -> parameters.put("max_leaves", leaves));
        parameters.put("max_bin", configuration.get(MAX_BIN));
        parameters.putAll(objective(configuration, targets));
        return parameters;
    }

    private static Map<String, Object> objective(Configuration configuration, Targets targets) {
        if (targets instanceof Targets.Classes classes) {
            return classes.count() == 2
                    ? Map.of("objective", "binary:logistic", "eval_metric", "logloss")
                    : Map.of("objective", "multi:softprob", "eval_metric", "mlogloss", "num_class", classes.count());
        }
        return switch (configuration.find(LOSS).orElse("squared")) {
            case "huber" -> Map.of("objective", "reg:pseudohubererror", "eval_metric", "mphe");
            case "absolute" -> Map.of("objective", "reg:absoluteerror", "eval_metric", "mae");
            default -> Map.of("objective", "reg:squarederror", "eval_metric", "rmse");
        };
    }
}
