package dev.sweetspot.deep.option;

import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Condition;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The installed options of one kind, and the parameter that chooses among them.
 *
 * @param root its choices are the names of the options
 * @param intro what is chosen, to go on with what each option does
 * @param all in the order of the choices
 */
public record Options<T extends Option<T>>(CategoricalParameter<String> root, String intro, List<T> all) {
    /** Keeps a copy. */
    public Options {
        all = List.copyOf(all);
    }

    /**
     * What is installed of a kind, in the order in which it is installed; the first is the default.
     *
     * @param name of the parameter
     * @param intro what is chosen: "How weights are changed:"; what each option does follows
     */
    public static <T extends Option<T>> Options<T> installed(Class<T> kind, String name, String intro) {
        var loaded = ServiceLoader.load(kind, kind.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return of(name, intro, loaded);
    }

    /** Some options; the first is the default. */
    public static <T extends Option<T>> Options<T> of(String name, String intro, List<T> options) {
        var names = options.stream().map(Option::name).toArray(String[]::new);
        var each = options.stream()
                .map(option -> option.name() + " " + option.help())
                .collect(Collectors.joining("; "));
        var parameter = Parameter.categorical(name, names);
        return new Options<>(parameter.with(parameter.about().withHelp(intro + " " + each + ".")), intro, options);
    }

    /** A space with the choice, and each option's own parameters where it is chosen. */
    public SearchSpace addTo(SearchSpace space) {
        var holders = new LinkedHashMap<Parameter<?>, List<String>>();
        for (var option : all) {
            for (var parameter : option.parameters()) {
                holders.computeIfAbsent(parameter, none -> new ArrayList<>()).add(option.name());
            }
        }
        var result = space.with(root);
        for (var holder : holders.entrySet()) {
            result = result.with(
                    holder.getKey(), Condition.when(root, holder.getValue().toArray(String[]::new)));
        }
        return result;
    }

    /** Those of them that pass; the first of these is the default. */
    public Options<T> only(Predicate<T> condition) {
        var left = all.stream().filter(condition).toList();
        return of(root.name(), intro, left);
    }

    /** The option of a name. */
    public T named(String name) {
        return all.get(root.indexOf(root.check(name)));
    }

    /** The option that a configuration chooses, with its settings; the default where it chooses none. */
    public T of(Configuration configuration) {
        return named(configuration.find(root).orElse(root.defaultValue())).with(configuration);
    }
}
