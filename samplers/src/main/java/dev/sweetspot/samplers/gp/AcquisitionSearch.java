package dev.sweetspot.samplers.gp;

import dev.sweetspot.math.optimizer.BoundedLbfgs;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.surrogate.Columns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Looks for the configuration with the largest acquisition: draws from all of the space and changes of the best
 * configurations are compared; from the most promising, numbers climb along the gradient and names are tried in turn.
 */
final class AcquisitionSearch {
    private static final int CLIMBS = 6;
    private static final int ROUNDS = 3;
    private static final BoundedLbfgs CLIMBER = new BoundedLbfgs(25, 8, 1e-3);

    private final Encoding encoding;
    private final Columns columns;
    private final Acquisition acquisition;
    private final Predicate<Configuration> untried;
    private final Predicate<double[]> within;
    private final Optional<TrustRegion> region;
    private final RandomGenerator random;

    /**
     * A search.
     *
     * @param within the part of the space in which a configuration is wanted
     * @param region where to look, when not everywhere
     */
    AcquisitionSearch(
            Encoding encoding,
            Columns columns,
            Acquisition acquisition,
            Predicate<Configuration> untried,
            Predicate<double[]> within,
            Optional<TrustRegion> region,
            RandomGenerator random) {
        this.encoding = encoding;
        this.columns = columns;
        this.acquisition = acquisition;
        this.untried = untried;
        this.within = within;
        this.region = region;
        this.random = random;
    }

    /** A configuration with where it lies and what is expected of it. */
    private static final class Candidate {
        final Configuration configuration;
        final double[] point;
        double value;

        Candidate(Configuration configuration, double[] point) {
            this.configuration = configuration;
            this.point = point;
        }
    }

    /**
     * The best configuration that no trial has had; empty when none was met.
     *
     * @param leaders points that were good, the best first
     * @param draws how many draws from the whole space are compared
     */
    Optional<Configuration> best(List<double[]> leaders, int draws) {
        var candidates = new ArrayList<Candidate>();
        var seen = new HashSet<Configuration>();
        for (int i = 0; i < 10 * draws && candidates.size() < draws; i++) {
            draw().ifPresent(configuration -> add(candidates, seen, configuration));
        }
        for (int k = 0; k < leaders.size(); k++) {
            int changes = Math.max(6, draws / (4 + 2 * k));
            for (int i = 0; i < changes; i++) {
                changed(leaders.get(k)).ifPresent(configuration -> add(candidates, seen, configuration));
            }
        }
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        evaluate(candidates);
        candidates.sort(Comparator.comparingDouble(candidate -> -candidate.value));
        var best = candidates.get(0);
        for (int i = 0; i < Math.min(CLIMBS, candidates.size()); i++) {
            var climbed = climb(candidates.get(i));
            if (climbed.value > best.value) {
                best = climbed;
            }
        }
        return Optional.of(best.configuration);
    }

    private Optional<Configuration> draw() {
        return region.isPresent() ? region.get().draw(encoding, random) : encoding.draw(random);
    }

    private void add(List<Candidate> candidates, Set<Configuration> seen, Configuration configuration) {
        var point = encoding.encode(configuration);
        if (within.test(point) && untried.test(configuration) && seen.add(configuration)) {
            candidates.add(new Candidate(configuration, point));
        }
    }

    private void evaluate(List<Candidate> candidates) {
        var values = acquisition.at(
                candidates.stream().map(candidate -> candidate.point).toArray(double[][]::new));
        for (int i = 0; i < values.length; i++) {
            candidates.get(i).value = values[i];
        }
    }

    /** Some coordinates moved, the nearer ones more often: steps of all sizes, a few parameters or many. */
    private Optional<Configuration> changed(double[] leader) {
        double share = Math.max(1.5, leader.length * random.nextDouble()) / leader.length;
        double step = 0.3 * Math.exp(-4 * random.nextDouble());
        var point = new double[leader.length];
        for (int i = 0; i < point.length; i++) {
            boolean inactive = Double.isNaN(leader[i]);
            if (inactive || (columns.named(i) && random.nextDouble() < share * 0.5)) {
                point[i] = random.nextDouble();
            } else if (!columns.named(i) && random.nextDouble() < share) {
                point[i] = reflected(leader[i] + step * random.nextGaussian());
            } else {
                point[i] = leader[i];
            }
        }
        return encoding.decode(point).or(() -> encoding.repair(point, random));
    }

    private static double reflected(double value) {
        double folded = Math.abs(value) % 2;
        return folded > 1 ? 2 - folded : folded;
    }

    private Candidate climb(Candidate start) {
        var best = start;
        for (int round = 0; round < ROUNDS; round++) {
            var before = best;
            best = better(best, alongGradient(best));
            for (var other : encoding.neighbours(best.configuration, random)) {
                if (untried.test(other)) {
                    var candidate = new Candidate(other, encoding.encode(other));
                    if (within.test(candidate.point)) {
                        candidate.value = acquisition.at(candidate.point);
                        best = better(best, candidate);
                    }
                }
            }
            if (best == before) {
                break;
            }
        }
        return best;
    }

    private static Candidate better(Candidate one, Candidate other) {
        return other.value > one.value ? other : one;
    }

    private Candidate alongGradient(Candidate start) {
        int d = start.point.length;
        var low = new double[d];
        var high = new double[d];
        boolean movable = false;
        for (int i = 0; i < d; i++) {
            boolean moves = !columns.named(i) && !Double.isNaN(start.point[i]);
            movable |= moves;
            int column = i;
            double least = region.map(box -> box.low(column)).orElse(0.0);
            double most = region.map(box -> box.high(column)).orElse(1.0);
            low[i] = moves ? Math.min(least, start.point[i]) : 0.5;
            high[i] = moves ? Math.max(most, start.point[i]) : 0.5;
        }
        if (!movable) {
            return start;
        }
        var names = start.point;
        var begin = new double[d];
        for (int i = 0; i < d; i++) {
            begin[i] = high[i] > low[i] ? names[i] : 0.5;
        }
        var end = CLIMBER.minimize(
                (point, gradient) -> {
                    double value = acquisition.at(merged(point, names, low, high), gradient);
                    for (int i = 0; i < gradient.length; i++) {
                        gradient[i] = high[i] > low[i] ? -gradient[i] : 0;
                    }
                    return -value;
                },
                begin,
                low,
                high);
        var found = merged(end.point(), names, low, high);
        var filled = found.clone();
        for (int i = 0; i < d; i++) {
            if (Double.isNaN(filled[i])) {
                filled[i] = 0.5;
            }
        }
        var configuration = encoding.decode(filled).or(() -> encoding.repair(filled, random));
        if (configuration.isEmpty() || !untried.test(configuration.get())) {
            return start;
        }
        var candidate = new Candidate(configuration.get(), encoding.encode(configuration.get()));
        candidate.value = acquisition.at(candidate.point);
        return candidate;
    }

    /** The moved numbers with the names and gaps as they were. */
    private static double[] merged(double[] moved, double[] names, double[] low, double[] high) {
        var point = Arrays.copyOf(names, names.length);
        for (int i = 0; i < point.length; i++) {
            if (high[i] > low[i]) {
                point[i] = moved[i];
            }
        }
        return point;
    }
}
