package dev.sweetspot.classic.learning;

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
 * What models are to be good in, by name: metrics of the validation rows, and what a model costs. Each has its direction;
 * costs are minimized.
 *
 * @param task what is learnt
 * @param names in their order; at least one is a metric
 */
record ClassicAims(Task.Kind task, List<String> names) {
    /** Seconds for one row, measured on the validation rows while others are tried: a rough number. */
    static final String SECONDS = "prediction_seconds";

    /** Bytes of the model, known when it is fitted. */
    static final String SIZE = "size";

    ClassicAims {
        names = List.copyOf(names);
        var known = new ArrayList<String>();
        Metrics.of(task).forEach(each -> known.add(each.name()));
        known.add(SIZE);
        known.add(SECONDS);
        for (var name : names) {
            if (!known.contains(name)) {
                refuseOtherTasks(name, task);
                throw new InvalidInputException(
                        "objective", name, "is not measured of classical models", DidYouMean.maybe(name, known));
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

    /** A metric that there is says why it is none here. */
    private static void refuseOtherTasks(String name, Task.Kind task) {
        if (Metrics.installed().stream().anyMatch(metric -> metric.name().equals(name))) {
            Metrics.named(name, task);
        }
    }

    private static boolean isMetric(String name, Task.Kind task) {
        return Metrics.of(task).stream().anyMatch(metric -> metric.name().equals(name));
    }

    List<Metric> metrics() {
        return names.stream()
                .filter(name -> isMetric(name, task))
                .map(Metrics::named)
                .toList();
    }

    /** By what configurations are compared: what leads, and the log loss, which says how sure classes are. */
    List<Metric> compared() {
        var leading = metrics().get(0);
        var surer = new LogLoss();
        return task != Task.Kind.CLASSIFICATION || leading.name().equals(surer.name())
                ? List.of(leading)
                : List.of(leading, surer);
    }

    List<Objective> objectives() {
        return names.stream()
                .map(name -> isMetric(name, task) ? objective(Metrics.named(name)) : Objective.minimize(name))
                .toList();
    }

    private static Objective objective(Metric metric) {
        return new Objective(metric.name(), metric.direction());
    }

    boolean has(String name) {
        return names.contains(name);
    }

    /** The usual metrics of a report and those that were asked for. */
    Measurements measured(Report report) {
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
