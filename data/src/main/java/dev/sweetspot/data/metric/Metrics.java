package dev.sweetspot.data.metric;

import dev.sweetspot.data.Imbalance;
import dev.sweetspot.data.Task;
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

    /** Those for a kind of task, by name. */
    public static List<Metric> of(Task.Kind kind) {
        return installed().stream().filter(metric -> metric.kind() == kind).toList();
    }

    /**
     * The metric of that name, for a kind of task.
     *
     * @throws InvalidInputException when there is none, or it is for another kind of task
     */
    public static Metric named(String name, Task.Kind kind) {
        var metric = named(name);
        if (metric.kind() != kind) {
            throw unfitting(metric, kind);
        }
        return metric;
    }

    /** Why a metric cannot judge a task of this kind. */
    static InvalidInputException unfitting(Metric metric, Task.Kind kind) {
        return new InvalidInputException(
                "metric",
                metric.name(),
                "is for " + metric.kind().word() + ", and this is a " + kind.word(),
                usual(kind) + "?");
    }

    /** The one that is made better where nobody named any and nothing speaks for another: of a task's kind. */
    public static String usual(Task.Kind kind) {
        return switch (kind) {
            case CLASSIFICATION -> "balanced_accuracy";
            case REGRESSION -> "rmse";
            case RECONSTRUCTION -> "reconstruction_mse";
            case GENERATION -> "frechet_distance";
        };
    }

    /**
     * The one that is made better where nobody named any, of the data at hand: accuracy where no class is much rarer than
     * another, else that of {@link #usual(Task.Kind)}.
     *
     * @param items to learn from
     */
    public static String usual(Task task, int[] items) {
        return task.kind() == Task.Kind.CLASSIFICATION
                        && Imbalance.of(task, items).isEmpty()
                ? new Accuracy().name()
                : usual(task.kind());
    }
}
