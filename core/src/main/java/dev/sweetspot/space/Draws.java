package dev.sweetspot.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Draws from the prior, restricted to the feasible set, in the cheapest of four exact or nearly exact ways. Where every
 * relation is about one parameter alone: from what it leaves. Where
 * rejection accepts often enough: rejection. Where a finite space has few feasible configurations: all of them, by
 * their weights. Else a short walk from one of many well-mixed points: hit-and-run (Smith 1984, Operations Research 32)
 * on {@link Cube}, the place on each line found by slice sampling with shrinkage (Neal 2003, Annals of Statistics 31),
 * which asks nothing but whether a point is inside and so takes logarithms, grids and conditions as they are.
 */
final class Draws {
    private static final int PROBES = 400;
    private static final int ACCEPTED_AT_LEAST = 12;
    private static final int MOST_REJECTIONS = 20_000;
    private static final int MOST_LISTED = 20_000;
    private static final int STARTS = 12;
    private static final int POOL = 240;
    private static final int SHRINKS = 80;

    private final Walk walk;
    private final Cube cube;
    private @Nullable Plan plan;

    /** How this space is drawn from, decided once with a fixed seed: the same for everyone. */
    private record Plan(boolean rejection, NavigableMap<Double, Map<String, Object>> listed, List<double[]> pool) {}

    Draws(Walk walk) {
        this.walk = walk;
        this.cube = new Cube(walk);
    }

    Optional<Map<String, Object>> draw(RandomGenerator random) {
        if (!walk.joint()) {
            var values = walk.assign((index, before) -> walk.open(index).decode(random.nextDouble()));
            if (walk.keepsRelations(values)) {
                return Optional.of(values);
            }
        }
        var ways = plan();
        if (ways.rejection()) {
            for (int i = 0; i < MOST_REJECTIONS; i++) {
                var point = cube.at(anywhere(random));
                if (point.isPresent() && random.nextDouble() < point.get().density()) {
                    return point.map(Cube.Point::values);
                }
            }
        }
        if (!ways.listed().isEmpty()) {
            var entry = ways.listed()
                    .higherEntry(random.nextDouble() * ways.listed().lastKey());
            return Optional.of(entry == null ? ways.listed().lastEntry().getValue() : entry.getValue());
        }
        if (ways.pool().isEmpty()) {
            return Optional.empty();
        }
        var u = ways.pool().get(random.nextInt(ways.pool().size())).clone();
        walk(u, ways.pool(), 10 + 3 * walk.size(), random);
        return cube.at(u).map(Cube.Point::values);
    }

    private synchronized Plan plan() {
        var old = plan;
        if (old == null) {
            old = makePlan();
            plan = old;
        }
        return old;
    }

    private Plan makePlan() {
        var random = new SplittableRandom(0x5ee75907L);
        double accepted = 0;
        for (int i = 0; i < PROBES; i++) {
            accepted += cube.at(anywhere(random)).map(Cube.Point::density).orElse(0.0);
        }
        if (accepted >= ACCEPTED_AT_LEAST) {
            return new Plan(true, new TreeMap<>(), List.of());
        }
        var listed = list();
        return new Plan(false, listed, listed.isEmpty() ? mixed(starts(random), random) : List.of());
    }

    private double[] anywhere(RandomGenerator random) {
        var u = new double[walk.size()];
        for (int i = 0; i < u.length; i++) {
            u[i] = random.nextDouble();
        }
        return u;
    }

    /** The feasible configurations by the sum of weights up to each; empty where there are too many. */
    private NavigableMap<Double, Map<String, Object>> list() {
        var sums = new TreeMap<Double, Map<String, Object>>();
        for (int i = 0; i < walk.size(); i++) {
            if (walk.open(i).size().orElse(Long.MAX_VALUE) > MOST_LISTED) {
                return sums;
            }
        }
        var all = new Enumeration(walk, 20 * MOST_LISTED);
        double sum = 0;
        while (all.hasNext()) {
            if (sums.size() == MOST_LISTED) {
                return new TreeMap<>();
            }
            var values = all.next().values();
            double weight = 1;
            for (int i = 0; i < walk.size(); i++) {
                var value = values.get(walk.name(i));
                weight *= value == null ? 1 : walk.open(i).weight(value);
            }
            sum += weight;
            sums.put(sum, values);
        }
        return all.gaveUp() ? new TreeMap<>() : sums;
    }

