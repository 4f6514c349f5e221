package dev.sweetspot.deep.family;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.About;
import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Condition;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.Restriction;
import dev.sweetspot.space.SearchSpace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
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

    /** Those that can learn from examples of a shape to predict classes or numbers. */
    public static List<ModelFamily> able(Shape input) {
        return able(input, Task.Kind.CLASSIFICATION);
    }

    /** Those that can learn a task from examples of a shape. */
    public static List<ModelFamily> able(Shape input, Task.Kind task) {
        return installed().stream()
                .filter(family -> family.takes(input) && family.tasks().contains(task))
                .toList();
    }

    /**
     * A space whose families are those of these names; as it is where there are none.
     *
     * @param whole in which all can be chosen that are able to learn from the data
     * @throws InvalidInputException when one is not installed, not able, or not for the task
     */
    public static SearchSpace only(SearchSpace whole, List<String> names, ModelFamily.DataSize data, Task.Kind task) {
        var input = data.input();
        for (var family : named(names)) {
            if (!family.tasks().contains(task)) {
                throw new InvalidInputException(ROOT, family.name(), "is not for " + task.word(), others(data, task));
            }
            if (!family.takes(input)) {
                throw new InvalidInputException(ROOT, family.name(), "cannot learn from " + input, others(data, task));
            }
            family.refusal(data).ifPresent(reason -> {
                throw new InvalidInputException(ROOT, family.name(), reason, others(data, task));
            });
        }
        return names.isEmpty() ? whole : Restriction.search(whole, whole, ROOT, String.join(",", names));
    }

    private static String others(ModelFamily.DataSize data, Task.Kind task) {
        return able(data.input(), task).stream()
                        .filter(family -> family.refusal(data).isEmpty())
                        .map(ModelFamily::name)
                        .collect(Collectors.joining(", "))
                + "?";
    }

    /** A space whose families are the usual ones; as it is where none of them is usual. */
    public static SearchSpace usual(SearchSpace space) {
        var names = installed().stream()
                .filter(ModelFamily::usual)
                .map(ModelFamily::name)
                .filter(name -> canBe(space, name))
                .collect(Collectors.joining(","));
        return names.isEmpty() ? space : Restriction.search(space, space, ROOT, names);
    }

    private static boolean canBe(SearchSpace space, String family) {
        return space.find(ROOT).orElseThrow() instanceof CategoricalParameter<?> root
                && root.choices().stream().anyMatch(choice -> choice.label().equals(family));
    }

    /** The family of a configuration. */
    public static ModelFamily of(Configuration configuration) {
        return named(List.of(configuration.get(root(installed())))).get(0);
    }

    /** The parameter that chooses. */
    private static CategoricalParameter<String> root(List<ModelFamily> families) {
        return Parameter.categorical(
                        ROOT, families.stream().map(ModelFamily::name).toArray(String[]::new))
                .with(About.help("The kind of network. "
                        + families.stream()
                                .map(family -> family.name() + ": " + family.help())
                                .collect(Collectors.joining(" "))));
    }

    /** The same to predict classes or numbers. */
    public static SearchSpace space(List<ModelFamily> chosen, ModelFamily.DataSize data) {
        return space(chosen, data, Task.Kind.CLASSIFICATION);
    }

    /**
     * The choice among those of the families that can learn the task from the data, each one's own part as a branch, and what they
     * have inside. What several have in common is there once.
     */
    public static SearchSpace space(List<ModelFamily> chosen, ModelFamily.DataSize data, Task.Kind task) {
        var families = chosen.stream()
                .filter(family -> family.takes(data.input())
                        && family.refusal(data).isEmpty()
                        && family.tasks().contains(task))
                .toList();
        var root = root(families);
        var owners = new LinkedHashMap<Parameter<?>, List<ModelFamily>>();
        for (var family : families) {
            for (var parameter : family.parameters(data)) {
                owners.computeIfAbsent(parameter, none -> new ArrayList<>()).add(family);
            }
        }
        // Those of NetworkParameters come last, in their own order.
        for (var parameter : NetworkParameters.all()) {
            var inside = families.stream()
                    .filter(family -> family.inside().contains(parameter))
                    .toList();
            if (!inside.isEmpty()) {
                owners.put(parameter, inside);
            }
        }
        var space = SearchSpace.of(root);
        for (var owned : owners.entrySet()) {
            space = space.with(new SearchSpace.Dimension(
                    owned.getKey(), conditions(root, owned.getKey(), owned.getValue(), families.size())));
        }
        boolean narrow = task == Task.Kind.RECONSTRUCTION
                && space.find(NetworkParameters.DROPOUT.name()).isPresent();
        // What little passes the bottleneck is all there is: nothing of it can be spared as a rule.
        return narrow ? space.replace(NetworkParameters.DROPOUT.withDefault(0)) : space;
    }

    private static List<Condition> conditions(
            CategoricalParameter<String> root, Parameter<?> parameter, List<ModelFamily> owners, int families) {
        var conditions = new ArrayList<Condition>();
        boolean everywhere =
                owners.size() == families && NetworkParameters.all().contains(parameter);
        if (!everywhere) {
            conditions.add(
                    Condition.when(root, owners.stream().map(ModelFamily::name).toArray(String[]::new)));
        }
        if (owners.size() == 1) {
            conditions.addAll(owners.get(0).conditions(parameter));
        }
        return conditions;
    }
}
