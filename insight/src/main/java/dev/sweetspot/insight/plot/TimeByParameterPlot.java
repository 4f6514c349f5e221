package dev.sweetspot.insight.plot;

import dev.sweetspot.insight.Openness;
import dev.sweetspot.insight.Studied;
import dev.sweetspot.insight.chart.Axis;
import dev.sweetspot.insight.chart.Chart;
import dev.sweetspot.insight.chart.Drawing;
import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.insight.chart.Panel;
import dev.sweetspot.insight.chart.Role;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Problem;
import dev.sweetspot.trial.Start;
import dev.sweetspot.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How long a whole trial takes against the values of each parameter. */
public final class TimeByParameterPlot implements Plot {
    private static final int PANELS = 12;

    @Override
    public String name() {
        return "time-by-parameter";
    }

    @Override
    public String question() {
        return "Which values make a trial slow?";
    }

    @Override
    public Drawing draw(Studied studied) {
        var problem = studied.problem();
        var timed = studied.history().trials().stream()
                .filter(trial -> Double.isFinite(wholeSeconds(trial, problem)))
                .toList();
        if (timed.isEmpty()) {
            return new Drawing.Nothing("no trial has told how long it worked");
        }
        int parameters = Openness.open(studied).size();
        var crowd = Crowd.of(timed, Crowd.MOST / Math.max(1, Math.min(PANELS, parameters)));
        var panels = Order.of(studied, trial -> wholeSeconds(trial, problem)).stream()
                .limit(PANELS)
                .map(parameter -> panel(parameter, problem, crowd))
                .filter(panel -> !panel.layers().isEmpty())
                .toList();
        if (panels.isEmpty()) {
            return new Drawing.Nothing("the study has no parameters");
        }
        boolean parts = problem.fidelity().most() > problem.fidelity().least();
        var caption =
                "Each point is a trial: the higher, the longer a whole trial of that kind takes, on a scale of equal factors."
                        + (parts
                                ? " Of trials that were not run to the end, what they took is scaled up in proportion."
                                : "")
                        + (parameters > PANELS
                                ? " " + PANELS + " of " + parameters
                                        + " parameters are drawn, those that tell most first."
                                : "")
                        + crowd.note();
        return new Drawing.Drawn(new Chart(name(), "Time by parameter", caption, List.copyOf(panels)));
    }

    private static Panel.Plane panel(Parameter<?> parameter, Problem problem, Crowd crowd) {
        var place = ParameterAxis.of(parameter);
        var scatter = new Scatter(
                crowd.shown(), trial -> place.place(trial.configuration()), trial -> wholeSeconds(trial, problem));
        var layers = new ArrayList<Layer>();
        scatter.layer("scaled up", Role.ASIDE, trial -> !trial.completed(), Optional.empty())
                .ifPresent(layers::add);
        scatter.layer("trials", Role.TRIAL, Trial::completed, Optional.empty()).ifPresent(layers::add);
        return new Panel.Plane(
                parameter.name(), place.axis(), Axis.Numbers.logarithmic("time of a whole trial", "s"), layers);
    }

    /** What the whole of it takes, by what a part took; NaN where that is not known: failed trials end before their time. */
    static double wholeSeconds(Trial trial, Problem problem) {
        var outcome = trial.outcome().orElse(null);
        if (!(trial.seconds() > 0) || outcome instanceof Outcome.Failed) {
            return Double.NaN;
        }
        double reached =
                trial.completed() ? problem.fidelity().most() : trial.curve().reached();
        double begun = trial.start() instanceof Start.FromCheckpoint from ? from.fidelity() : 0;
        double share = (reached - begun) / problem.fidelity().most();
        return share > 0 ? trial.seconds() / share : Double.NaN;
    }
}
