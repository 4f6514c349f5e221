package dev.sweetspot.surrogate.curve;

import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Trial;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says how the curves of a study go on, learnt from each other. The way from where a trial is to the end is cut into
 * doublings of the fidelity; how the loss changes in each is learnt from all trials that have come through it, from what
 * the doubling before brought and from where they stood. The means add up, and so do the variances. Where no trial has
 * come yet, a prior stands in: so there is a forecast from the second trial on, and it gets sharper the more have come to
 * the end.
 *
 * <p>One objective; losses on the scale of {@link LossScale}. Costs time in proportion to the number of trials, and keeps
 * what it has learnt of a doubling for the next question. Not safe for several threads.
 */
public final class CurveModel {
    /** More trials than these do not make a doubling better known; the latest count. */
    private static final int MOST = 256;
    /** The doubt at which forecasts of power laws are as sure as they may be. */
    private static final double USUAL_DOUBT = 0.3;

    private final Paths paths;
    private final LossScale scale;
    private final Map<Integer, Integer> places = new HashMap<>();
    private final Map<List<Double>, Link> links = new HashMap<>();
    private final boolean best;
    private final double doubt;

    private CurveModel(Paths paths, LossScale scale, boolean best, double doubt) {
        this.paths = paths;
        this.scale = scale;
        this.best = best;
        this.doubt = doubt;
        for (int i = 0; i < paths.count(); i++) {
            places.put(paths.number(i), i);
        }
    }

    /** Learns from trials, for which the best loss until then counts. */
    public static CurveModel ofBest(List<Trial> trials, Objective objective) {
        return ofBest(trials, objective, USUAL_DOUBT);
    }

    /**
     * The same with a doubt of one's own.
     *
     * @param doubt the standard deviation of the change in one doubling of which nothing is known, above 0; more makes
     *     forecasts from few trials less sure
     */
    public static CurveModel ofBest(List<Trial> trials, Objective objective, double doubt) {
        return of(new Paths(trials, objective, true), true, doubt);
    }

    /** Learns from trials, for which the last loss counts; with a doubt as above. */
    public static CurveModel ofLast(List<Trial> trials, Objective objective, double doubt) {
        return of(new Paths(trials, objective, false), false, doubt);
    }

    private static CurveModel of(Paths paths, boolean best, double doubt) {
        var now = new double[paths.count()];
        for (int i = 0; i < now.length; i++) {
            now[i] = paths.last(i);
        }
        return new CurveModel(paths, LossScale.of(now), best, doubt);
    }

    /** The scale of the forecasts. */
    public LossScale scale() {
        return scale;
    }

    /** What a trial will have reached at a fidelity; empty when it has not reported a finite number yet. */
    public Optional<Forecast> forecast(int trial, double fidelity) {
        return Optional.ofNullable(places.get(trial)).map(place -> forecastOf(place, fidelity));
    }

    private Forecast forecastOf(int place, double fidelity) {
        double at = paths.reached(place);
        double mean = scale.scaled(paths.last(place));
        double change = mean - scale.scaled(paths.at(place, at / 2));
        double variance = 0;
        while (at < fidelity * (1 - 1e-9)) {
            // A last piece of less than a third of a doubling goes with the one before.
            double next = 2 * at * 1.3 < fidelity ? 2 * at : fidelity;
            var link = links.computeIfAbsent(List.of(at, next), this::learn);
            var row = new double[] {1, change, mean};
            variance = variance * link.persistence() * link.persistence() + link.variance(row);
            change = best ? Math.min(0, link.change(row)) : link.change(row);
            mean += change;
            at = next;
        }
        return new Forecast(mean, Math.sqrt(variance));
    }

    private Link learn(List<Double> ends) {
        double from = ends.get(0);
        double to = ends.get(1);
        int there = 0;
        for (int i = paths.count() - 1; i >= 0 && there < MOST; i--) {
            there += passed(i, from, to) ? 1 : 0;
        }
        var rows = new double[there][];
        var changes = new double[there];
        for (int i = paths.count() - 1; there > 0; i--) {
            if (passed(i, from, to)) {
                there--;
                double place = scale.scaled(paths.at(i, from));
                double before = scale.scaled(paths.at(i, from / 2));
                rows[there] = new double[] {1, place - before, place};
                changes[there] = scale.scaled(paths.at(i, to)) - place;
            }
        }
        return Link.learnt(Math.log(to / from) / Math.log(2), rows, changes, doubt);
    }

    private boolean passed(int place, double from, double to) {
        return paths.reached(place) >= to * (1 - 1e-9) && paths.first(place) <= from * (1 + 1e-9);
    }
}
