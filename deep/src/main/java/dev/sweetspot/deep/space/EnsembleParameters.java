package dev.sweetspot.deep.space;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.family.ModelFamily;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.space.About;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.UsualChange;
import java.util.Optional;

/** How many networks are averaged. */
public final class EnsembleParameters {
    /** Most of what an average brings, it brings with five (Lakshminarayanan et al. 2017). */
    private static final int USUAL_OF_LITTLE_DATA = 5;

    /** As many as are compared by folds where nobody says so. */
    private static final int LITTLE_DATA = 2_000;

    /** More than ten take their time and change hardly anything. */
    public static final IntegerParameter MEMBERS = Parameter.integer("members", 1, 10)
            .withDefault(1)
            .with(new About(
                    "networks",
                    "How many networks the last training trains, each from a seed of its own, and averages: the mean of "
                            + "their probabilities or numbers is steadier than any of them, and usually better. It takes so "
                            + "many times as long, and the model is so many times as large; beyond 10 hardly anything "
                            + "changes. Trials train one network each, or one a fold. The default is 5 for tables and "
                            + "series of up to 2000 examples to train on, where luck weighs most, and 1 elsewhere.",
                    Optional.of(new UsualChange.Factor(2))));

    private EnsembleParameters() {}

    /**
     * A space with them; as it is where nothing is predicted that could be averaged.
     *
     * @param data small data has a larger default, but for images, whose networks take their time
     */
    public static SearchSpace addTo(SearchSpace space, Task.Kind task, ModelFamily.DataSize data) {
        if (task.blind()) {
            return space;
        }
        boolean little = data.examples() <= LITTLE_DATA && !(data.input() instanceof Shape.Image);
        return space.with(little ? MEMBERS.withDefault(USUAL_OF_LITTLE_DATA) : MEMBERS);
    }

    /** How many a configuration asks for: one where it is of before there were several. */
    public static int of(Configuration configuration) {
        return configuration.find(MEMBERS).orElse(1);
    }

    /** The same configuration of a single network. */
    public static Configuration single(Configuration configuration) {
        return configuration.find(MEMBERS).isPresent() ? configuration.with(MEMBERS, 1) : configuration;
    }
}
