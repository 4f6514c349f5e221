package dev.sweetspot.deep.family;

import dev.sweetspot.data.Task;
import dev.sweetspot.data.metric.ClassificationReport;
import dev.sweetspot.data.metric.Metric;
import dev.sweetspot.data.metric.Metrics;
import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import java.util.ArrayList;
import java.util.List;

/**
 * What image classifiers are to be good in, by name: metrics of the validation images, and what a model costs. Each has its
 * direction; costs are minimized.
 *
 * @param names in their order; at least one is a metric, the first of which says which epoch of a training counts
 */
record Aims(List<String> names) {
    /** Seconds for one image, measured on the validation images while others train: a rough number. */
    static final String SECONDS = "prediction_seconds";

    Aims {
        names = List.copyOf(names);
        var known = new ArrayList<String>();
        metricsOfImages().forEach(each -> known.add(each.name()));
        known.addAll(ImageClassification.PREDICTED);
        known.add(SECONDS);
        for (var name : names) {
            if (!known.contains(name)) {
                refuseOtherTasks(name);
                throw new InvalidInputException("objective", name, "is not measured", DidYouMean.maybe(name, known));
            }
        }
        if (names.stream().distinct().count() < names.size()) {
            throw new InvalidInputException("objective", String.join(", ", names), "must name each once", "");
        }
        if (names.stream().noneMatch(Aims::isMetric)) {
            throw new InvalidInputException(
                    "objective",
                    String.join(", ", names),
                    "must have a metric among them: the cheapest model is one that has learnt nothing",
                    "accuracy too?");
        }
    }

    /** A metric that there is says why it is none here. */
    private static void refuseOtherTasks(String name) {
        if (Metrics.installed().stream().anyMatch(metric -> metric.name().equals(name))) {
            Metrics.named(name, Task.Kind.CLASSIFICATION);
        }
    }

    private static boolean isMetric(String name) {
        return metricsOfImages().stream().anyMatch(metric -> metric.name().equals(name));
    }

    private static List<Metric> metricsOfImages() {
        return Metrics.of(Task.Kind.CLASSIFICATION);
    }

    private List<Metric> metrics() {
        return names.stream().filter(Aims::isMetric).map(Metrics::named).toList();
    }

    /** By which the best epoch of a training is chosen. */
    Objective leading() {
        return objective(metrics().get(0));
    }

    List<Objective> objectives() {
        return names.stream()
                .map(name -> isMetric(name) ? objective(Metrics.named(name)) : Objective.minimize(name))
                .toList();
    }

    private static Objective objective(Metric metric) {
        return new Objective(metric.name(), metric.direction());
    }

    boolean has(String name) {
        return names.contains(name);
    }

    /** The metrics of a report, beside what is there already. */
    Measurements measured(Measurements usual, ClassificationReport report) {
        var values = usual;
        for (var metric : metrics()) {
            values = values.and(metric.name(), metric.of(report));
        }
        return values;
    }
}
