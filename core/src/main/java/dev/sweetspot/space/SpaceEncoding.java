package dev.sweetspot.space;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The encoding of every space. */
final class SpaceEncoding implements Encoding {
    private static final int NUMERIC_NEIGHBOURS = 4;
    private static final double NEIGHBOUR_DISTANCE = 0.2;

    private final SearchSpace space;
    private final Walk walk;
    private final Draws draws;

    SpaceEncoding(SearchSpace space) {
        this.space = space;
        this.walk = new Walk(space);
        this.draws = new Draws(walk);
    }

    @Override
    public SearchSpace space() {
        return space;
    }

    @Override
    public double[] encode(Configuration configuration) {
        var point = new double[walk.size()];
        Arrays.fill(point, Double.NaN);
        for (int i = 0; i < point.length; i++) {
            var value = configuration.values().get(walk.name(i));
            if (value != null) {
                point[i] = walk.axis(i).encode(walk.parameter(i).check(value));
            }
        }
        return point;
    }

    @Override
    public Optional<Configuration> decode(double[] point) {
        var values = walk.assign((index, before) -> walk.axis(index).decode(coordinate(point[index])));
        return walk.keepsRelations(values) ? Optional.of(Configuration.of(values)) : Optional.empty();
    }

    @Override
    public double[] opened(double[] point) {
        var result = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            var left = walk.open(i);
            double coordinate = coordinate(point[i]);
            result[i] = left == walk.axis(i) ? coordinate : walk.axis(i).encode(left.decode(coordinate));
        }
        return result;
    }

    private static double coordinate(double given) {
        return Double.isNaN(given) ? 0.5 : Ranges.clamp(given, 0, 1);
    }

    @Override
    public Optional<Configuration> repair(double[] point, RandomGenerator random) {
        var decoded = decode(point);
        if (decoded.isPresent()) {
            return decoded;
        }
        if (!walk.joint()) {
            var left = walk.assign(
                    (index, before) -> walk.open(index).decode(walk.opened(index, coordinate(point[index]), random)));
            if (walk.keepsRelations(left)) {
                return Optional.of(Configuration.of(left));
            }
        }
        return new FeasibleSearch(walk, random, index -> coordinate(point[index]))
                .find()
                .or(() -> draws.draw(random))
                .map(Configuration::of);
    }

    @Override
    public Configuration completed(Configuration configuration) {
        var values = walk.assign((index, before) -> {
            var value = configuration.values().get(walk.name(index));
            return value != null ? value : checkedDefault(walk.parameter(index));
        });
        if (configuration.values().keySet().containsAll(values.keySet())) {
            return configuration;
        }
        // What a configuration has beyond the space, as those of a study that asks as it runs do, stays.
        configuration.values().forEach(values::putIfAbsent);
        return Configuration.of(values);
    }

    @Override
    public boolean feasible(Configuration configuration) {
        var values = new LinkedHashMap<String, Object>();
        for (int i = 0; i < walk.size(); i++) {
            var value = configuration.values().get(walk.name(i));
            if (walk.active(i, values) != (value != null)) {
                return false;
            }
            if (value != null) {
                try {
                    values.put(walk.name(i), walk.parameter(i).check(value));
                } catch (IllegalArgumentException outsideItsRange) {
                    return false;
                }
            }
        }
        return values.size() == configuration.values().size() && walk.keepsRelations(values);
    }

    @Override
    public Optional<Configuration> draw(RandomGenerator random) {
        return draws.draw(random).map(Configuration::of);
    }

    @Override
    public List<Configuration> neighbours(Configuration given, RandomGenerator random) {
        // What is not allowed any more has the neighbours of the nearest that is: all of its own keep what is
        // forbidden.
        var configuration = walk.relations().isEmpty() || walk.keepsRelations(given.values())
                ? given
                : repair(encode(given), random).orElse(given);
        var point = encode(configuration);
        var result = new ArrayList<Configuration>();
        for (int i = 0; i < point.length; i++) {
            if (!Double.isNaN(point[i])) {
                int changed = i;
                for (Object value : otherValues(i, configuration, point[i], random)) {
                    var values = walk.assign((index, before) -> {
                        if (index == changed) {
                            return value;
                        }
                        var kept = configuration.values().get(walk.name(index));
                        return kept != null ? kept : walk.open(index).decode(random.nextDouble());
                    });
                    if (walk.keepsRelations(values)) {
                        result.add(Configuration.of(values));
                    }
                }
            }
        }
        return result;
    }

    private List<Object> otherValues(int index, Configuration configuration, double at, RandomGenerator random) {
        var axis = walk.open(index);
        var own = configuration.values().get(walk.name(index));
        var values = new ArrayList<Object>();
        long size = axis.size().orElse(Long.MAX_VALUE);
        double here = walk.opened(index, at, random);
        if (size <= 10) {
            for (long k = 0; k < size; k++) {
                values.add(axis.at(k));
            }
        } else {
            for (int k = 0; k < NUMERIC_NEIGHBOURS; k++) {
                values.add(axis.decode(Ranges.clamp(here + NEIGHBOUR_DISTANCE * random.nextGaussian(), 0, 1)));
            }
        }
        values.removeIf(value -> value.equals(own));
        return values;
    }

    @Override
    public Feasibility feasibility() {
        var example = defaultsWithoutRepair();
        return example.isPresent() ? new Feasibility.Feasible(example.get()) : FeasibilityProof.of(walk);
    }

    private Optional<Configuration> defaultsWithoutRepair() {
        var values = walk.assign((index, before) -> checkedDefault(walk.parameter(index)));
        return walk.keepsRelations(values) ? Optional.of(Configuration.of(values)) : Optional.empty();
    }

    private static <T> Object checkedDefault(Parameter<T> parameter) {
        return parameter.check(parameter.defaultValue());
    }

    @Override
    public List<String> violations(Configuration configuration) {
        return Violations.of(walk, configuration);
    }

    @Override
    public Optional<BigInteger> size() {
        return Count.of(walk, space);
    }

    @Override
    public Iterator<Configuration> enumerate() {
        return new Enumeration(walk);
    }

    @Override
    public Optional<Configuration> defaults() {
        Map<String, Object> values = walk.assign((index, before) -> checkedDefault(walk.parameter(index)));
        if (walk.keepsRelations(values)) {
            return Optional.of(Configuration.of(values));
        }
        // The seed is fixed: the defaults of a space are always the same configuration.
        var wishes = encode(Configuration.of(values));
        return repair(wishes, new java.util.SplittableRandom(0));
    }
}
