package dev.sweetspot.insight.plot;

import dev.sweetspot.insight.Studied;
import dev.sweetspot.insight.chart.Chart;
import dev.sweetspot.insight.chart.Drawing;
import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.insight.chart.Panel;
import dev.sweetspot.insight.chart.Role;
import dev.sweetspot.insight.chart.Series;
import dev.sweetspot.insight.trade.TradeOff;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the search had attained of two objectives together after a quarter, a half, three quarters and all of its trials: the
 * border of what is dominated by then (the attainment surface of one run; Fonseca and Fleming 1996, PPSN IV). Trials that
 * broke a limit attain nothing.
 */
public final class AttainmentPlot implements Plot {
    private static final int PARTS = 4;
    /** Of fewer a part says nothing. */
    private static final int FEWEST = 8;

    @Override
    public String name() {
        return "attainment";
    }

    @Override
    public String question() {
        return "How far had the search come by when, in both objectives together?";
    }

    @Override
    public Drawing draw(Studied studied) {
        var objectives = studied.spec().objectives();
        if (objectives.size() != 2) {
            return new Drawing.Nothing("needs two objectives; this study has " + objectives.size());
        }
        var kept = Values.kept(studied);
        if (kept.size() < FEWEST) {
            return new Drawing.Nothing("fewer than " + FEWEST + " trials ran to their end and kept all limits");
        }
        var x = objectives.get(0);
        var y = objectives.get(1);
        var layers = new ArrayList<Layer>();
        var before = new double[0][];
        for (int part = 1; part <= PARTS; part++) {
            int trials = kept.size() * part / PARTS;
            var attained = attained(kept.subList(0, trials), x, y);
            // Where nothing was gained the line would lie on the one before.
            if (!Arrays.deepEquals(attained, before)) {
                layers.add(border(
                        part == PARTS ? "all " + trials + " trials" : "after " + trials + " trials", attained, x, y));
            }
            before = attained;
        }
        var caption =
                "Behind each line, seen from the good corner, lies what the search had reached by then: the further a line"
                        + " has moved from the one before, the more the trials between them brought. Lines on which nothing moved are"
                        + " left out.";
        return new Drawing.Drawn(new Chart(
                name(),
                "Attained together",
                caption,
                new Panel.Plane("", Values.axis(x, kept), Values.axis(y, kept), layers)));
    }

    private static double[][] attained(List<Trial> trials, Objective x, Objective y) {
        var losses = trials.stream()
                .map(trial -> new double[] {x.loss(Values.of(trial, x)), y.loss(Values.of(trial, y))})
                .toArray(double[][]::new);
        return TradeOff.attained(List.<double[][]>of(losses), 1);
    }

    /** The second loss holds until the next step; turning a loss back is turning it once more. */
    private static Layer border(String name, double[][] steps, Objective x, Objective y) {
        var across = new ArrayList<Double>();
        var up = new ArrayList<Double>();
        for (int i = 0; i < steps.length; i++) {
            if (i > 0) {
                across.add(x.loss(steps[i][0]));
                up.add(y.loss(steps[i - 1][1]));
            }
            across.add(x.loss(steps[i][0]));
            up.add(y.loss(steps[i][1]));
        }
        return new Layer.Line(
                name, Role.SERIES, Series.of(across, at -> at), Series.of(up, at -> at), Layer.Line.Form.STRAIGHT);
    }
}
