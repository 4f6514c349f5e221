package dev.sweetspot.deep.training.loss;

import dev.sweetspot.space.About;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.UsualChange;

/** The parameters that losses share. */
public final class LossSettings {
    /** Szegedy et al. 2016; above 0.2 the doubt outweighs what the labels say. */
    public static final RealParameter LABEL_SMOOTHING = Parameter.real("label_smoothing", 0, 0.2)
            .withStep(0.05)
            .withDefault(0.05)
            .with(About.NOTHING
                    .withHelp(
                            "How much doubt is put into the labels while training. A little keeps the network from being "
                                    + "too sure of itself; above 0.2 the doubt outweighs what the labels say.")
                    .withUsualChange(new UsualChange.Difference(0.05)));

    /** Lin et al. 2017; above 5 hardly any example counts. */
    public static final RealParameter FOCAL_GAMMA = Parameter.real("focal.gamma", 0, 5)
            .withDefault(2)
            .with(About.NOTHING
                    .withHelp(
                            "How much less examples count that the network is already sure of: 0 is cross_entropy, and "
                                    + "above 5 hardly any example counts. It helps where one class is rare.")
                    .withUsualChange(new UsualChange.Difference(1)));

    /** In the scale of the targets, which are brought to a standard deviation of 1. */
    public static final RealParameter HUBER_DELTA = Parameter.real("huber.delta", 0.01, 10)
            .logarithmic()
            .withDefault(1)
            .with(About.NOTHING
                    .withUnit("standard deviations")
                    .withHelp(
                            "From which difference on errors count by their size and no longer by their square, so that "
                                    + "outliers pull less. Below 0.01 it is mae, above 10 mse.")
                    .withUsualChange(new UsualChange.Factor(3)));

    private LossSettings() {}
}
