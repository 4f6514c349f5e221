package dev.sweetspot.insight.health;

import dev.sweetspot.insight.Studied;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.Restriction;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Many trials fail: and where in the space they do. */
public final class TrialsFail implements HealthCheck {
    private static final int FEWEST = 10;
    private static final double MANY = 0.2;
    private static final double MOST = 0.5;
    private static final double BY_CHANCE = 0.001;
    private static final double[] CUTS = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};

    /** A part of the space and how many trials failed in it. */
    private record Part(String parameter, String words, int failed, int trials, double chance) {}

    /** For the service loader. */
    public TrialsFail() {}

    @Override
    public String name() {
        return "trials-fail";
    }

    @Override
    public String question() {
        return "Do many trials fail, and where?";
    }

    @Override
    public List<Finding> look(Studied studied) {
        var ended = studied.history().finished().toList();
        var failed = ended.stream().filter(TrialsFail::failed).toList();
        double share = ended.isEmpty() ? 0 : (double) failed.size() / ended.size();
        if (ended.size() < FEWEST || share < MANY) {
            return List.of();
        }
        var part = where(studied, ended, share);
        return List.of(new Finding(
                name(),
                share >= MOST ? Finding.Severity.PROBLEM : Finding.Severity.WARNING,
                String.format(
                        Locale.ROOT,
                        "%d of %d trials failed%s. The last one said: %s",
                        failed.size(),
                        ended.size(),
                        part.map(found -> ", " + found.failed() + " of " + found.trials() + " where " + found.words())
                                .orElse(""),
                        message(failed.get(failed.size() - 1))),
                part.map(found -> "Search where they do not fail: leave out where " + found.words() + ".")
                        .orElse("They fail everywhere: look at the message before going on."),
                part.map(found -> List.of(found.parameter())).orElse(List.of())));
    }

    private static boolean failed(Trial trial) {
        return trial.outcome().filter(Outcome.Failed.class::isInstance).isPresent();
    }

    private static String message(Trial trial) {
        return trial.outcome().orElseThrow() instanceof Outcome.Failed why ? why.message() : "";
    }

    /** The half-range or value in which failures are least probable to be chance, counted for all that were looked at. */
    private static Optional<Part> where(Studied studied, List<Trial> ended, double share) {
        var encoding = Encoding.of(studied.space());
        var points = ended.stream()
                .map(trial -> encoding.encode(trial.configuration()))
                .toList();
        var parts = new ArrayList<Part>();
        var parameters = studied.space().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            int column = i;
            var parameter = parameters.get(i);
            var labels = Restriction.labels(parameter);
            for (int k = 0; k < labels.size(); k++) {
                int value = k;
                int count = labels.size();
                parts.add(part(
                        parameter,
                        parameter.name() + " is " + labels.get(k),
                        ended,
                        points,
                        point -> (int) (point[column] * count) == value,
                        column,
                        share));
            }
            if (labels.isEmpty()) {
                for (double cut : CUTS) {
                    parts.add(part(
                            parameter,
                            edge(studied, column, cut, "above"),
                            ended,
                            points,
                            p -> p[column] > cut,
                            column,
                            share));
                    parts.add(part(
                            parameter,
                            edge(studied, column, cut, "below"),
                            ended,
                            points,
                            p -> p[column] < cut,
                            column,
                            share));
                }
            }
        }
        return parts.stream()
                .min(Comparator.comparingDouble(Part::chance))
                .filter(found -> found.chance() * parts.size() < BY_CHANCE);
    }

    private static Part part(
            Parameter<?> parameter,
            String words,
            List<Trial> ended,
            List<double[]> points,
            Predicate<double[]> inside,
            int column,
            double share) {
        int trials = 0;
        int failed = 0;
        for (int i = 0; i < points.size(); i++) {
            if (!Double.isNaN(points.get(i)[column]) && inside.test(points.get(i))) {
                trials++;
                failed += failed(ended.get(i)) ? 1 : 0;
            }
        }
        return new Part(parameter.name(), words, failed, trials, Chance.atLeast(failed, trials, share));
    }

    private static String edge(Studied studied, int column, double cut, String side) {
        var encoding = Encoding.of(studied.space());
        var point = new double[encoding.dimensions()];
        Arrays.fill(point, 0.5);
        point[column] = cut;
        var parameter = studied.space().parameters().get(column);
        var value = encoding.decode(point).map(found -> found.values().get(parameter.name()));
        return parameter.name() + " is " + side + " "
                + value.map(number -> String.format(Locale.ROOT, "%.3g", ((Number) number).doubleValue()))
                        .orElse(String.format(Locale.ROOT, "%.0f %% of its range", 100 * cut));
    }
}
