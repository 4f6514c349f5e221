package dev.sweetspot.deep.space;

import dev.sweetspot.space.About;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.UsualChange;
import java.util.Optional;

/**
 * What a person can set: each with its range and why, its default, its usual change, and what it does in a sentence or
 * two. Ranges are as wide as anything useful; {@link Suggested} says where to search. Every theme has a class of its own:
 * {@link OptimizerParameters}, {@link ScheduleParameters}, {@link LossParameters}, ...
 */
public final class Hyperparameters {
    /**
     * How long a training is. No part of the space: it is the fidelity of a trial, which follows the time where there is
     * a limit, and can be set by hand.
     */
    public static final IntegerParameter EPOCHS = Parameter.integer("epochs", 1, 300)
            .withDefault(20)
            .with(new About(
                    "epochs",
                    "How many times the training looks at every example. More is better up to a point, after which the "
                            + "network learns its examples by heart; beyond 300 hardly anything is gained. Where tune has "
                            + "a time limit, it chooses so many as fit.",
                    Optional.of(new UsualChange.Factor(2))));

    private Hyperparameters() {}
}
