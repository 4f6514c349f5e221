package dev.sweetspot.studio.settings;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.family.ModelFamily;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.space.Hyperparameters;
import dev.sweetspot.deep.space.LoadingParameters;
import dev.sweetspot.deep.space.TableSpace;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.Restriction;
import dev.sweetspot.space.SearchSpace;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What can be set of the small networks of the playground: that of networks for tables, less what makes no difference to see,
 * and no wider than is quick to draw.
 */
public final class ToySpace {
    /** More than 128 units draw the same picture, and take longer. */
    private static final String UNITS = "8..128";

    /** So few points that an epoch is a few steps: a training that shows anything takes more epochs than one of images. */
    private static final IntegerParameter EPOCHS = Hyperparameters.EPOCHS.withDefault(100);

    /** About as many points as are learnt from: defaults follow it. */
    private static final int POINTS = 200;

    /** There is one family, and nothing is averaged, ended before its time, or on another scale. */
    private static final Map<String, String> SETTLED =
            Map.of("family", "mlp", "members", "1", "early_stopping", "false", "scaling", "standard");

    private final Task.Kind task;
    private final SearchSpace whole;

    /**
     * That of a task.
     *
     * @param outputs one for each class; 1 for numbers
     */
    public ToySpace(Task.Kind task, int outputs) {
        this.task = task;
        var size = new ModelFamily.DataSize(new Shape.Row(2), POINTS, outputs);
        var space = TableSpace.of(Families.named(List.of("mlp")), task, size);
        space = Restriction.search(space, space, "units", UNITS);
        for (var settled : SETTLED.entrySet()) {
            space = Restriction.fix(space, space, settled.getKey(), settled.getValue());
        }
        this.whole = space;
    }

    /** What is learnt. */
    public Task.Kind task() {
        return task;
    }

    /** What can be set, without what is settled. */
    SearchSpace space() {
        var left = SearchSpace.empty();
        for (var dimension : whole.dimensions()) {
            if (!SETTLED.containsKey(dimension.parameter().name())) {
                var inside = dimension.conditions().stream()
                        .filter(condition -> !SETTLED.containsKey(condition.parent()))
                        .toList();
                left = left.with(new SearchSpace.Dimension(dimension.parameter(), inside));
            }
        }
        return left;
    }

    /** What is no part of a search. */
    static List<Parameter<?>> apart() {
        return List.of(EPOCHS, LoadingParameters.SEED);
    }

    /** The names of all that the playground can show. */
    static Set<String> names() {
        return Names.ALL;
    }

    /** Made when they are asked for first. */
    private static final class Names {
        private static final Set<String> ALL = all();

        private static Set<String> all() {
            var names = new TreeSet<String>();
            new ToySpace(Task.Kind.CLASSIFICATION, 2).space().parameters().forEach(each -> names.add(each.name()));
            apart().forEach(each -> names.add(each.name()));
            return Set.copyOf(names);
        }
    }

    /**
     * A training as settings say.
     *
     * @param configuration of the network and of how it learns
     * @param epochs how long it is planned to be
     * @param seed of all that is left to chance
     */
    public record Wanted(Configuration configuration, int epochs, int seed) {}

    /**
     * What settings come to, defaults included.
     *
     * @param settings by name, in words, as the command line takes them
     * @throws InvalidInputException when one cannot be, with the rule
     */
    public Wanted wanted(Map<String, String> settings) {
        for (var settled : SETTLED.entrySet()) {
            if (settings.containsKey(settled.getKey())) {
                throw new InvalidInputException(
                        settled.getKey(),
                        settings.get(settled.getKey()),
                        "cannot be set here: it is " + settled.getValue() + " in the playground",
                        "");
            }
        }
        return new Wanted(
                Chosen.of(whole, settings, apart()),
                number(EPOCHS, settings),
                number(LoadingParameters.SEED, settings));
    }

    private static int number(IntegerParameter parameter, Map<String, String> settings) {
        var text = settings.get(parameter.name());
        return text == null ? parameter.defaultValue() : parameter.check(text);
    }
}
