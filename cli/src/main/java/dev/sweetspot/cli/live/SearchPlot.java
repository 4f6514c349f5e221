package dev.sweetspot.cli.live;

import dev.sweetspot.trial.Curve;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How a search went on, as a few lines of characters: a dot for each trial, and a line for the best so far. */
public final class SearchPlot {
    private static final int LINES = 7;
    /** Fewer dots say nothing that numbers do not. */
    private static final int LEAST = 4;
    /** More dots fill the plot. */
    private static final int MOST = 2_000;

    private static final int INDENT = 11;

    private static final String VALUE = "value";

    private SearchPlot() {}

    /** The lines, none wider than the screen; none where too few trials have come to a result. */
    public static List<String> lines(History history, Objective objective, Screen screen) {
        var trials = history.trials().stream()
                .filter(trial -> Double.isFinite(value(trial, objective)))
                .toList();
        if (trials.size() < LEAST) {
            return List.of();
        }
        double worst = worstShown(trials, objective);
        var shown = trials.stream()
                .filter(trial -> !objective.better(worst, value(trial, objective)))
                .toList();
        var curves = new ArrayList<CurvePlot.Series>();
        int stride = (shown.size() - 1) / MOST + 1;
        for (int i = 0; i < shown.size(); i += stride) {
            var trial = shown.get(i);
            curves.add(new CurvePlot.Series(point(Curve.EMPTY, trial.number(), value(trial, objective)), VALUE, false));
        }
        curves.add(new CurvePlot.Series(best(history, objective), VALUE, true));
        var lines = new ArrayList<>(CurvePlot.draw(curves, history.size(), "trials", LINES, screen));
        lines.add(screen.faint(cut(objective.name() + " of each trial, and the best so far", screen)));
        int left = trials.size() - shown.size();
        if (left > 0) {
            lines.add(screen.faint(cut(left + " far worse not drawn", screen)));
        }
        return lines;
    }

    /** Where it got better, the last time being kept until the end: of trials that ran to theirs. */
    private static Curve best(History history, Objective objective) {
        var curve = Curve.EMPTY;
        double best = Double.NaN;
        int last = history.size() - 1;
        for (var trial : history.trials()) {
            double value = trial.completed() ? value(trial, objective) : Double.NaN;
            boolean better = Double.isFinite(value) && (Double.isNaN(best) || objective.better(value, best));
            if (better && !Double.isNaN(best) && curve.reached() < trial.number()) {
                // A level line until just before.
                curve = point(curve, trial.number() - 1, best);
            }
            best = better ? value : best;
            if (better || (trial.number() == last && !Double.isNaN(best))) {
                curve = point(curve, trial.number(), best);
            }
        }
        return curve;
    }

    /** Places count from 1, as nothing lies at 0. */
    private static Curve point(Curve curve, int trial, double value) {
        return curve.append(trial + 1, 0, Measurements.of(VALUE, value));
    }

    private static double value(Trial trial, Objective objective) {
        return trial.value(objective.name()).orElse(Double.NaN);
    }

    /** A few results that are far worse than all others would leave all others in one line. */
    private static double worstShown(List<Trial> trials, Objective objective) {
        double[] losses = trials.stream()
                .mapToDouble(trial -> objective.loss(value(trial, objective)))
                .sorted()
                .toArray();
        double usual = losses[(int) (0.9 * (losses.length - 1))];
        double limit = usual + 2 * (usual - losses[0]);
        double worst = Arrays.stream(losses).filter(loss -> loss <= limit).max().orElse(usual);
        return objective.better(1, 0) ? -worst : worst;
    }

    /** Below the plot, as far as there is room. */
    private static String cut(String words, Screen screen) {
        var line = " ".repeat(INDENT) + words;
        return line.length() <= screen.columns() ? line : line.substring(0, screen.columns());
    }
}
