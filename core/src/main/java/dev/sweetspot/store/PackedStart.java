package dev.sweetspot.store;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.EventForms;
import dev.sweetspot.trial.Means;
import dev.sweetspot.trial.Origin;
import dev.sweetspot.trial.Start;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The beginning of a trial in a pack, of one that began from nothing. */
final class PackedStart {
    private static final int NUMBER = 0;
    private static final int WHOLE = 1;
    private static final int TEXT = 2;
    private static final int TRUE = 3;
    private static final int FALSE = 4;

    private PackedStart() {}

    static void write(Event.Started event, PackWriter out) {
        // With the plain values that come out of the event as it is stored.
        var started = (Event.Started) EventForms.fromForm(EventForms.toForm(event));
        out.whole(started.trial());
        out.time(started.at());
        out.number(started.target());
        out.text(started.worker());
        out.whole(started.threads());
        out.text(started.numericMode());
        out.whole(started.configuration().values().size());
        started.configuration().values().forEach((name, value) -> {
            out.text(name);
            value(value, out);
        });
        var origin = started.origin();
        out.text(origin.sampler());
        out.whole(origin.historyVersion());
        out.whole(origin.seed());
        out.whole(origin.reasons().size());
        origin.reasons().forEach(out::text);
        out.whole(origin.means().isPresent() ? 1 : 0);
        origin.means().ifPresent(means -> {
            number(means.budgetLeft(), out);
            number(means.secondsLeft(), out);
            out.whole(means.parallelism());
            out.whole(means.trialsLeft().orElse(-1));
            number(means.fidelityLeft(), out);
        });
    }

    static Event.Started read(PackReader in) {
        int trial = (int) in.whole();
        var at = in.time();
        double target = in.number();
        var worker = in.text();
        int threads = (int) in.whole();
        var mode = in.text();
        int size = (int) in.whole();
        var values = new LinkedHashMap<String, Object>();
        for (int i = 0; i < size; i++) {
            values.put(in.text(), value(in));
        }
        return new Event.Started(
                trial, at, Configuration.of(values), origin(in), Start.FRESH, target, worker, threads, mode);
    }

    private static Origin origin(PackReader in) {
        var sampler = in.text();
        long version = in.whole();
        long seed = in.whole();
        int size = (int) in.whole();
        var reasons = new ArrayList<String>(size);
        for (int i = 0; i < size; i++) {
            reasons.add(in.text());
        }
        return new Origin(sampler, version, seed, reasons, in.whole() == 1 ? Optional.of(means(in)) : Optional.empty());
    }

    private static Means means(PackReader in) {
        var budget = number(in);
        var seconds = number(in);
        int parallelism = (int) in.whole();
        int trials = (int) in.whole();
        return new Means(
                budget, seconds, parallelism, trials < 0 ? OptionalInt.empty() : OptionalInt.of(trials), number(in));
    }

    private static void value(Object value, PackWriter out) {
        if (value instanceof Integer whole) {
            out.whole(WHOLE);
            out.whole(whole);
        } else if (value instanceof Double number) {
            out.whole(NUMBER);
            out.number(number);
        } else if (value instanceof Boolean truth) {
            out.whole(truth ? TRUE : FALSE);
        } else {
            out.whole(TEXT);
            out.text((String) value);
        }
    }

    private static Object value(PackReader in) {
        return switch ((int) in.whole()) {
            case WHOLE -> (int) in.whole();
            case NUMBER -> in.number();
            case TEXT -> in.text();
            case TRUE -> true;
            default -> false;
        };
    }

    private static void number(OptionalDouble number, PackWriter out) {
        out.whole(number.isPresent() ? 1 : 0);
        number.ifPresent(out::number);
    }

    private static OptionalDouble number(PackReader in) {
        return in.whole() == 1 ? OptionalDouble.of(in.number()) : OptionalDouble.empty();
    }
}
