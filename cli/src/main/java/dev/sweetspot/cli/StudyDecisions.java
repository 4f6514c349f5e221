package dev.sweetspot.cli;

import dev.sweetspot.form.Form;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.SpaceForms;
import dev.sweetspot.study.Study;
import dev.sweetspot.trial.Standing;
import dev.sweetspot.trial.Trial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people have decided about a study while it ran, in words and for programs. */
final class StudyDecisions {
    private StudyDecisions() {}

    /** Whether a trial's configuration might be proposed now; always where the space was never changed. */
    static boolean allows(Study study, SearchSpace now, Trial trial) {
        return study.history().space().isEmpty() || Encoding.of(now).feasible(trial.configuration());
    }

    /** "paused by hand at ..."; empty where the study is worked on. */
    static Optional<String> order(Study study) {
        return study.history()
                .order()
                .filter(order -> order.standing() != Standing.OPEN)
                .map(order -> "the study was " + order.standing().word() + ": " + order.reason());
    }

    static List<String> lines(Study study) {
        var lines = new ArrayList<String>();
        study.history()
                .order()
                .filter(order -> order.standing() != Standing.OPEN)
                .ifPresent(order -> lines.add("It is " + order.standing().word() + " since "
                        + Moments.inWords(order.at()) + ": " + order.reason() + ". To go on: sweetspot resume "
                        + study.spec().name()));
        for (var change : study.history().changes()) {
            change.changes().forEach(words -> lines.add("Changed at " + Moments.inWords(change.at()) + ": " + words));
        }
        var encoding = Encoding.of(study.space());
        for (var waiting : study.history().waiting()) {
            var configuration = waiting.configuration();
            lines.add((encoding.feasible(configuration)
                            ? "Enqueued: "
                            : "Enqueued, and waits until the space allows it: ")
                    + configuration);
        }
        return lines;
    }

    /** Adds {@code standing}, and {@code changes} and {@code enqueued} where there are any. */
    static void addTo(Map<String, Form> entries, Study study) {
        entries.put("standing", Form.of(study.history().standing().word()));
        order(study).ifPresent(reason -> entries.put("standing_reason", Form.of(reason)));
        var changes = new ArrayList<Form>();
        for (var change : study.history().changes()) {
            var entry = new LinkedHashMap<String, Form>();
            entry.put("at", Form.of(change.at().toString()));
            entry.put("changes", Form.of(change.changes().stream().map(Form::of).toList()));
            changes.add(Form.of(entry));
        }
        if (!changes.isEmpty()) {
            entries.put("changes", Form.of(changes));
        }
        var enqueued = new ArrayList<Form>();
        study.history().waiting().forEach(each -> enqueued.add(SpaceForms.toForm(each.configuration())));
        if (!enqueued.isEmpty()) {
            entries.put("enqueued", Form.of(enqueued));
        }
    }
}
