package dev.sweetspot.deep.space;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.family.Idle;
import dev.sweetspot.deep.training.Recipe;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.SearchSpace;
import java.util.ArrayList;
import java.util.List;

/** What can be set about a training, whatever is learnt from: each theme is a class of its own. */
public final class TrainingSpace {
    private TrainingSpace() {}

    /**
     * A space with all of it.
     *
     * @param examples how many there are to learn from
     */
    public static SearchSpace addTo(SearchSpace space, Task.Kind task, int examples) {
        var result = OptimizerParameters.addTo(space);
        result = RegularizationParameters.addTo(result);
        result = BatchParameters.addTo(result, task, examples);
        result = LossParameters.addTo(result, task);
        return ScheduleParameters.addTo(result);
    }

    /** What has nothing to act on in a configuration. */
    public static List<Idle> idle(Configuration configuration) {
        var all = new ArrayList<>(Families.of(configuration).idle(configuration));
        all.addAll(OptimizerParameters.idle(configuration));
        return all;
    }

    /** What a configuration says of it. */
    public static Recipe recipe(Configuration configuration, Task.Kind task) {
        return new Recipe(
                LossParameters.of(configuration, task),
                OptimizerParameters.of(configuration),
                ScheduleParameters.of(configuration),
                RegularizationParameters.of(configuration),
                BatchParameters.of(configuration),
                BatchParameters.selection(configuration, task));
    }
}
