package dev.sweetspot.classic.family;

import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.About;
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

/** The installed families of classical models, and the choice among them at the root of a space. */
public final class ClassicFamilies {
    /** The name of the parameter that chooses. */
    public static final String ROOT = "family";

    private ClassicFamilies() {}

    /** All that are installed, by name. */
    public static List<ClassicFamily> installed() {
        return ServiceLoader.load(ClassicFamily.class, ClassicFamilies.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(ClassicFamily::name))
                .toList();
    }

    /** Those that are tried where nobody names any. */
    public static List<ClassicFamily> usual() {
        return installed().stream().filter(ClassicFamily::usual).toList();
    }

    /** Those that are tried on a table where nobody names any. */
    public static List<ClassicFamily> usual(TableSize data) {
        return installed().stream()
                .filter(family -> family.tasks().contains(data.task()) && family.usual(data))
                .toList();
    }

    /**
     * The families of these names.
     *
     * @throws InvalidInputException when one is not installed
     */
    public static List<ClassicFamily> named(List<String> names) {
        var all = installed();
        var known = all.stream().map(ClassicFamily::name).toList();
        var chosen = new ArrayList<ClassicFamily>();
        for (var name : names) {
            if (!known.contains(name)) {
                throw new InvalidInputException(ROOT, name, "is not known", DidYouMean.maybe(name, known));
            }
            chosen.add(all.get(known.indexOf(name)));
        }
        return chosen;
    }

    /** The family of a configuration. */
    public static ClassicFamily of(Configuration configuration) {
        var name = configuration.get(root(installed()));
        return named(List.of(name)).get(0);
    }

    /**
     * The choice among families, each one's own parameters as a branch.
     *
     * @param families at least one
     * @throws InvalidInputException when one is not for the task
     */
    public static SearchSpace space(List<ClassicFamily> families, TableSize data) {
        for (var family : families) {
            if (!family.tasks().contains(data.task())) {
                throw new InvalidInputException(
                        ROOT, family.name(), "is not for " + data.task().word(), "another family?");
            }
        }
        var root = root(families);
        var space = SearchSpace.of(root);
        for (var family : families) {
            var own = family.space(data);
            for (var dimension : own.dimensions()) {
                var conditions = new ArrayList<Condition>();
                conditions.add(Condition.when(root, family.name()));
                conditions.addAll(dimension.conditions());
                space = space.with(new SearchSpace.Dimension(dimension.parameter(), conditions));
            }
            for (var relation : own.relations()) {
                space = space.with(relation);
            }
        }
        return space;
    }

    /** The parameter that chooses. */
    public static CategoricalParameter<String> root(List<ClassicFamily> families) {
        return Parameter.categorical(
                        ROOT, families.stream().map(ClassicFamily::name).toArray(String[]::new))
                .with(About.help("The kind of model. "
                        + families.stream()
                                .map(family -> family.name() + ": " + family.help())
                                .collect(Collectors.joining(" "))));
    }
}
