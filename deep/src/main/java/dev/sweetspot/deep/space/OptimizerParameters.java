package dev.sweetspot.deep.space;

import dev.sweetspot.deep.family.Idle;
import dev.sweetspot.deep.option.Options;
import dev.sweetspot.deep.training.optimizer.Coefficients;
import dev.sweetspot.deep.training.optimizer.Optimizer;
import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.SearchSpace;
import java.util.List;

/** How the weights change, and how far. */
public final class OptimizerParameters {
    /** Each optimiser that is installed. */
    public static final Options<Optimizer> OPTIMIZERS = Options.installed(
            Optimizer.class, "optimizer", "How the network's numbers are changed after each look at some examples:");

    /** The highest rate of the schedule. */
    public static final RealParameter LEARNING_RATE = Coefficients.LEARNING_RATE;

    private OptimizerParameters() {}

    /** A space with them. */
    public static SearchSpace addTo(SearchSpace space) {
        return OPTIMIZERS.addTo(space).with(LEARNING_RATE);
    }

    /**
     * A space in which only one optimiser is left, with the defaults that go with it: adadelta's learning rate is 1 where
     * adamw's is 0.003. Other spaces stay as they are.
     */
    public static SearchSpace fitted(SearchSpace space) {
        var left = space.find(OPTIMIZERS.root().name())
                .filter(root -> root instanceof CategoricalParameter<?> choice
                        && choice.choices().size() == 1)
                .map(Parameter::defaultValue);
        if (left.isEmpty()) {
            return space;
        }
        var result = space;
        for (var standard : OPTIMIZERS.named((String) left.get()).standards()) {
            if (standard instanceof RealParameter usual
                    && space.find(usual.name()).orElse(null) instanceof RealParameter open) {
                double value = Math.max(open.low(), Math.min(open.high(), usual.defaultValue()));
                result = result.replace(open.withDefault(value));
            }
        }
        return result;
    }

    /** Which of them have nothing to act on in a configuration. */
    static List<Idle> idle(Configuration configuration) {
        return configuration.contains(Coefficients.NESTEROV.name())
                        && configuration.find(Coefficients.MOMENTUM).orElse(1.0) == 0
                ? List.of(new Idle(
                        Coefficients.NESTEROV.name(),
                        Coefficients.MOMENTUM.name(),
                        "has nothing to look ahead along without momentum (momentum=0)",
                        "momentum=0.9"))
                : List.of();
    }

    static Optimizer of(Configuration configuration) {
        return OPTIMIZERS.of(configuration);
    }
}
