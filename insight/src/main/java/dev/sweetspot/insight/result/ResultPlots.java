package dev.sweetspot.insight.result;

import dev.sweetspot.form.InvalidInputException;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The kinds of pictures of predictions that are installed. */
public final class ResultPlots {
    private ResultPlots() {}

    /** All of them, in the order of their names. */
    public static List<ResultPlot> installed() {
        return ServiceLoader.load(ResultPlot.class, ResultPlots.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(ResultPlot::name))
                .toList();
    }

    /**
     * One of them.
     *
     * @throws InvalidInputException when there is none of that name
     */
    public static ResultPlot named(String name) {
        var all = installed();
        return all.stream().filter(plot -> plot.name().equals(name)).findFirst().orElseThrow(() -> {
            var names = all.stream().map(ResultPlot::name).collect(Collectors.joining(", "));
            return new InvalidInputException("plot", name, "is not known", "one of " + names + "?");
        });
    }
}
