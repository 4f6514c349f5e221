package dev.sweetspot.isolation;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.SpaceForms;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.TrialForms;
import dev.sweetspot.workload.TrialFailure;
import dev.sweetspot.workload.TrialRun;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a process that runs trials and the one that it does it for say to each other: one JSON object a line, told apart by
 * their first name.
 *
 * <p>To the process: {@code workload} (make this; answered by {@code ready} or {@code refused}), {@code try} (run this trial;
 * answered by {@code done}, {@code failed} or {@code interrupted}), and while it runs {@code stop}, {@code interrupt},
 * {@code answer} (to {@code report}), {@code value} (to {@code suggest}), {@code write} (answered by {@code written}).
 */
final class Messages {
    static final String WORKLOAD = "workload";
    static final String READY = "ready";
    static final String REFUSED = "refused";
    static final String TRY = "try";
    static final String STOP = "stop";
    static final String INTERRUPT = "interrupt";
    static final String REPORT = "report";
    static final String ANSWER = "answer";
    static final String SUGGEST = "suggest";
    static final String VALUE = "value";
    static final String WRITE = "write";
    static final String WRITTEN = "written";
    static final String DONE = "done";
    static final String FAILED = "failed";
    static final String INTERRUPTED = "interrupted";

    /** Nobody said anything. */
    static final MapForm NOTHING = Form.of(Map.of());

    private static final long NEVER = -1;

    private Messages() {}

    /**
     * What a line says; empty of names where it is none of ours, because some library wrote to standard output, or half of
     * one, because the process was ended while it wrote.
     */
    static MapForm read(String line) {
        try {
            return line.startsWith("{\"") ? Json.parseMap(line, "message") : NOTHING;
        } catch (InvalidInputException noMessage) {
            return NOTHING;
        }
    }

    /** The name by which a message is told apart. */
    static String kind(MapForm message) {
        return message.entries().keySet().stream().findFirst().orElse("");
    }

    static MapForm of(String kind, Form content) {
        return Form.of(Map.of(kind, content));
    }

    static MapForm truth(String kind) {
        return of(kind, Form.of(true));
    }

    /** @param space in which the values of the configuration have their types */
    static MapForm trial(TrialRun run, SearchSpace space) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("number", Form.of(run.number()));
        entries.put("space", SpaceForms.toForm(space));
        entries.put("configuration", SpaceForms.toForm(run.configuration()));
        entries.put("seed", Form.of(run.seed()));
        entries.put("threads", Form.of(run.threads()));
        entries.put("numeric_mode", Form.of(run.numericMode()));
        entries.put("target", Form.of(run.target()));
        entries.put("from", Form.of(run.from()));
        run.checkpoint().ifPresent(path -> entries.put("checkpoint", Form.of(path.toString())));
        entries.put("nanos_left", Form.of(left(run.deadline())));
        entries.put("nanos_to_limit", Form.of(left(run.limit())));
        return of(TRY, Form.of(entries));
    }

    /** Clocks of two processes do not agree; how long there is does. */
    private static long left(long moment) {
        return moment == Long.MAX_VALUE ? NEVER : Math.max(0, moment - System.nanoTime());
    }

    static long moment(long left) {
        return left == NEVER ? Long.MAX_VALUE : System.nanoTime() + left;
    }

    static MapForm report(double fidelity, Measurements values, boolean checkpoint) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("fidelity", Form.of(fidelity));
        entries.put("values", TrialForms.toForm(values));
        entries.put("checkpoint", Form.of(checkpoint));
        return of(REPORT, Form.of(entries));
    }

    static Measurements values(Form form) {
        return TrialForms.measurementsFromForm(form);
    }

    static MapForm suggest(SearchSpace.Dimension dimension) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("name", Form.of(dimension.parameter().name()));
        entries.put("dimension", SpaceForms.dimensionToForm(dimension));
        return of(SUGGEST, Form.of(entries));
    }

    static SearchSpace.Dimension suggested(Fields content) {
        return SpaceForms.dimensionFromForm(content.text("name"), content.require("dimension"));
    }

    static MapForm failed(Outcome.Cause cause, String message) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("cause", Form.of(cause.name()));
        entries.put("message", Form.of(message));
        return of(FAILED, Form.of(entries));
    }

    static TrialFailure failure(Fields content) {
        return new TrialFailure(Outcome.Cause.valueOf(content.text("cause")), content.text("message"));
    }
}
