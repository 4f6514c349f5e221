package dev.sweetspot.insight.plot;

import dev.sweetspot.form.InvalidInputException;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The kinds of pictures that are installed. */
public final class Plots {
    private Plots() {}

    /** All of them, in the order of their names. */
    public static List<Plot> installed() {
        return ServiceLoader.load(Plot.class, Plots.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(Plot::name))
                .toList();
    }

    /**
     * One of them.
     *
     * @throws InvalidInputException when there is none of that name
     */
    public static Plot named(String name) {
        var all = installed();
        return all.stream().filter(plot -> plot.name().equals(name)).findFirst().orElseThrow(() -> {
            var names = all.stream().map(Plot::name).collect(Collectors.joining(", "));
            return new InvalidInputException("plot", name, "is not known", "one of " + names + "?");
        });
    }
}
