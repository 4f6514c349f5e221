package dev.sweetspot.trial;

import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Form.TextForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Objectives, constraints, measurements, outcomes and origins as forms. */
public final class TrialForms {
    private TrialForms() {}

    /** {@code {name: loss, direction: minimize}}. */
    public static MapForm toForm(Objective objective) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("name", Form.of(objective.name()));
        entries.put("direction", Form.of(objective.direction().name().toLowerCase(Locale.ROOT)));
        return Form.of(entries);
    }

    /** {@code {name: loss, direction: minimize}}; the direction is minimize when it is not there. */
    public static Objective objectiveFromForm(Form form) {
        var fields = Fields.of(form, "objective", "{name: loss, direction: minimize}?");
        fields.require("name", "name: loss?");
        var word = fields.findText("direction").orElse("minimize");
        return switch (word) {
            case "minimize" -> Objective.minimize(fields.text("name"));
            case "maximize" -> Objective.maximize(fields.text("name"));
            default ->
                throw Fields.wrong(
                        fields.require("direction"),
                        "direction",
                        word,
                        "must be minimize or maximize",
                        (word.startsWith("max") || word.startsWith("hi") || word.startsWith("up")
                                        ? "maximize"
                                        : "minimize")
                                + "?");
        };
    }

    /** {@code {name: memory, bound: at_most, limit: 2e9, known: before}}. */
    public static MapForm toForm(Constraint constraint) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("name", Form.of(constraint.name()));
        entries.put("bound", Form.of(constraint.bound().name().toLowerCase(Locale.ROOT)));
        entries.put("limit", Form.of(constraint.limit()));
        entries.put("known", Form.of(constraint.known().name().toLowerCase(Locale.ROOT)));
        return Form.of(entries);
    }

    /**
     * {@code {name: memory, bound: at_most, limit: 2e9, known: before}}, or the text {@code "memory <= 2GB"}: bytes,
     * seconds and plain numbers with their usual units. A text's limit is looked at as soon as its number is known.
     */
    public static Constraint constraintFromForm(Form form) {
        if (form instanceof TextForm text) {
            return LimitText.parse(text);
        }
        var fields = Fields.of(form).onlyKnown(List.of("name", "bound", "limit", "known"));
        return new Constraint(
                fields.text("name"),
                word(fields, "bound", Constraint.Bound.values()),
                fields.number("limit"),
                word(fields, "known", Constraint.Known.values()));
    }

    private static <E extends Enum<E>> E word(Fields fields, String key, E[] known) {
        var text = fields.text(key);
        var words = Arrays.stream(known)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
        int place = words.indexOf(text);
        if (place < 0) {
            throw Fields.wrong(fields.require(key), key, text, "is not known", DidYouMean.maybe(text, words));
        }
        return known[place];
    }

    /** Values by name. */
    public static MapForm toForm(Measurements measurements) {
        var entries = new LinkedHashMap<String, Form>();
        measurements.values().forEach((name, value) -> entries.put(name, Form.of(value)));
        return Form.of(entries);
    }

    /** Values by name. */
    public static Measurements measurementsFromForm(Form form) {
        var fields = Fields.of(form);
        var values = new LinkedHashMap<String, Double>();
        ((MapForm) form).entries().keySet().forEach(name -> values.put(name, fields.number(name)));
        return new Measurements(values);
    }

    static MapForm toForm(Origin origin) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("sampler", Form.of(origin.sampler()));
        entries.put("version", Form.of(origin.historyVersion()));
        entries.put("seed", Form.of(origin.seed()));
        entries.put("reasons", Form.of(origin.reasons().stream().map(Form::of).toList()));
        origin.means().ifPresent(means -> entries.put("means", toForm(means)));
        return Form.of(entries);
    }

    private static MapForm toForm(Means means) {
        var entries = new LinkedHashMap<String, Form>();
        means.budgetLeft().ifPresent(left -> entries.put("budget_left", Form.of(left)));
        means.secondsLeft().ifPresent(left -> entries.put("seconds_left", Form.of(left)));
        entries.put("parallelism", Form.of(means.parallelism()));
        means.trialsLeft().ifPresent(left -> entries.put("trials_left", Form.of(left)));
        means.fidelityLeft().ifPresent(left -> entries.put("fidelity_left", Form.of(left)));
        return Form.of(entries);
    }

    private static Means meansFromForm(Form form) {
        var fields = Fields.of(form);
        return new Means(
                number(fields, "budget_left"),
                number(fields, "seconds_left"),
                fields.integer("parallelism"),
                fields.find("trials_left").isPresent()
                        ? OptionalInt.of(fields.integer("trials_left"))
                        : OptionalInt.empty(),
                number(fields, "fidelity_left"));
    }

    private static OptionalDouble number(Fields fields, String key) {
        return fields.findNumber(key).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    static Origin originFromForm(Form form) {
        var fields = Fields.of(form);
        List<String> reasons = new ArrayList<>();
        fields.list("reasons").items().forEach(item -> reasons.add(((TextForm) item).value()));
        return new Origin(
                fields.text("sampler"),
                fields.whole("version"),
                fields.whole("seed"),
                reasons,
                fields.find("means").map(TrialForms::meansFromForm));
    }

    static MapForm toForm(Outcome outcome) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("outcome", Form.of(outcome.word()));
        if (outcome instanceof Outcome.Completed completed) {
            entries.put("values", toForm(completed.values()));
        } else if (outcome instanceof Outcome.StoppedEarly stopped) {
            entries.put("values", toForm(stopped.values()));
            entries.put("reason", Form.of(stopped.reason()));
        } else if (outcome instanceof Outcome.Failed failed) {
            entries.put("cause", Form.of(failed.cause().name().toLowerCase(Locale.ROOT)));
            entries.put("message", Form.of(failed.message()));
        } else if (outcome instanceof Outcome.OverLimit over) {
            entries.put("constraint", Form.of(over.constraint()));
            entries.put("value", Form.of(over.value()));
            entries.put("values", toForm(over.values()));
        }
        return Form.of(entries);
    }

    static Outcome outcomeFromForm(Form form) {
        var fields = Fields.of(form);
        return switch (fields.text("outcome")) {
            case "completed" -> new Outcome.Completed(measurementsFromForm(fields.require("values")));
            case "stopped" ->
                new Outcome.StoppedEarly(measurementsFromForm(fields.require("values")), fields.text("reason"));
            case "failed" ->
                new Outcome.Failed(
                        Outcome.Cause.valueOf(fields.text("cause").toUpperCase(Locale.ROOT)), fields.text("message"));
            case "over limit" ->
                new Outcome.OverLimit(
                        fields.text("constraint"),
                        fields.number("value"),
                        measurementsFromForm(fields.require("values")));
            default -> throw Fields.wrong(form, "outcome", fields.text("outcome"), "is not known", "");
        };
    }
}
