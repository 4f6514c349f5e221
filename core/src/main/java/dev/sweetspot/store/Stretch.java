package dev.sweetspot.store;

import dev.sweetspot.store.Store.Logged;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Reports;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Events of a log in a row, as they come out of a pack: reports in columns, all others as they are. */
public final class Stretch {
    private final long[] positions;
    /** Null for a report. */
    private final @Nullable Event[] events;

    private final Reports reports;
    private int size;
    private long last;

    Stretch(int events) {
        this.positions = new long[events];
        this.events = new @Nullable Event[events];
        this.reports = new Reports(events);
    }

    void add(long distance, Event event) {
        events[size] = event;
        next(distance);
    }

    /** To which the report has to be added that comes next. */
    Reports report(long distance) {
        next(distance);
        return reports;
    }

    private void next(long distance) {
        last += distance;
        positions[size++] = last;
    }

    /** How many events it has. */
    public int size() {
        return size;
    }

    /** Tells of all events, one after the other. */
    public void each(Consumer<Logged> taken) {
        int report = 0;
        for (int i = 0; i < size; i++) {
            var event = events[i];
            taken.accept(new Logged(positions[i], event == null ? reports.event(report++) : event));
        }
    }

    /** Adds them up. */
    public void addUp(Store.Sum sum) {
        int report = 0;
        for (int i = 0; i < size; i++) {
            var event = events[i];
            if (event == null) {
                sum.add(positions[i], reports, report++);
            } else {
                sum.add(positions[i], event);
            }
        }
    }
}
