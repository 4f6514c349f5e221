package dev.sweetspot.data.metric;

import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.InvalidInputException;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** The installed metrics. */
public final class Metrics {
    private Metrics() {}

    /** All of them, by name. */
    public static List<Metric> installed() {
        return ServiceLoader.load(Metric.class, Metrics.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(Metric::name))
                .toList();
    }

    /**
     * The metric of that name.
     *
     * @throws InvalidInputException when there is none, with the nearest name
     */
    public static Metric named(String name) {
        var all = installed();
        return all.stream()
                .filter(metric -> metric.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "metric",
                        name,
                        "must be one that is installed",
                        DidYouMean.maybe(name, all.stream().map(Metric::name).toList())));
    }
}
