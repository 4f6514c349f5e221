package dev.sweetspot.cli;

import dev.sweetspot.store.Store;
import dev.sweetspot.trial.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** For how long a study was worked on, by however many workers at once. */
final class WorkedTime {
    /** From when a trial ran until it was last heard of. */
    private record Span(Instant from, Instant to) {
        Span until(Instant later) {
            return later.isAfter(to) ? new Span(from, later) : this;
        }
    }

    private final Map<Integer, Span> running = new HashMap<>();
    private final List<Span> spans = new ArrayList<>();

    private WorkedTime() {}

    /** The minutes in which at least one trial of a study ran; breaks between two runs of a job do not count. */
    static double minutes(Store store, String study) {
        var time = new WorkedTime();
        store.each(study, 0, logged -> time.add(logged.event()));
        time.spans.addAll(time.running.values());
        return time.union().toNanos() / 60e9;
    }

    private void add(Event event) {
        if (!(event instanceof Event.OfTrial of)) {
            return;
        }
        if (event instanceof Event.Started || event instanceof Event.Resumed) {
            end(of.trial());
            running.put(of.trial(), new Span(of.at(), of.at()));
        } else {
            running.computeIfPresent(of.trial(), (number, span) -> span.until(of.at()));
        }
        if (event instanceof Event.Paused || event instanceof Event.Finished) {
            end(of.trial());
        }
    }

    private void end(int trial) {
        var span = running.remove(trial);
        if (span != null) {
            spans.add(span);
        }
    }

    private Duration union() {
        spans.sort(Comparator.comparing(Span::from));
        var sum = Duration.ZERO;
        var counted = Instant.MIN;
        for (var span : spans) {
            var from = span.from().isAfter(counted) ? span.from() : counted;
            if (span.to().isAfter(from)) {
                sum = sum.plus(Duration.between(from, span.to()));
                counted = span.to();
            }
        }
        return sum;
    }
}
