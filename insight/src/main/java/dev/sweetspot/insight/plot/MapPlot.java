package dev.sweetspot.insight.plot;

import dev.sweetspot.insight.Studied;
import dev.sweetspot.insight.chart.Axis;
import dev.sweetspot.insight.chart.Chart;
import dev.sweetspot.insight.chart.Drawing;
import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.insight.chart.Panel;
import dev.sweetspot.insight.chart.Role;
import dev.sweetspot.insight.chart.Series;
import dev.sweetspot.math.embedding.PrincipalComponents;
import dev.sweetspot.math.embedding.Tsne;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.surrogate.Column;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Trial;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * All parameters at once: the trials in the plane of the two directions in which they differ most, and laid out so that like
 * configurations are neighbours.
 *
 * <p>A number counts by its place in its range on its scale; of choices, any two are as far apart as the two ends of a range. A
 * number that is not active counts as the mean of those that are.
 */
public final class MapPlot implements Plot {
    private static final int MOST = 2_000;
    private static final int MOST_NEIGHBOURS = 400;
    private static final long SEED = 1;

    @Override
    public String name() {
        return "map";
    }

    @Override
    public String question() {
        return "Where did the search look, and are the good configurations alike?";
    }

    @Override
    public Drawing draw(Studied studied) {
        var objective = studied.spec().objectives().get(0);
        var valued = Values.with(studied.history().trials(), objective);
        if (studied.space().parameters().size() < 2 || valued.size() < 3) {
            return new Drawing.Nothing("needs two parameters, and three trials with a result");
        }
        var crowd = Crowd.of(valued, MOST);
        var features = features(studied, crowd.shown());
        var components = PrincipalComponents.of(features, 2);
        var flat = Arrays.stream(features).map(components::project).toArray(double[][]::new);
        var few = Believed.evenly(crowd.shown().size(), MOST_NEIGHBOURS);
        var places =
                Tsne.usual().embed(Arrays.stream(few).mapToObj(i -> features[i]).toArray(double[][]::new), SEED);
        var neighbours = Arrays.stream(few).mapToObj(crowd.shown()::get).toList();
        var caption = "Each point is a trial, and near points are like configurations; the colour is "
                + objective.name()
                + ". Left, the two directions in which the trials differ most; right, each trial beside those that are most like it "
                + "(t-SNE), where distances between clusters and their sizes mean nothing."
                + crowd.note()
                + (few.length < crowd.shown().size() ? " Right, " + few.length + " trials, evenly picked." : "");
        return new Drawing.Drawn(new Chart(
                name(),
                "Map of the trials",
                caption,
                List.of(
                        panel(
                                "directions of most difference",
                                new Axis[] {
                                    direction("first", components.share(0)), direction("second", components.share(1))
                                },
                                points(objective, crowd.shown(), flat)),
                        panel(
                                "neighbours",
                                new Axis[] {Axis.Numbers.linear("", ""), Axis.Numbers.linear("", "")},
                                points(objective, neighbours, places)))));
    }

    private static Panel panel(String title, Axis[] axes, Layer layer) {
        return new Panel.Plane(title, axes[0], axes[1], List.of(layer));
    }

    private static Axis direction(String which, double share) {
        return Axis.Numbers.linear(which + " direction, " + Math.round(100 * share) + " % of the differences", "");
    }

    private static Layer points(Objective objective, List<Trial> trials, double[][] places) {
        var shade = new Layer.Shade(
                Axis.Numbers.linear(objective.name(), ""),
                Series.of(trials, trial -> Values.of(trial, objective)),
                Values.better(objective));
        return new Layer.Points(
                "trials",
                Role.TRIAL,
                Series.of(Arrays.stream(places).mapToDouble(at -> at[0]).toArray()),
                Series.of(Arrays.stream(places).mapToDouble(at -> at[1]).toArray()),
                Layer.About.trials(Series.of(trials, Trial::number)),
                Optional.of(shade));
    }

    /** The configurations as points in which differences are distances. */
    private static double[][] features(Studied studied, List<Trial> trials) {
        var encoding = Encoding.of(studied.space());
        var columns = Column.of(studied.space());
        var points = trials.stream()
                .map(trial -> encoding.encode(trial.configuration()))
                .toArray(double[][]::new);
        int width = columns.stream().mapToInt(MapPlot::width).sum();
        var features = new double[points.length][width];
        int at = 0;
        for (int c = 0; c < columns.size(); c++) {
            var column = columns.get(c);
            int place = c;
            double mean = Arrays.stream(points)
                    .mapToDouble(point -> point[place])
                    .filter(value -> !Double.isNaN(value))
                    .average()
                    .orElse(0);
            for (int i = 0; i < points.length; i++) {
                double value = points[i][c];
                if (column instanceof Column.Categories) {
                    if (!Double.isNaN(value)) {
                        features[i][at + column.index(value)] = Math.sqrt(0.5);
                    }
                } else {
                    features[i][at] = Double.isNaN(value) ? mean : value;
                }
            }
            at += width(column);
        }
        return features;
    }

    private static int width(Column column) {
        return column instanceof Column.Categories ? column.count() : 1;
    }
}
