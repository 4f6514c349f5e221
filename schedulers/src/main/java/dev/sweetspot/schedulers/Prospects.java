package dev.sweetspot.schedulers;

import dev.sweetspot.math.front.Front;
import dev.sweetspot.scheduler.Scheduler.Situation;
import dev.sweetspot.surrogate.curve.CurveModel;
import dev.sweetspot.surrogate.curve.Forecast;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Trial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;

/**
 * What the trials of a study may yet come to: forecasts of their ends, and what is to be beaten. With one objective that is
 * the best loss of any trial that keeps the limits, with several the front of their last losses.
 */
final class Prospects {
    private static final int DRAWS = 64;
    /** The root of x^3 = x + 1. */
    private static final double PLASTIC = 1.324717957244746;

    /** More trials than these are not learnt from: the latest count, and of the others the best. */
    private static final int LATEST = 448;

    private static final int BEST_OF_OTHERS = 64;

    private final List<CurveModel> models = new ArrayList<>();
    private final double end;
    private final boolean single;
    private final double[][] draws;

    private Prospects(Situation situation, List<Trial> trials, double doubt) {
        end = situation.fidelity().most();
        single = situation.objectives().size() == 1;
        draws = single ? new double[0][] : draws(situation.objectives().size());
        for (var objective : situation.objectives()) {
            models.add(
                    single ? CurveModel.ofBest(trials, objective, doubt) : CurveModel.ofLast(trials, objective, doubt));
        }
    }

    /** To choose among trials. */
    static Prospects of(Situation situation) {
        return of(situation, considered(situation, -1));
    }

    /** To choose among these trials. */
    static Prospects of(Situation situation, List<Trial> trials) {
        return new Prospects(situation, trials, 0.3);
    }

    /** Whether there are so few trials that all of them are learnt from. */
    static boolean ofAll(Situation situation) {
        return situation.history().size() <= LATEST + BEST_OF_OTHERS;
    }

    /**
     * To end a trial for good: few trials that ended must not make anybody sure of all others. With half of this doubt too
     * many good ones were stopped on curves of real trainings.
     */
    static Prospects ofDoubter(Situation situation, int trial) {
        return new Prospects(situation, considered(situation, trial), 0.6);
    }

    /** @param asked a trial that is among them in any case; below 0 for none */
    private static List<Trial> considered(Situation situation, int asked) {
        var all = situation.history().trials();
        if (ofAll(situation)) {
            return all;
        }
        int first = all.size() - LATEST;
        var objective = situation.objectives().get(0);
        var best = new PriorityQueue<Placed>(
                Comparator.comparingDouble(Placed::loss).reversed().thenComparing(placed -> -placed.trial()
                        .number()));
        for (var trial : all.subList(0, first)) {
            double loss = objective.loss(trial.curve().last(objective.name()).orElse(Double.NaN));
            if (trial.number() != asked
                    && !Double.isNaN(loss)
                    && (best.size() < BEST_OF_OTHERS
                            || loss < Objects.requireNonNull(best.peek()).loss())) {
                best.add(new Placed(trial, loss));
                if (best.size() > BEST_OF_OTHERS) {
                    best.remove();
                }
            }
        }
        var some = new ArrayList<Trial>();
        best.forEach(placed -> some.add(placed.trial()));
        if (asked >= 0 && asked < first) {
            some.add(situation.history().trial(asked));
        }
        some.sort(Comparator.comparingInt(Trial::number));
        some.addAll(all.subList(first, all.size()));
        return some;
    }

    private record Placed(Trial trial, double loss) {}

    /** The forecast of a trial's end in each objective; empty when it has not reported all of them yet. */
    List<Forecast> ofTrial(int trial) {
        return models.stream()
                .flatMap(model -> model.forecast(trial, end).stream())
                .toList();
    }

    /** The scaled losses of those that are to be beaten, all but one trial: a point each. */
    double[][] bar(Situation situation, int without) {
        var losses = new ArrayList<double[]>();
        if (single && situation.constraints().isEmpty()) {
            double best = best(situation, without);
            return Double.isNaN(best)
                    ? new double[0][]
                    : new double[][] {{models.get(0).scale().scaled(best)}};
        }
        for (var rival : situation.history().trials()) {
            var stands = Standing.of(rival, situation, end);
            if (rival.number() != without && stands.sound()) {
                var standing = stands.losses();
                var point = new double[standing.size()];
                for (int k = 0; k < point.length; k++) {
                    point[k] = models.get(k).scale().scaled(standing.get(k));
                }
                losses.add(point);
            }
        }
        return Front.of(losses.toArray(double[][]::new)).points();
    }

    /** The best loss of any trial that did not fail, all but one. */
    private double best(Situation situation, int without) {
        var objective = situation.objectives().get(0);
        double best = Double.NaN;
        for (var trial : situation.history().trials()) {
            if (trial.number() != without && !(trial.outcome().orElse(null) instanceof Outcome.Failed)) {
                double loss = Standing.bestLoss(trial, objective, end);
                best = Double.isFinite(loss) && !(loss >= best) ? loss : best;
            }
        }
        return best;
    }

    /** The probability that a trial with these forecasts ends where nothing of the bar is as good in every objective. */
    double probability(List<Forecast> forecasts, double[][] bar) {
        if (bar.length == 0) {
            return 1;
        }
        if (forecasts.size() == 1) {
            return forecasts.get(0).below(bar[0][0]);
        }
        int free = 0;
        var point = new double[forecasts.size()];
        for (var draw : draws) {
            for (int k = 0; k < point.length; k++) {
                point[k] = forecasts.get(k).mean() + forecasts.get(k).deviation() * draw[k];
            }
            free += dominated(point, bar) ? 0 : 1;
        }
        return (double) free / draws.length;
    }

    /**
     * What a trial with these forecasts is expected to add: by how much its scaled loss will lie below the bar, or with
     * several objectives how likely it comes to the front.
     */
    double improvement(List<Forecast> forecasts, double[][] bar) {
        return forecasts.size() == 1 && bar.length > 0
                ? forecasts.get(0).improvementOn(bar[0][0])
                : probability(forecasts, bar);
    }

    private static boolean dominated(double[] point, double[][] bar) {
        for (var other : bar) {
            boolean worse = true;
            for (int k = 0; k < point.length && worse; k++) {
                worse = other[k] <= point[k];
            }
            if (worse) {
                return true;
            }
        }
        return false;
    }

    /** Standard normal draws: evenly spread points (Roberts' sequence), made normal in pairs (Box and Muller 1958). */
    private static double[][] draws(int objectives) {
        var draws = new double[DRAWS][objectives];
        for (int draw = 0; draw < DRAWS; draw++) {
            for (int k = 0; k < objectives; k++) {
                int pair = k / 2;
                double radius = Math.sqrt(-2 * Math.log(spread(draw, 2 * pair)));
                double angle = 2 * Math.PI * spread(draw, 2 * pair + 1);
                draws[draw][k] = radius * (k % 2 == 0 ? Math.cos(angle) : Math.sin(angle));
            }
        }
        return draws;
    }

    /** Between 0 and 1, both excluded; each dimension steps by another irrational number. */
    private static double spread(int draw, int dimension) {
        double x = (draw + 0.5) * Math.pow(PLASTIC, -1.0 - dimension);
        return Math.min(1 - 1e-12, Math.max(1e-12, x - Math.floor(x)));
    }
}
