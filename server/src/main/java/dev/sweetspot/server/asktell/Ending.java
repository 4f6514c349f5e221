package dev.sweetspot.server.asktell;

import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.study.ActiveTrial;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.TrialForms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a trial is told to have ended; the message has been checked by then. */
sealed interface Ending {
    /** @param seconds of the trial's own work */
    void end(ActiveTrial trial, double seconds);

    /** It has come as far as it was to come. */
    record Told(Measurements values) implements Ending {
        @Override
        public void end(ActiveTrial trial, double seconds) {
            trial.complete(values, seconds);
        }
    }

    /** It has ended in another way. */
    record Ended(Outcome outcome) implements Ending {
        @Override
        public void end(ActiveTrial trial, double seconds) {
            trial.finish(outcome, seconds);
        }
    }

    /** It is put aside. */
    record Aside(String reason) implements Ending {
        @Override
        public void end(ActiveTrial trial, double seconds) {
            trial.pause(reason, Optional.empty());
        }
    }

    /**
     * What a message tells.
     *
     * @throws dev.sweetspot.form.InvalidInputException when something in it cannot be
     */
    static Ending of(Fields request, StudySpec spec) {
        var state = request.findText("state").orElse("completed");
        return switch (state) {
            case "completed" -> completed(request, spec);
            case "failed" -> failed(request);
            case "stopped" -> {
                var values = request.find("values")
                        .map(TrialForms::measurementsFromForm)
                        .orElse(Measurements.NONE);
                var reason = request.findText("reason").orElse("stopped by the program");
                yield new Ended(new Outcome.StoppedEarly(values, reason));
            }
            case "paused" -> new Aside(request.findText("reason").orElse("put aside by the program"));
            default ->
                throw Fields.wrong(
                        request.require("state"),
                        "state",
                        state,
                        "is not known",
                        DidYouMean.maybe(state, List.of("completed", "failed", "stopped", "paused")));
        };
    }

    private static Ending completed(Fields request, StudySpec spec) {
        var form = request.require("values");
        var values = TrialForms.measurementsFromForm(form);
        for (var limit : spec.constraints()) {
            var value = values.find(limit.name());
            if (value.isPresent() && !limit.keeps(value.getAsDouble())) {
                // Known before anything was run, perhaps: the objectives need not be there.
                return new Ended(new Outcome.OverLimit(limit.name(), value.getAsDouble(), values));
            }
        }
        for (var objective : spec.objectives()) {
            if (values.find(objective.name()).isEmpty()) {
                throw missing(form, objective.name(), values);
            }
        }
        return new Told(values);
    }

    private static Ending failed(Fields request) {
        var causes = new LinkedHashMap<String, Outcome.Cause>();
        for (var cause : Outcome.Cause.values()) {
            causes.put(cause.name().toLowerCase(Locale.ROOT), cause);
        }
        var word = request.findText("cause").orElse("error");
        var cause = causes.get(word);
        if (cause == null) {
            throw Fields.wrong(
                    request.require("cause"), "cause", word, "is not known", DidYouMean.maybe(word, causes.keySet()));
        }
        var message = request.findText("message").orElse("the program said no more");
        return new Ended(new Outcome.Failed(cause, message));
    }

    /** The values of a report: at least one of those that the study looks at. */
    static Measurements reported(Fields request, StudySpec spec) {
        var form = request.require("values");
        var values = TrialForms.measurementsFromForm(form);
        var sought = sought(spec);
        if (sought.stream().noneMatch(name -> values.find(name).isPresent())) {
            throw missing(form, sought.get(0), values);
        }
        return values;
    }

    private static List<String> sought(StudySpec spec) {
        return Stream.concat(
                        spec.objectives().stream().map(Objective::name),
                        spec.constraints().stream().map(Constraint::name))
                .toList();
    }

    private static RuntimeException missing(Form form, String name, Measurements values) {
        var near = DidYouMean.nearest(name, values.values().keySet());
        return Fields.wrong(
                form,
                "values",
                values.values().keySet(),
                "must have " + name,
                near.map(other -> name + " in the place of " + other + "?").orElse(""));
    }
}
