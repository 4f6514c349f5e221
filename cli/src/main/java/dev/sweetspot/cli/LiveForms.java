package dev.sweetspot.cli;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.job.Timetable;
import dev.sweetspot.job.TuneEvent;
import dev.sweetspot.study.Study;
import dev.sweetspot.trial.Event;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What happens while something is trained or searched, for a program that draws it. */
final class LiveForms {
    private LiveForms() {}

    /** The first line: which study it is about. */
    static MapForm of(Study study) {
        return Form.of(
                Map.of("event", Form.of("study"), "study", Form.of(study.spec().name())));
    }

    /** A line of {@code --live}; nothing of what only the store has to tell. */
    static Optional<MapForm> of(TuneEvent event, Timetable timetable) {
        var entries = new LinkedHashMap<String, Form>();
        if (event instanceof TuneEvent.Began began) {
            entries.put("event", Form.of("began"));
            entries.put("step", Form.of(began.step().name().toLowerCase(Locale.ROOT)));
            entries.put("sentence", Form.of(began.sentence()));
        } else if (event instanceof TuneEvent.Glimpsed glimpsed) {
            var glimpse = glimpsed.glimpse();
            entries.put("event", Form.of("glimpse"));
            entries.put("trial", Form.of(glimpse.trial()));
            entries.put("fidelity", Form.of(glimpse.fidelity()));
            glimpse.values().values().forEach((name, value) -> entries.put(name, Form.of(value)));
        } else if (event instanceof TuneEvent.Trial trial && trial.event() instanceof Event.Started started) {
            entries.put("event", Form.of("started"));
            entries.put("trial", Form.of(started.trial()));
        } else if (event instanceof TuneEvent.Fitting fitting) {
            entries.put("event", Form.of("fitting"));
            entries.put("what", Form.of(fitting.what()));
            entries.put("epochs", Form.of(fitting.epochs()));
            entries.put("planned", Form.of(fitting.planned()));
        } else if (event instanceof TuneEvent.Noticed noticed) {
            entries.put("event", Form.of("noticed"));
            entries.put("sentence", Form.of(noticed.sentence()));
        } else if (event instanceof TuneEvent.Ended ended) {
            entries.put("event", Form.of("search_ended"));
            entries.put("sentence", Form.of(ended.reason()));
        }
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        if (timetable.limited()) {
            entries.put("seconds_left", Form.of(Math.max(0, (timetable.end() - System.nanoTime()) / 1e9)));
        }
        return Optional.of(Form.of(entries));
    }
}
