package dev.sweetspot.deep.space;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.training.rescaling.Rescaling;
import dev.sweetspot.space.About;
import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How images are prepared for a network, in training and ever after. */
public final class InputParameters {
    /** Each way that is installed. */
    public static final CategoricalParameter<String> RESCALE = parameter(each -> true);

    private InputParameters() {}

    private static CategoricalParameter<String> parameter(Predicate<Rescaling> condition) {
        var all = Rescaling.installed().stream().filter(condition).toList();
        return Parameter.categorical(
                        "rescale", all.stream().map(Rescaling::name).toArray(String[]::new))
                .with(About.NOTHING.withHelp(
                        "How the values of pixels are brought to a scale that networks learn well from: "
                                + all.stream()
                                        .map(each -> each.name() + " " + each.help())
                                        .collect(Collectors.joining("; "))
                                + "."));
    }

    /** Those that make sense for a task. */
    private static CategoricalParameter<String> rescale(Task.Kind task) {
        return task.blind() ? parameter(each -> !each.ofEachImage()) : RESCALE;
    }

    /** A space with them. */
    public static SearchSpace addTo(SearchSpace space, Task.Kind task) {
        return space.with(rescale(task));
    }

    /** As configurations of before, which say nothing of it, had it: the usual one. */
    public static Rescaling rescaling(Configuration configuration) {
        return Rescaling.named(configuration.find(RESCALE).orElse(RESCALE.defaultValue()));
    }
}
