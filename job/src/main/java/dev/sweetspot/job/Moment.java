package dev.sweetspot.job;

import dev.sweetspot.trial.Curve;
import dev.sweetspot.trial.Objective;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The moment of a trial at which its last training shall end, because the trial only got worse from there on; its end
 * otherwise. One epoch may be a lucky one, on few validation items above all, so each is judged as the mean of itself and the
 * epochs beside it. And a trial of few epochs cannot tell ({@link Length#isTooShortToTell}).
 */
final class Moment {
    /** Where the best moment comes after so much of a trial, a longer training may be better still. */
    private static final double LATE = 0.7;

    private final Curve curve;
    private final int place;

    private Moment(Curve curve, int place) {
        this.curve = curve;
        this.place = place;
    }

    /** That of a trial with this curve. */
    static Moment of(Curve curve, Objective objective) {
        int end = curve.size() - 1;
        int best = Length.isTooShortToTell(curve.reached()) ? end : lastBest(curve, objective);
        boolean early = best >= 0 && curve.fidelity(best) < LATE * curve.reached();
        return new Moment(curve, early ? best : end);
    }

    /** When it was at its best for the last time; -1 where nothing was measured. */
    private static int lastBest(Curve curve, Objective objective) {
        double best = Double.NaN;
        int at = -1;
        for (int i = 0; i < curve.size(); i++) {
            double value = around(curve, objective.name(), i).orElse(Double.NaN);
            if (value == best || objective.better(value, best)) {
                best = value;
                at = i;
            }
        }
        return at;
    }

    /** Whether the trial got worse from here on. */
    boolean early() {
        return place < curve.size() - 1;
    }

    /** In epochs; 0 where nothing was reported. */
    double epoch() {
        return place < 0 ? 0 : curve.fidelity(place);
    }

    /** What was measured around this moment, without the luck of one epoch; empty where nothing of that name was. */
    OptionalDouble value(String name) {
        return around(curve, name, place);
    }

    private static OptionalDouble around(Curve curve, String name, int place) {
        return IntStream.rangeClosed(Math.max(0, place - 1), Math.min(place + 1, curve.size() - 1))
                .mapToDouble(i -> curve.value(name, i))
                .filter(Double::isFinite)
                .average();
    }
}
