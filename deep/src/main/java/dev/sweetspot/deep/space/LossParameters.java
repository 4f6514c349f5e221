package dev.sweetspot.deep.space;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.option.Options;
import dev.sweetspot.deep.training.loss.Loss;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;

/** What a training makes small. */
public final class LossParameters {
    /** Of the parameter that chooses. */
    public static final String NAME = "loss";

    private static final Options<Loss> INSTALLED =
            Options.installed(Loss.class, NAME, "What the training makes small:");

    private LossParameters() {}

    /** The losses that make sense for a task. */
    public static Options<Loss> losses(Task.Kind task) {
        return INSTALLED.only(loss -> loss.tasks().contains(task));
    }

    /**
     * Refuses a loss that there is, but that makes no sense here, with the reason.
     *
     * @param space what can be set
     * @param value a loss as a person writes it
     */
    public static void requireSense(SearchSpace space, String value) {
        for (var task : Task.Kind.values()) {
            var fitting = losses(task);
            boolean here = space.find(fitting.root().name())
                    .map(Parameter::rangeInWords)
                    .filter(fitting.root().rangeInWords()::equals)
                    .isPresent();
            if (here) {
                INSTALLED.all().stream()
                        .filter(loss ->
                                loss.name().equals(value) && !loss.tasks().contains(task))
                        .findFirst()
                        .ifPresent(loss -> {
                            throw new InvalidInputException(
                                    "loss",
                                    value,
                                    "makes no sense for " + task.word() + ": it " + loss.whyNot(task),
                                    fitting.root().defaultValue() + "?");
                        });
            }
        }
    }

    /** A space with them. */
    public static SearchSpace addTo(SearchSpace space, Task.Kind task) {
        return losses(task).addTo(space);
    }

    static Loss of(Configuration configuration, Task.Kind task) {
        return losses(task).of(configuration);
    }
}
