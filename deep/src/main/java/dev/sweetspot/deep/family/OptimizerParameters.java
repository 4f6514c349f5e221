package dev.sweetspot.deep.family;

import dev.sweetspot.deep.option.Options;
import dev.sweetspot.deep.training.optimizer.Optimizer;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.UsualChange;

/** How the weights change, and how far. */
public final class OptimizerParameters {
    /** Each optimiser that is installed. */
    public static final Options<Optimizer> OPTIMIZERS = Options.installed(
            Optimizer.class, "optimizer", "How the network's numbers are changed after each look at some examples:");

    /** The highest rate of the schedule. */
    public static final RealParameter LEARNING_RATE = Parameter.real("learning_rate", 1e-5, 1)
            .logarithmic()
            .withDefault(3e-3)
            .with(Hyperparameters.help(
                            "How large each step is. Below 1e-5 hardly anything changes, above 1 nothing settles. "
                                    + "Usually the setting that matters most.")
                    .withUsualChange(new UsualChange.Factor(3)));

    private OptimizerParameters() {}

    /** A space with them. */
    public static SearchSpace addTo(SearchSpace space) {
        return OPTIMIZERS.addTo(space).with(LEARNING_RATE);
    }

    static Optimizer of(Configuration configuration) {
        return OPTIMIZERS.of(configuration);
    }
}
