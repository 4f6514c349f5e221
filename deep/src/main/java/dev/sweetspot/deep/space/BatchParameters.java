package dev.sweetspot.deep.space;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.option.Options;
import dev.sweetspot.deep.training.sampling.ClassWeights;
import dev.sweetspot.deep.training.sampling.Sampling;
import dev.sweetspot.deep.training.sampling.Selection;
import dev.sweetspot.space.About;
import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.OrdinalParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.UsualChange;
import java.util.Locale;
import java.util.Optional;

/** What is looked at before each step. */
public final class BatchParameters {
    private static final int FEW = 5000;

    /** Examples a step: powers of 2, which processors like; more than 1024 leaves too few steps. */
    public static final OrdinalParameter<Integer> BATCH_SIZE = Parameter.ordinal(
                    "batch_size", 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024)
            .withDefault(64)
            .with(new About(
                    "examples",
                    "How many examples are looked at before each step. Larger batches are quicker to go through but give "
                            + "fewer steps; beyond 1024 too few are left.",
                    Optional.of(new UsualChange.Factor(2))));

    /** Of the loss: {@link ClassWeights}. */
    public static final CategoricalParameter<String> CLASS_WEIGHTS = Parameter.categorical(
                    "class_weights", ClassWeights.NONE.word(), ClassWeights.BALANCED.word())
            .with(
                    About.NOTHING.withHelp(
                            "How much examples count: none is all alike; balanced counts those of rare classes more, so that all "
                                    + "classes together count alike. Helps where some classes are much rarer than others and matter as much."));

    private static final Options<Sampling> SAMPLINGS =
            Options.installed(Sampling.class, "sampling", "Which examples come together before each step:");

    private BatchParameters() {}

    /** The ways of sampling that make sense for a task: those by class where there are classes. */
    public static Options<Sampling> samplings(Task.Kind task) {
        return SAMPLINGS.only(sampling -> task == Task.Kind.CLASSIFICATION || !sampling.byClass());
    }

    /**
     * A space with them.
     *
     * @param examples how many there are to learn from
     */
    public static SearchSpace addTo(SearchSpace space, Task.Kind task, int examples) {
        var result = samplings(task).addTo(space.with(BATCH_SIZE.withDefault(examples < FEW ? 32 : 64)));
        return task == Task.Kind.CLASSIFICATION ? result.with(CLASS_WEIGHTS) : result;
    }

    static int of(Configuration configuration) {
        return configuration.get(BATCH_SIZE);
    }

    /** As configurations of before, which say nothing of it, had it: the usual one. */
    static Selection selection(Configuration configuration, Task.Kind task) {
        var weights = configuration.find(CLASS_WEIGHTS).orElse(CLASS_WEIGHTS.defaultValue());
        return new Selection(samplings(task).of(configuration), ClassWeights.valueOf(weights.toUpperCase(Locale.ROOT)));
    }
}
