package dev.sweetspot.deep.family;

import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Condition;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The installed families of networks, and the choice among them at the root of a space. */
public final class Families {
    private static final String ROOT = "family";

    private Families() {}

    /** All that are installed, by name. */
    public static List<ModelFamily> installed() {
        return ServiceLoader.load(ModelFamily.class, Families.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(ModelFamily::name))
                .toList();
    }

    /**
     * The families of these names.
     *
     * @throws InvalidInputException when one is not installed
     */
    public static List<ModelFamily> named(List<String> names) {
        var all = installed();
        var known = all.stream().map(ModelFamily::name).toList();
        var chosen = new ArrayList<ModelFamily>();
        for (var name : names) {
            if (!known.contains(name)) {
                throw new InvalidInputException(ROOT, name, "is not known", DidYouMean.maybe(name, known));
            }
            chosen.add(all.get(known.indexOf(name)));
        }
        return chosen;
    }

    /**
     * The families of these names that can learn from examples of a shape; all that can when there are no names.
     *
     * @throws InvalidInputException when one is not installed or cannot
     */
    public static List<ModelFamily> named(List<String> names, Shape input) {
        var able = installed().stream().filter(family -> family.takes(input)).toList();
        if (names.isEmpty()) {
            return able;
        }
        var chosen = named(names);
        for (var family : chosen) {
            if (!family.takes(input)) {
                throw new InvalidInputException(
                        ROOT,
                        family.name(),
                        "cannot learn from " + input,
                        able.stream().map(ModelFamily::name).collect(Collectors.joining(", ")) + "?");
            }
        }
        return chosen;
    }

    /** The family of a configuration. */
    static ModelFamily of(Configuration configuration) {
        return named(List.of(configuration.get(root(installed())))).get(0);
    }

    /** The parameter that chooses. */
    private static CategoricalParameter<String> root(List<ModelFamily> families) {
        return Parameter.categorical(
                        ROOT, families.stream().map(ModelFamily::name).toArray(String[]::new))
                .with(Hyperparameters.help("The kind of network: cnn looks for patterns wherever they are and is the "
                        + "usual choice for images; mlp is simpler and quicker."));
    }

    /** The choice among families, and each one's own part as a branch. */
    static SearchSpace space(List<ModelFamily> families, ModelFamily.DataSize data) {
        var root = root(families);
        var space = SearchSpace.of(root);
        for (var family : families) {
            for (var parameter : family.parameters(data)) {
                space = space.with(parameter, Condition.when(root, family.name()));
            }
        }
        return space;
    }
}