    private List<double[]> starts(RandomGenerator random) {
        var starts = new ArrayList<double[]>();
        for (int i = 0; i < STARTS; i++) {
            new FeasibleSearch(walk, random, index -> walk.axis(index)
                            .encode(walk.open(index).decode(random.nextDouble())))
                    .find()
                    .ifPresent(values -> addInside(starts, values, random));
            if (i == 2 && starts.isEmpty()) {
                break;
            }
        }
        if (starts.isEmpty() && FeasibilityProof.of(walk) instanceof Feasibility.Feasible feasible) {
            addInside(starts, feasible.example().values(), random);
        }
        return starts;
    }

    private void addInside(List<double[]> starts, Map<String, Object> values, RandomGenerator random) {
        var u = anywhere(random);
        for (int i = 0; i < u.length; i++) {
            var value = values.get(walk.name(i));
            if (value != null) {
                u[i] = walk.open(i).encode(value);
            }
        }
        if (cube.at(u).isPresent()) {
            starts.add(u);
        }
    }

    /** Walks from the starts until the points have spread, each along lines between the others. */
    private List<double[]> mixed(List<double[]> starts, RandomGenerator random) {
        if (starts.isEmpty()) {
            return starts;
        }
        var pool = new ArrayList<double[]>();
        for (int i = 0; i < POOL; i++) {
            pool.add(starts.get(i % starts.size()).clone());
        }
        for (int round = 0; round < 8; round++) {
            for (var u : pool) {
                walk(u, pool, 4 + 2 * walk.size(), random);
            }
        }
        return List.copyOf(pool);
    }

    /** Moves a point inside the set, leaving the density as it is. */
    private void walk(double[] u, List<double[]> pool, int moves, RandomGenerator random) {
        double density = cube.at(u).map(Cube.Point::density).orElse(0.0);
        for (int move = 0; move < moves && density > 0; move++) {
            density = slice(u, direction(pool, move, random), density, random);
        }
    }

    private double[] direction(List<double[]> pool, int move, RandomGenerator random) {
        var direction = new double[walk.size()];
        if (move % 2 == 0) {
            direction[random.nextInt(direction.length)] = 1;
            return direction;
        }
        var from = pool.get(random.nextInt(pool.size()));
        var to = pool.get(random.nextInt(pool.size()));
        double size = 0;
        for (int i = 0; i < direction.length; i++) {
            direction[i] = to[i] - from[i];
            size = Math.max(size, Math.abs(direction[i]));
        }
        if (size == 0) {
            direction[random.nextInt(direction.length)] = 1;
        }
        return direction;
    }

    private double slice(double[] u, double[] direction, double density, RandomGenerator random) {
        double from = Double.NEGATIVE_INFINITY;
        double to = Double.POSITIVE_INFINITY;
        for (int i = 0; i < u.length; i++) {
            if (direction[i] != 0) {
                double one = -u[i] / direction[i];
                double two = (1 - u[i]) / direction[i];
                from = Math.max(from, Math.min(one, two));
                to = Math.min(to, Math.max(one, two));
            }
        }
        double level = density * random.nextDouble();
        var other = new double[u.length];
        for (int i = 0; i < SHRINKS; i++) {
            double t = from + random.nextDouble() * (to - from);
            for (int k = 0; k < u.length; k++) {
                other[k] = Ranges.clamp(u[k] + t * direction[k], 0, 1);
            }
            var point = cube.at(other);
            if (point.isPresent() && point.get().density() >= level) {
                System.arraycopy(other, 0, u, 0, u.length);
                return point.get().density();
            }
            if (t < 0) {
                from = t;
            } else {
                to = t;
            }
        }
        return density;
    }
}
