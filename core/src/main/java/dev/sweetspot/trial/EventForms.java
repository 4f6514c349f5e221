package dev.sweetspot.trial;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Form.TextForm;
import dev.sweetspot.space.SpaceForms;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.OptionalInt;

/**
 * Events as stores write them. Configurations come back as plain values; the engine gives them the types of its space.
 */
public final class EventForms {
    private EventForms() {}

    /** The event, its kind under {@code event}. */
    public static MapForm toForm(Event event) {
        var entries = new LinkedHashMap<String, Form>();
        if (event instanceof Event.OfTrial ofTrial) {
            entries.put("trial", Form.of(ofTrial.trial()));
        }
        entries.put("at", Form.of(event.at().toString()));
        if (event instanceof Event.Started started) {
            entries.put("event", Form.of("started"));
            entries.put("configuration", SpaceForms.toForm(started.configuration()));
            entries.put("origin", TrialForms.toForm(started.origin()));
            if (started.start() instanceof Start.FromCheckpoint from) {
                entries.put("from_trial", Form.of(from.trial()));
                entries.put("from_fidelity", Form.of(from.fidelity()));
            } else if (started.start() instanceof Start.Repeat repeat) {
                entries.put("repeat_of", Form.of(repeat.trial()));
            }
            entries.put("target", Form.of(started.target()));
            entries.put("worker", Form.of(started.worker()));
            entries.put("threads", Form.of(started.threads()));
            entries.put("numeric_mode", Form.of(started.numericMode()));
        } else if (event instanceof Event.Suggested suggested) {
            entries.put("event", Form.of("suggested"));
            entries.put("name", Form.of(suggested.dimension().parameter().name()));
            entries.put("dimension", SpaceForms.dimensionToForm(suggested.dimension()));
            entries.put("value", Form.of(suggested.value()));
        } else if (event instanceof Event.Reported reported) {
            entries.put("event", Form.of("reported"));
            entries.put("fidelity", Form.of(reported.fidelity()));
            entries.put("values", TrialForms.toForm(reported.values()));
            entries.put("seconds", Form.of(reported.seconds()));
            reported.checkpoint().ifPresent(artifact -> entries.put("checkpoint", Form.of(artifact)));
        } else if (event instanceof Event.Paused paused) {
            entries.put("event", Form.of("paused"));
            entries.put("reason", Form.of(paused.reason()));
            paused.checkpoint().ifPresent(artifact -> entries.put("checkpoint", Form.of(artifact)));
        } else if (event instanceof Event.Resumed resumed) {
            entries.put("event", Form.of("resumed"));
            entries.put("from", Form.of(resumed.from()));
            entries.put("target", Form.of(resumed.target()));
            entries.put("worker", Form.of(resumed.worker()));
            entries.put("reason", Form.of(resumed.reason()));
            if (resumed.seen() > 0) {
                entries.put("seen", Form.of(resumed.seen()));
            }
        } else if (event instanceof Event.Finished finished) {
            entries.put("event", Form.of("finished"));
            entries.put("result", TrialForms.toForm(finished.outcome()));
            entries.put("seconds", Form.of(finished.seconds()));
        } else if (event instanceof Event.SpaceChanged changed) {
            entries.put("event", Form.of("space_changed"));
            entries.put("space", SpaceForms.toForm(changed.space()));
            entries.put("relations", SpaceForms.relationsToForm(changed.space()));
            entries.put(
                    "changes", Form.of(changed.changes().stream().map(Form::of).toList()));
        } else if (event instanceof Event.Enqueued enqueued) {
            entries.put("event", Form.of("enqueued"));
            entries.put("configuration", SpaceForms.toForm(enqueued.configuration()));
        } else if (event instanceof Event.Ordered ordered) {
            entries.put("event", Form.of("ordered"));
            entries.put("standing", Form.of(ordered.standing().word()));
            entries.put("reason", Form.of(ordered.reason()));
            ordered.until().ifPresent(until -> entries.put("until", Form.of(until.toString())));
            ordered.trials().ifPresent(trials -> entries.put("trials", Form.of(trials)));
        }
        return Form.of(entries);
    }

    /** The event that was written. */
    public static Event fromForm(Form form) {
        var fields = Fields.of(form);
        var at = Instant.parse(fields.text("at"));
        var kind = fields.text("event");
        return switch (kind) {
            case "space_changed" ->
                new Event.SpaceChanged(
                        at,
                        SpaceForms.fromForm(fields.require("space"), fields.list("relations")),
                        fields.list("changes").items().stream()
                                .map(item -> ((TextForm) item).value())
                                .toList());
            case "enqueued" ->
                new Event.Enqueued(at, SpaceForms.configurationFromForm(fields.require("configuration")));
            case "ordered" ->
                new Event.Ordered(
                        at,
                        standing(form, fields.text("standing")),
                        fields.text("reason"),
                        fields.findText("until").map(Instant::parse),
                        fields.find("trials").isPresent()
                                ? OptionalInt.of(fields.integer("trials"))
                                : OptionalInt.empty());
            default -> ofTrial(form, fields, at, kind);
        };
    }

    private static Standing standing(Form form, String word) {
        return Arrays.stream(Standing.values())
                .filter(standing -> standing.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        Fields.wrong(form, "standing", word, "is not known", "was it written by a newer version?"));
    }

    private static Event.OfTrial ofTrial(Form form, Fields fields, Instant at, String kind) {
        int trial = fields.find("trial").isPresent() ? fields.integer("trial") : -1;
        return switch (kind) {
            case "started" -> started(fields, trial, at);
            case "suggested" ->
                new Event.Suggested(
                        trial,
                        at,
                        SpaceForms.dimensionFromForm(fields.text("name"), fields.require("dimension")),
                        fields.text("value"));
            case "reported" ->
                new Event.Reported(
                        trial,
                        at,
                        fields.number("fidelity"),
                        TrialForms.measurementsFromForm(fields.require("values")),
                        fields.number("seconds"),
                        fields.findText("checkpoint"));
            case "paused" -> new Event.Paused(trial, at, fields.text("reason"), fields.findText("checkpoint"));
            case "resumed" ->
                new Event.Resumed(
                        trial,
                        at,
                        fields.number("from"),
                        fields.number("target"),
                        fields.text("worker"),
                        fields.text("reason"),
                        fields.findWhole("seen").orElse(0L));
            case "finished" ->
                new Event.Finished(
                        trial, at, TrialForms.outcomeFromForm(fields.require("result")), fields.number("seconds"));
            default -> throw Fields.wrong(form, "event", kind, "is not known", "was it written by a newer version?");
        };
    }

    private static Event.Started started(Fields fields, int trial, Instant at) {
        var start = fields.findNumber("from_fidelity")
                .<Start>map(fidelity -> new Start.FromCheckpoint(fields.integer("from_trial"), fidelity))
                .or(() -> fields.find("repeat_of").map(other -> new Start.Repeat(fields.integer("repeat_of"))))
                .orElse(Start.FRESH);
        return new Event.Started(
                trial,
                at,
                SpaceForms.configurationFromForm(fields.require("configuration")),
                TrialForms.originFromForm(fields.require("origin")),
                start,
                fields.number("target"),
                fields.text("worker"),
                fields.integer("threads"),
                fields.findText("numeric_mode").orElse(""));
    }
}
