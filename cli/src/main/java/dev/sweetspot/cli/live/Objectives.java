package dev.sweetspot.cli.live;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Preference;
import dev.sweetspot.trial.Problem;
import dev.sweetspot.trial.Trial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a study seeks, and what trials gave of it, for people and programs. */
public final class Objectives {
    private Objectives() {}

    /** "accuracy", "the front of accuracy and parameters", "the sum of accuracy and parameters, weighted 2 : 1". */
    public static String inWords(Problem problem) {
        var names = problem.objectives().stream().map(Objective::name).collect(Collectors.joining(" and "));
        if (problem.objectives().size() == 1) {
            return names;
        }
        return problem.preference().equals(Preference.front())
                ? "the front of " + names
                : problem.preference().oneOrder()
                        ? problem.preference().inWords()
                        : problem.preference().inWords() + ", of " + names;
    }

    /** Whether a front is sought, and no one best trial. */
    public static boolean seekFront(Problem problem) {
        return problem.objectives().size() > 1 && !problem.preference().oneOrder();
    }

    /** "accuracy 0.9312, parameters 10250". */
    public static String values(List<Objective> objectives, Trial trial) {
        return objectives.stream()
                .map(objective -> objective.name() + " " + value(objective, trial))
                .collect(Collectors.joining(", "));
    }

    /** "0.9312", or "-" where nothing was measured yet. */
    public static String value(Objective objective, Trial trial) {
        var value = trial.value(objective.name());
        return value.isPresent() ? number(value.getAsDouble()) : "-";
    }

    /** Four digits behind the point for shares and the like, none for counts. */
    public static String number(double value) {
        if (value != 0 && Math.abs(value) < 0.001) {
            return String.format(Locale.ROOT, "%.3g", value);
        }
        return Math.abs(value) >= 1000 && Double.isFinite(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.4f", value);
    }

    /** The values by name; those that were not measured yet are not there. */
    public static MapForm toForm(List<Objective> objectives, Trial trial) {
        var values = new LinkedHashMap<String, Form>();
        for (var objective : objectives) {
            trial.value(objective.name()).ifPresent(value -> values.put(objective.name(), Form.of(value)));
        }
        return Form.of(values);
    }
}
