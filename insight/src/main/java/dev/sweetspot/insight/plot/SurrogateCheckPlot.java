package dev.sweetspot.insight.plot;

import dev.sweetspot.insight.Studied;
import dev.sweetspot.insight.chart.Axis;
import dev.sweetspot.insight.chart.Chart;
import dev.sweetspot.insight.chart.Drawing;
import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.insight.chart.Panel;
import dev.sweetspot.insight.chart.Role;
import dev.sweetspot.insight.chart.Series;
import dev.sweetspot.math.distribution.RankCorrelation;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.surrogate.Columns;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Trial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whether what is learnt from trials holds for others: the trials are dealt into four parts, and each part is foretold from the
 * three others alone. Trials of one configuration are in one part, so that none is foretold from its own repeat.
 */
public final class SurrogateCheckPlot implements Plot {
    private static final int PARTS = 4;
    private static final int MOST = 400;
    private static final int SHARES = 20;

    @Override
    public String name() {
        return "surrogate-check";
    }

    @Override
    public String question() {
        return "Can the model behind the other pictures be believed?";
    }

    private record Foretold(Trial trial, double value, Believed.Checked checked) {}

    @Override
    public Drawing draw(Studied studied) {
        var whole = studied.history().trials().stream().filter(Trial::completed).toList();
        var panels = new ArrayList<Panel>();
        var words = new ArrayList<String>();
        for (var objective : studied.spec().objectives()) {
            var trials = Crowd.of(Values.with(whole, objective), MOST).shown();
            boolean told = trials.size() >= Believed.FEWEST
                    && trials.stream()
                                    .mapToDouble(trial -> Values.of(trial, objective))
                                    .distinct()
                                    .count()
                            > 1;
            if (told && !studied.space().parameters().isEmpty()) {
                var foretold = foretold(studied, objective, trials);
                if (!foretold.isEmpty()) {
                    panels.add(values(objective, foretold));
                    panels.add(shares(objective, foretold));
                    words.add(inWords(studied, objective, foretold));
                }
            }
        }
        if (panels.isEmpty()) {
            return new Drawing.Nothing(
                    "fewer than " + Believed.FEWEST + " trials ran to their end with different results");
        }
        int all = (int) whole.stream()
                .filter(trial -> studied.spec().objectives().stream()
                        .anyMatch(objective -> Double.isFinite(Values.of(trial, objective))))
                .count();
        var caption =
                "Left, each point is a trial that the model had not seen: the nearer to the line, the better it was foretold. "
                        + "Right, how often results lay within what was expected with each probability: below the line, the model is too sure. "
                        + String.join(" ", words)
                        + (all > MOST ? " " + MOST + " of " + all + " trials are drawn, evenly picked." : "");
        return new Drawing.Drawn(new Chart(name(), "Foretold and found", caption, panels));
    }

    private static List<Foretold> foretold(Studied studied, Objective objective, List<Trial> trials) {
        var encoding = Encoding.of(studied.space());
        var columns = Columns.of(studied.space());
        var parts = parts(trials);
        var result = new ArrayList<Foretold>();
        for (int part = 0; part < PARTS; part++) {
            int held = part;
            var seen =
                    trials.stream().filter(trial -> part(parts, trial) != held).toList();
            if (seen.size() < Believed.FEWEST / 2) {
                continue;
            }
            var believed = Believed.of(
                    columns,
                    objective,
                    seen.stream()
                            .map(trial -> encoding.encode(trial.configuration()))
                            .toList(),
                    seen.stream()
                            .mapToDouble(trial -> Values.of(trial, objective))
                            .toArray());
            for (var trial : trials) {
                if (part(parts, trial) == held) {
                    double value = Values.of(trial, objective);
                    var checked = believed.check(encoding.encode(trial.configuration()), value);
                    if (Double.isFinite(checked.expected())) {
                        result.add(new Foretold(trial, value, checked));
                    }
                }
            }
        }
        return result;
    }

    /** Configurations are dealt out one after the other as they were first tried. */
    private static Map<Configuration, Integer> parts(List<Trial> trials) {
        var parts = new HashMap<Configuration, Integer>();
        trials.forEach(trial -> parts.putIfAbsent(trial.configuration(), parts.size() % PARTS));
        return parts;
    }

    private static int part(Map<Configuration, Integer> parts, Trial trial) {
        return parts.getOrDefault(trial.configuration(), 0);
    }

    private static Panel values(Objective objective, List<Foretold> foretold) {
        double low = foretold.stream()
                .mapToDouble(each -> Math.min(each.value(), each.checked().expected()))
                .min()
                .orElseThrow();
        double high = foretold.stream()
                .mapToDouble(each -> Math.max(each.value(), each.checked().expected()))
                .max()
                .orElseThrow();
        return new Panel.Plane(
                objective.name(),
                Axis.Numbers.linear(objective.name() + ", found", ""),
                Axis.Numbers.linear(objective.name() + ", foretold", ""),
                List.of(
                        diagonal(low, high),
                        new Layer.Points(
                                "trials",
                                Role.TRIAL,
                                Series.of(foretold, Foretold::value),
                                Series.of(foretold, each -> each.checked().expected()),
                                Layer.About.trials(
                                        Series.of(foretold, each -> each.trial().number())))));
    }

    private static Layer diagonal(double low, double high) {
        return new Layer.Line(
                "as found", Role.REFERENCE, Series.of(low, high), Series.of(low, high), Layer.Line.Form.STRAIGHT);
    }

    private static Panel shares(Objective objective, List<Foretold> foretold) {
        var expected = new double[SHARES + 1];
        var found = new double[SHARES + 1];
        for (int i = 0; i <= SHARES; i++) {
            expected[i] = (double) i / SHARES;
            found[i] = within(foretold, expected[i]);
        }
        return new Panel.Plane(
                "how sure of " + objective.name(),
                Axis.Numbers.linear("probability expected", "").from(0, 1),
                Axis.Numbers.linear("share found within", "").from(0, 1),
                List.of(
                        diagonal(0, 1),
                        new Layer.Line(
                                "trials",
                                Role.TRIAL,
                                Series.of(expected),
                                Series.of(found),
                                Layer.Line.Form.STRAIGHT)));
    }

    private static double within(List<Foretold> foretold, double share) {
        return (double) foretold.stream()
                        .filter(each -> each.checked().share() <= share)
                        .count()
                / foretold.size();
    }

    private static String inWords(Studied studied, Objective objective, List<Foretold> foretold) {
        double correlation = RankCorrelation.of(
                foretold.stream().mapToDouble(Foretold::value).toArray(),
                foretold.stream().mapToDouble(each -> each.checked().expected()).toArray());
        var name = studied.spec().objectives().size() > 1 ? " of " + objective.name() : "";
        return String.format(
                Locale.ROOT,
                "The rank correlation%s is %.2f (1 would be the right order), and %d of %d results lay within their 95 %% interval.",
                name,
                correlation,
                foretold.stream().filter(each -> each.checked().share() <= 0.95).count(),
                foretold.size());
    }
}
