package dev.sweetspot.studio.settings;

import dev.sweetspot.data.Task;
import dev.sweetspot.data.metric.Metrics;
import dev.sweetspot.deep.learning.NetworkLearning;
import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Form.TextForm;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Position;
import dev.sweetspot.sampler.Sampler;
import dev.sweetspot.sampler.Samplers;
import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.scheduler.Schedulers;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Direction;
import dev.sweetspot.trial.TrialForms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a search can be asked for: what is to be better, what has to be kept, and who searches. */
public final class Goals {
    /** What a model costs, by name, and what less of it is good for. */
    private static final Map<String, String> COSTS = new LinkedHashMap<>();

    static {
        COSTS.put("size", "a small model: few bytes to keep and to send");
        COSTS.put("prediction_seconds", "quick answers: little time for one prediction, roughly measured");
        COSTS.put("parameters", "few numbers to learn");
        COSTS.put("memory", "little memory while it is trained");
    }

    private Goals() {}

    static MapForm toForm() {
        var entries = new LinkedHashMap<String, Form>();
        entries.put(
                "metrics",
                Form.of(Metrics.of(Task.Kind.CLASSIFICATION).stream()
                        .map(metric -> map(
                                "name",
                                metric.name(),
                                "help",
                                metric.help(),
                                "bound",
                                metric.direction() == Direction.MAXIMIZE ? ">=" : "<="))
                        .toList()));
        entries.put(
                "costs",
                Form.of(COSTS.entrySet().stream()
                        .map(cost -> map("name", cost.getKey(), "help", cost.getValue(), "bound", "<="))
                        .toList()));
        entries.put("limits", texts(NetworkLearning.PREDICTED));
        entries.put(
                "samplers",
                texts(Samplers.installed().stream().map(Sampler::name).toList()));
        entries.put(
                "schedulers",
                texts(Schedulers.installed().stream().map(Scheduler::name).toList()));
        return Form.of(entries);
    }

    private static Form texts(List<String> names) {
        return Form.of(names.stream().map(Form::of).toList());
    }

    private static Form map(String... texts) {
        var entries = new LinkedHashMap<String, Form>();
        for (int i = 0; i < texts.length; i += 2) {
            entries.put(texts[i], Form.of(texts[i + 1]));
        }
        return Form.of(entries);
    }

    /**
     * A limit as people write it.
     *
     * @throws InvalidInputException when it is none, or of what nobody measures
     */
    static Constraint limit(String text) {
        var constraint = TrialForms.constraintFromForm(new TextForm(text, new Position("limit", 0, 0)));
        var known = new ArrayList<>(NetworkLearning.PREDICTED);
        Metrics.of(Task.Kind.CLASSIFICATION).forEach(metric -> known.add(metric.name()));
        if (!known.contains(constraint.name())) {
            throw new InvalidInputException(
                    "limit", constraint.name(), "is not measured", DidYouMean.maybe(constraint.name(), known));
        }
        return constraint;
    }
}
