package dev.sweetspot.insight.plot;

import dev.sweetspot.insight.Studied;
import dev.sweetspot.insight.chart.Axis;
import dev.sweetspot.insight.chart.Chart;
import dev.sweetspot.insight.chart.Drawing;
import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.insight.chart.Panel;
import dev.sweetspot.insight.chart.Role;
import dev.sweetspot.insight.chart.Series;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Start;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.trial.TrialState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What was run, beside what would have been had no trial been put aside or stopped early. */
public final class EarlyStoppingPlot implements Plot {
    private static final int BINS = 20;

    @Override
    public String name() {
        return "early-stopping";
    }

    @Override
    public String question() {
        return "How much work did it save not to run every trial to its end?";
    }

    @Override
    public Drawing draw(Studied studied) {
        var fidelity = studied.problem().fidelity();
        if (!(fidelity.most() > fidelity.least())) {
            return new Drawing.Nothing("the trials of this study have no parts");
        }
        var trials = studied.history().trials();
        var early = trials.stream().filter(EarlyStoppingPlot::early).toList();
        if (early.isEmpty()) {
            return new Drawing.Nothing("no trial was put aside or stopped early");
        }
        double run = trials.stream().mapToDouble(trial -> run(trial, fidelity)).sum();
        double saved =
                early.stream().mapToDouble(trial -> left(trial, fidelity)).sum();
        var caption = "The gap between the lines is what was saved: " + ParameterAxis.plain(run) + " " + fidelity.unit()
                + " were run where " + ParameterAxis.plain(run + saved) + " would have been, "
                + Math.round(100 * saved / (run + saved))
                + " % less. Trials that failed or still run count as saving nothing;"
                + " what was put aside may yet be gone on with.";
        return new Drawing.Drawn(new Chart(
                name(), "Saved by stopping early", caption, List.of(work(trials, fidelity), ends(trials, fidelity))));
    }

    /** A scheduler, the budget or a person ended it before its end, or put it aside. */
    private static boolean early(Trial trial) {
        return trial.state() instanceof TrialState.Paused
                || trial.outcome()
                        .filter(Outcome.StoppedEarly.class::isInstance)
                        .isPresent();
    }

    private static double begun(Trial trial) {
        return trial.start() instanceof Start.FromCheckpoint from ? from.fidelity() : 0;
    }

    /** How far it came; all of it when it completed without reports. */
    private static double reached(Trial trial, Fidelity fidelity) {
        return trial.completed() && trial.curve().size() == 0
                ? fidelity.most()
                : trial.curve().reached();
    }

    private static double run(Trial trial, Fidelity fidelity) {
        return Math.max(0, reached(trial, fidelity) - begun(trial));
    }

    private static double left(Trial trial, Fidelity fidelity) {
        return Math.max(0, fidelity.most() - Math.max(begun(trial), reached(trial, fidelity)));
    }

    private static Panel work(List<Trial> trials, Fidelity fidelity) {
        var shown = new HashSet<>(Crowd.of(trials, Crowd.MOST / 4).shown().stream()
                .map(Trial::number)
                .toList());
        var x = new ArrayList<Double>();
        var done = new ArrayList<Double>();
        var planned = new ArrayList<Double>();
        double run = 0;
        double saved = 0;
        for (var trial : trials) {
            run += run(trial, fidelity);
            saved += early(trial) ? left(trial, fidelity) : 0;
            if (shown.contains(trial.number())) {
                x.add((double) trial.number());
                done.add(run);
                planned.add(run + saved);
            }
        }
        return new Panel.Plane(
                "together",
                Axis.Numbers.linear("trial", ""),
                Axis.Numbers.linear(fidelity.unit() + " of all trials until then", ""),
                List.of(line("without stopping", Role.REFERENCE, x, planned), line("run", Role.TRIAL, x, done)));
    }

    private static Layer line(String name, Role role, List<Double> x, List<Double> y) {
        return new Layer.Line(name, role, Series.of(x, at -> at), Series.of(y, at -> at), Layer.Line.Form.STRAIGHT);
    }

    /** How many trials came how far: a bar for each amount where there are few, else for each stretch. */
    private static Panel ends(List<Trial> trials, Fidelity fidelity) {
        var counts = new TreeMap<Double, Integer>();
        trials.forEach(trial -> counts.merge(reached(trial, fidelity), 1, Integer::sum));
        var words = new ArrayList<String>();
        var lengths = new ArrayList<Integer>();
        if (counts.size() <= BINS) {
            counts.forEach((reached, count) -> {
                words.add(ParameterAxis.plain(reached));
                lengths.add(count);
            });
        } else {
            double most = Math.max(fidelity.most(), counts.lastKey());
            for (int bin = 0; bin < BINS; bin++) {
                double low = most * bin / BINS;
                double high = most * (bin + 1) / BINS;
                words.add(ParameterAxis.plain(low) + " to " + ParameterAxis.plain(high));
                lengths.add(counts.subMap(low, bin == 0, high, true).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum());
            }
        }
        return new Panel.Plane(
                "how far trials came",
                new Axis.Words(fidelity.unit(), words),
                Axis.Numbers.linear("trials", ""),
                List.of(new Layer.Bars(
                        "trials", Role.TRIAL, Series.of(lengths, Integer::doubleValue), Optional.empty())));
    }
}
