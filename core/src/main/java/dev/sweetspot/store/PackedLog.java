package dev.sweetspot.store;

import dev.sweetspot.store.Store.Logged;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.EventForms;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Reports;
import dev.sweetspot.trial.Start;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A stretch of a study's log in a quarter of the bytes of its JSON, and quick to read. A store may keep it
 * beside the events, which stay what counts. Reports, of which there are most, and what every trial has, have fields of their
 * own; every other event is kept as its form, so that whatever is added to events is kept as well.
 *
 * <p>A version, the number of events, for each event its kind, the distance to the last position, and what it says; texts
 * are written once and named by their number from then on; in the end a checksum (CRC-32C).
 */
public final class PackedLog {
    private static final int VERSION = 2;
    private static final int FORM = 0;
    private static final int REPORTED = 1;
    private static final int COMPLETED = 2;
    private static final int STARTED = 3;
    private static final int CHECKSUM_BYTES = 4;

    private PackedLog() {}

    /** @param events in the order of their positions */
    public static byte[] of(List<Logged> events) {
        var out = new PackWriter();
        out.whole(VERSION);
        out.whole(events.size());
        long last = 0;
        for (var logged : events) {
            write(logged.event(), logged.position() - last, out);
            last = logged.position();
        }
        return out.bytesWith(checksum(out.bytes(), out.size()));
    }

    private static void write(Event event, long distance, PackWriter out) {
        if (event instanceof Event.Reported reported) {
            out.whole(REPORTED);
            out.whole(distance);
            out.whole(reported.trial());
            out.time(reported.at());
            out.number(reported.fidelity());
            out.number(reported.seconds());
            out.whole(reported.checkpoint().isPresent() ? 1 : 0);
            reported.checkpoint().ifPresent(out::text);
            write(reported.values(), out);
        } else if (event instanceof Event.Finished finished
                && finished.outcome() instanceof Outcome.Completed completed) {
            out.whole(COMPLETED);
            out.whole(distance);
            out.whole(finished.trial());
            out.time(finished.at());
            out.number(finished.seconds());
            write(completed.values(), out);
        } else if (event instanceof Event.Started started && started.start() instanceof Start.Fresh) {
            out.whole(STARTED);
            out.whole(distance);
            PackedStart.write(started, out);
        } else {
            out.whole(FORM);
            out.whole(distance);
            out.form(EventForms.toForm(event));
        }
    }

    private static void write(Measurements values, PackWriter out) {
        out.whole(values.values().size());
        values.values().forEach((name, value) -> {
            out.text(name);
            out.number(value);
        });
    }

    /** The events that were packed; empty when the bytes are damaged, or of a version that is not known here. */
    public static Optional<Stretch> read(byte[] bytes) {
        if (bytes.length < CHECKSUM_BYTES || !whole(bytes)) {
            return Optional.empty();
        }
        var in = new PackReader(bytes);
        if (in.whole() != VERSION) {
            return Optional.empty();
        }
        int size = (int) in.whole();
        var stretch = new Stretch(size);
        for (int i = 0; i < size; i++) {
            int kind = (int) in.whole();
            long distance = in.whole();
            if (kind == REPORTED) {
                read(in, stretch.report(distance));
            } else {
                stretch.add(distance, event(kind, in));
            }
        }
        return Optional.of(stretch);
    }

    private static void read(PackReader in, Reports reports) {
        int trial = (int) in.whole();
        long second = in.second();
        int nano = (int) in.whole();
        double fidelity = in.number();
        double seconds = in.number();
        var checkpoint = in.whole() == 1 ? in.text() : null;
        reports.add(trial, second, nano, fidelity, seconds, checkpoint);
        int size = (int) in.whole();
        for (int i = 0; i < size; i++) {
            var name = in.text();
            reports.value(name, in.number());
        }
    }

    private static Event event(int kind, PackReader in) {
        if (kind == FORM) {
            return EventForms.fromForm(in.form());
        }
        if (kind == STARTED) {
            return PackedStart.read(in);
        }
        int trial = (int) in.whole();
        var at = in.time();
        double seconds = in.number();
        return new Event.Finished(trial, at, new Outcome.Completed(measurements(in)), seconds);
    }

    private static Measurements measurements(PackReader in) {
        int size = (int) in.whole();
        if (size == 1) {
            return Measurements.of(in.text(), in.number());
        }
        var values = new LinkedHashMap<String, Double>();
        for (int i = 0; i < size; i++) {
            values.put(in.text(), in.number());
        }
        return new Measurements(values);
    }

    private static boolean whole(byte[] bytes) {
        int end = bytes.length - CHECKSUM_BYTES;
        int told = 0;
        for (int i = 0; i < CHECKSUM_BYTES; i++) {
            told = (told << Byte.SIZE) | (bytes[end + i] & 0xff);
        }
        return told == checksum(bytes, end);
    }

    private static int checksum(byte[] bytes, int end) {
        var sum = new CRC32C();
        sum.update(bytes, 0, end);
        return (int) sum.getValue();
    }
}
