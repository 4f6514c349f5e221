package dev.sweetspot.deep.family;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.option.Options;
import dev.sweetspot.deep.training.loss.Loss;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.SearchSpace;

/** What a training makes small. */
public final class LossParameters {
    private static final Options<Loss> INSTALLED =
            Options.installed(Loss.class, "loss", "What the training makes small:");

    private LossParameters() {}

    /** The losses that make sense for a task. */
    public static Options<Loss> losses(Task.Kind task) {
        return INSTALLED.only(loss -> loss.tasks().contains(task));
    }

    /** A space with them. */
    public static SearchSpace addTo(SearchSpace space, Task.Kind task) {
        return losses(task).addTo(space);
    }

    static Loss of(Configuration configuration, Task.Kind task) {
        return losses(task).of(configuration);
    }
}
