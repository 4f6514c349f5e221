package dev.sweetspot.deep.family;

import dev.sweetspot.deep.option.Options;
import dev.sweetspot.deep.training.loss.Loss;
import dev.sweetspot.deep.training.loss.Task;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.SearchSpace;

/** What a training makes small. */
public final class LossParameters {
    private static final Options<Loss> INSTALLED =
            Options.installed(Loss.class, "loss", "What the training makes small:");

    private LossParameters() {}

    /** The losses that make sense for a task. */
    public static Options<Loss> losses(Task task) {
        return INSTALLED.only(loss -> loss.tasks().contains(task));
    }

    /** A space with them. */
    public static SearchSpace addTo(SearchSpace space, Task task) {
        return losses(task).addTo(space);
    }

    static Loss of(Configuration configuration, Task task) {
        return losses(task).of(configuration);
    }
}
