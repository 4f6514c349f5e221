package dev.sweetspot.classic.linear;

import dev.sweetspot.classic.family.ClassicFamily;
import dev.sweetspot.classic.family.ClassicModel;
import dev.sweetspot.classic.family.Effort;
import dev.sweetspot.classic.family.Intake;
import dev.sweetspot.classic.family.Matrix;
import dev.sweetspot.classic.family.TableSize;
import dev.sweetspot.classic.family.Targets;
import dev.sweetspot.space.About;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.UsualChange;
import java.io.IOException;
import java.util.Optional;

/**
 * Weighted sums with an elastic net: {@code min mean loss + penalty (l1_ratio |w|_1 + (1 - l1_ratio) / 2 |w|_2^2)}, as
 * glmnet has it (Friedman, Hastie and Tibshirani 2010, https://doi.org/10.18637/jss.v033.i01, equations 1 and 13). The
 * constant of a sum is not penalised. Losses are half the squared error of targets with deviation 1, and the log loss.
 */
public final class LinearFamily implements ClassicFamily {
    private static final double LEAST = 1e-6;
    private static final double MOST = 10;

    /** How strongly weights are kept small. */
    static final RealParameter PENALTY = Parameter.real("linear.penalty", LEAST, MOST)
            .logarithmic()
            .with(About.help("How strongly the weights of columns are kept small. By default one divided by the number "
                            + "of rows, which counts as much as one row.")
                    .withUsualChange(new UsualChange.Factor(3)));

    /** Which penalty. */
    static final RealParameter L1_RATIO = Parameter.real("linear.l1_ratio", 0, 1)
            .withDefault(0)
            .with(About.help(
                            "Of the penalty, the share for the sizes of weights (l1), which leaves columns out; the rest "
                                    + "is for their squares (l2), which shares weight among columns that say the same. 0 is ridge, 1 "
                                    + "is the lasso.")
                    .withUsualChange(new UsualChange.Difference(0.25)));

    /** When to give up. */
    static final IntegerParameter MAX_ITERATIONS = Parameter.integer("linear.max_iterations", 50, 5000)
            .logarithmic()
            .withDefault(1000)
            .with(new About(
                    "passes",
                    "After so many passes over the rows the weights are what they are, even if they could still be better. "
                            + "Most fits are through long before.",
                    Optional.of(new UsualChange.Factor(2))));

    @Override
    public String name() {
        return "linear";
    }

    @Override
    public String help() {
        return "Weighted sums of the columns with an elastic net: linear or logistic regression; quick, and easy to read.";
    }

    @Override
    public Intake intake() {
        return Intake.SCALED;
    }

    @Override
    public SearchSpace space(TableSize data) {
        double usual = Math.min(MOST, Math.max(LEAST, 1.0 / Math.max(1, data.rows())));
        return SearchSpace.of(PENALTY.withDefault(usual), L1_RATIO, MAX_ITERATIONS);
    }

    @Override
    public String inWords(Configuration configuration) {
        return "a weighted sum of the columns, with a penalty of "
                + (float) (double) configuration.get(PENALTY) + " on its weights, of which "
                + Math.round(100 * configuration.get(L1_RATIO)) + " % is on their sizes and the rest on their squares";
    }

    @Override
    public ClassicModel fit(Matrix rows, Targets targets, Configuration configuration, Effort effort)
            throws InterruptedException {
        double penalty = configuration.get(PENALTY);
        double l1 = penalty * configuration.get(L1_RATIO);
        var loss = new Loss(rows, targets, penalty - l1);
        var search = new OrthantWise(loss, l1, loss.sums() * rows.columns());
        int passes = search.minimise(configuration.get(MAX_ITERATIONS), effort.watch());
        return new LinearModel(rows.columns(), loss.kind(), search.point(), passes);
    }

    @Override
    public ClassicModel read(byte[] bytes) throws IOException {
        return LinearModel.read(bytes);
    }
}
