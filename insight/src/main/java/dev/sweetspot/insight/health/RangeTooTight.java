package dev.sweetspot.insight.health;

import dev.sweetspot.insight.Studied;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The best trials lie at the end of a range: more of them than chance would put there, or nearly all of the later ones, which
 * says that the search wants to go further.
 */
public final class RangeTooTight implements HealthCheck {
    private static final int FEWEST = 20;
    private static final int FEWEST_BEST = 6;
    private static final int BEST_OF = 6;
    private static final double EDGE = 0.15;
    private static final double BY_CHANCE = 0.01;
    private static final double NEARLY_ALL = 0.8;
    private static final int FEWEST_VALUES = 6;

    /** Which end of a range. */
    public enum End {
        /** The smallest values. */
        LOW,
        /** The largest values. */
        HIGH
    }

    /** An end at which the best trials lie. */
    public record Edge(String parameter, End end, int best, int of) {}

    /** For the service loader. */
    public RangeTooTight() {}

    @Override
    public String name() {
        return "range-too-tight";
    }

    @Override
    public String question() {
        return "Do the best trials lie at the end of a range?";
    }

    @Override
    public List<Finding> look(Studied studied) {
        return edges(studied).stream()
                .map(edge -> new Finding(
                        name(),
                        Finding.Severity.WARNING,
                        edge.best() + " of the best " + edge.of() + " trials have " + edge.parameter() + " at the "
                                + (edge.end() == End.LOW ? "lower" : "upper") + " end of its range, "
                                + studied.space()
                                        .find(edge.parameter())
                                        .orElseThrow()
                                        .rangeInWords()
                                + ": better ones may lie beyond.",
                        "Let " + edge.parameter() + " be " + (edge.end() == End.LOW ? "smaller." : "larger."),
                        List.of(edge.parameter())))
                .toList();
    }

    /** Where the best trials lie at the end of a range. */
    public static List<Edge> edges(Studied studied) {
        var ranked = Ranked.of(studied);
        var edges = new ArrayList<Edge>();
        if (ranked.size() < FEWEST) {
            return edges;
        }
        var parameters = studied.space().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (range(parameters.get(i))) {
                for (var end : End.values()) {
                    edge(ranked, i, end, parameters).ifPresent(edges::add);
                }
            }
        }
        return edges;
    }

    private static boolean range(Parameter<?> parameter) {
        if (parameter instanceof RealParameter real) {
            return real.high() > real.low();
        }
        return parameter instanceof IntegerParameter whole
                && ((long) whole.high() - whole.low()) / whole.step() + 1 >= FEWEST_VALUES;
    }

    private static Optional<Edge> edge(Ranked ranked, int column, End end, List<Parameter<?>> parameters) {
        var there = new ArrayList<Boolean>();
        for (var point : ranked.points()) {
            if (!Double.isNaN(point[column])) {
                there.add(end == End.LOW ? point[column] <= EDGE : point[column] >= 1 - EDGE);
            }
        }
        int best = Math.max(FEWEST_BEST, there.size() / BEST_OF);
        if (there.size() < FEWEST || !there.get(0)) {
            return Optional.empty();
        }
        int hits = count(there.subList(0, best));
        double others = (double) count(there.subList(best, there.size())) / (there.size() - best);
        boolean more = Chance.atLeast(hits, best, Math.max(EDGE, others)) < BY_CHANCE / (2 * parameters.size());
        boolean nearlyAll = hits >= NEARLY_ALL * best && others >= 0.5 * NEARLY_ALL;
        return more || nearlyAll
                ? Optional.of(new Edge(parameters.get(column).name(), end, hits, best))
                : Optional.empty();
    }

    private static int count(List<Boolean> hits) {
        return (int) hits.stream().filter(hit -> hit).count();
    }
}
