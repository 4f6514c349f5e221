package dev.sweetspot.classic.svm;

import dev.sweetspot.classic.family.ClassicFamily;
import dev.sweetspot.classic.family.ClassicModel;
import dev.sweetspot.classic.family.Effort;
import dev.sweetspot.classic.family.Intake;
import dev.sweetspot.classic.family.Matrix;
import dev.sweetspot.classic.family.TableSize;
import dev.sweetspot.classic.family.Targets;
import dev.sweetspot.data.Task;
import dev.sweetspot.space.About;
import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Condition;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.UsualChange;
import java.io.IOException;

/**
 * Support vector machines. Classes are told apart two by two. The time grows with the square of the number of rows and faster:
 * beyond some ten thousand it is the slowest family by far.
 */
public final class SvmFamily implements ClassicFamily {
    /** A fit of more rows takes longer than half a minute. */
    private static final int MANY = 10_000;

    static final CategoricalParameter<String> KERNEL = Parameter.categorical("svm.kernel", "rbf", "linear")
            .with(About.help(
                    "How rows are compared: rbf by their distance, so that borders may bend; linear by weighted sums, "
                            + "so that borders are straight."));
    static final RealParameter C = Parameter.real("svm.c", 0.01, 1000)
            .logarithmic()
            .withDefault(1)
            .with(About.help(
                            "What a row on the wrong side costs. Large values follow single rows, small ones keep borders "
                                    + "simple.")
                    .withUsualChange(new UsualChange.Factor(10)));
    static final RealParameter GAMMA = Parameter.real("svm.gamma", 0.001, 100)
            .logarithmic()
            .withDefault(1)
            .with(About.help(
                            "How soon rows stop being like each other as they get further apart, as a multiple of one divided "
                                    + "by the number of columns. Large values see rows near by alone.")
                    .withUsualChange(new UsualChange.Factor(3)));
    static final RealParameter EPSILON = Parameter.real("svm.epsilon", 0.001, 1)
            .logarithmic()
            .withDefault(0.1)
            .with(About.help(
                            "Errors of numbers up to this size cost nothing, as a share of the standard deviation of what is "
                                    + "predicted.")
                    .withUsualChange(new UsualChange.Factor(3)));

    @Override
    public String name() {
        return "svm";
    }

    @Override
    public String help() {
        return "Support vector machines: borders between classes with as much room as can be; slow for many rows.";
    }

    @Override
    public Intake intake() {
        return Intake.SCALED;
    }

    @Override
    public boolean usual(TableSize data) {
        return data.rows() <= MANY;
    }

    @Override
    public SearchSpace space(TableSize data) {
        var space = SearchSpace.of(KERNEL, C).with(GAMMA, Condition.when(KERNEL, "rbf"));
        return data.task() == Task.Kind.REGRESSION ? space.with(EPSILON) : space;
    }

    @Override
    public String inWords(Configuration configuration) {
        var gamma = configuration.find(GAMMA);
        return "a support vector machine with " + (gamma.isPresent() ? "an rbf" : "a linear") + " kernel, C = "
                + (float) (double) configuration.get(C)
                + gamma.map(value -> ", gamma = " + (float) (double) value + " divided by the number of columns")
                        .orElse("");
    }

    @Override
    public ClassicModel fit(Matrix rows, Targets targets, Configuration configuration, Effort effort)
            throws InterruptedException {
        var gamma = configuration.find(GAMMA);
        var rules = new Solving.Rules(
                gamma.map(value -> value / rows.columns()).orElse(0.0),
                configuration.get(C),
                configuration.find(EPSILON).orElse(EPSILON.defaultValue()));
        return new Fitting(rows, rules, effort.watch()).fit(targets);
    }

    @Override
    public ClassicModel read(byte[] bytes) throws IOException {
        return SvmModel.read(bytes);
    }
}
