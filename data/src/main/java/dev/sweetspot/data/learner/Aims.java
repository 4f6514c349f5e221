package dev.sweetspot.data.learner;

import dev.sweetspot.data.Task;
import dev.sweetspot.data.metric.LogLoss;
import dev.sweetspot.data.metric.Metric;
import dev.sweetspot.data.metric.Metrics;
import dev.sweetspot.data.metric.Report;
import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import java.util.ArrayList;
import java.util.List;

/**
 * What models are to be good in, by name: metrics of the validation part, and what a model costs. Each has its direction;
 * costs are minimized.
 *
 * @param task what is learnt
 * @param names in their order; at least one is a metric, the first of which leads: it says which epoch of a training counts
 * @param costs what is known or measured of a model beside metrics: its size, the seconds of a prediction
 */
public record Aims(Task.Kind task, List<String> names, List<String> costs) {
    /** Seconds for one example, measured on the validation part while others train: a rough number. */
    public static final String SECONDS = "prediction_seconds";

    /**
     * Checks the names.
     *
     * @throws InvalidInputException when one is not measured, stands twice, or none is a metric
     */
    public Aims {
        names = List.copyOf(names);
        costs = List.copyOf(costs);
        var known = new ArrayList<String>();
        Metrics.of(task).forEach(each -> known.add(each.name()));
        known.addAll(costs);
        for (var name : names) {
            if (!known.contains(name)) {
                refuseOtherTasks(name, task);
                throw new InvalidInputException("objective", name, "is not measured", DidYouMean.maybe(name, known));
            }
        }
        if (names.stream().distinct().count() < names.size()) {
            throw new InvalidInputException("objective", String.join(", ", names), "must name each once", "");
        }
        if (names.stream().noneMatch(name -> isMetric(name, task))) {
            throw new InvalidInputException(
                    "objective",
                    String.join(", ", names),
                    "must have a metric among them: the cheapest model is one that has learnt nothing",
                    Metrics.usual(task) + " too?");
        }
    }

    /** The same costs and task, and other names. */
    public Aims seeking(List<String> others) {
        return new Aims(task, others, costs);
    }

    /** Where the task is not known yet, it is that of the first metric. */
    public static Aims of(List<String> names, List<String> costs) {
        var task = Metrics.installed().stream()
                .filter(metric -> names.contains(metric.name()))
                .findFirst()
                .map(Metric::kind)
                .orElse(Task.Kind.CLASSIFICATION);
        return new Aims(task, names, costs);
    }

    /** A metric that there is says why it is none here. */
    private static void refuseOtherTasks(String name, Task.Kind task) {
        if (Metrics.installed().stream().anyMatch(metric -> metric.name().equals(name))) {
            Metrics.named(name, task);
        }
    }

    private static boolean isMetric(String name, Task.Kind task) {
        return Metrics.of(task).stream().anyMatch(metric -> metric.name().equals(name));
    }

    private List<Metric> metrics() {
        return names.stream()
                .filter(name -> isMetric(name, task))
                .map(Metrics::named)
                .toList();
    }

    /** By what configurations are compared: what leads, and the log loss, which says how sure classes are. */
    public List<Metric> compared() {
        var leading = metrics().get(0);
        var surer = new LogLoss();
        return task != Task.Kind.CLASSIFICATION || leading.name().equals(surer.name())
                ? List.of(leading)
                : List.of(leading, surer);
    }

    /** By which the best epoch of a training is chosen. */
    public Objective leading() {
        return objective(metrics().get(0));
    }

    /** Each with its direction. */
    public List<Objective> objectives() {
        return names.stream()
                .map(name -> isMetric(name, task) ? objective(Metrics.named(name)) : Objective.minimize(name))
                .toList();
    }

    private static Objective objective(Metric metric) {
        return new Objective(metric.name(), metric.direction());
    }

    /** Whether this is one of the names. */
    public boolean has(String name) {
        return names.contains(name);
    }

    /** The usual metrics of a report and those that were asked for. */
    public Measurements measured(Report report) {
        var values = Measurements.NONE;
        for (var name : report.usual()) {
            values = values.and(name, Metrics.named(name).of(report));
        }
        for (var metric : metrics()) {
            values = values.and(metric.name(), metric.of(report));
        }
        return values;
    }
}
