package dev.sweetspot.space;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The feasible set as a density over the unit cube. Coordinates of inactive parameters are free, so that moving between
 * branches needs no change of dimension. An equality that holds real numbers takes one of them, the last that is not
 * taken yet, and computes it from the others; the density is then that of the prior at the computed value, which makes
 * draws uniform on the subspace for linear scales, and the prior restricted to it for the others.
 */
final class Cube {
    private final Walk walk;
    private final List<Relation.Linear> equalities = new ArrayList<>();
    private final Map<String, Integer> index = new HashMap<>();
    private final Map<List<Integer>, Elimination> eliminations = new HashMap<>();

    /** A point of the feasible set with its density, at most 1. */
    record Point(Map<String, Object> values, double density) {}

    Cube(Walk walk) {
        this.walk = walk;
        for (int i = 0; i < walk.size(); i++) {
            index.put(walk.name(i), i);
        }
        for (var relation : walk.relations()) {
            if (relation instanceof Relation.Linear linear && linear.comparison() == Relation.Comparison.EQUAL) {
                equalities.add(linear);
            }
        }
    }

    /** Empty outside of the feasible set. */
    Optional<Point> at(double[] u) {
        var values = walk.assign((i, before) -> walk.open(i).decode(u[i]));
        double density = equalities.isEmpty() ? 1 : solve(values);
        return density > 0 && walk.keepsRelations(values) ? Optional.of(new Point(values, density)) : Optional.empty();
    }

    private double solve(Map<String, Object> values) {
        var active = new ArrayList<Integer>();
        for (int e = 0; e < equalities.size(); e++) {
            if (values.keySet().containsAll(equalities.get(e).factors().keySet())) {
                active.add(e);
            }
        }
        return active.isEmpty() ? 1 : elimination(active).apply(values);
    }

    private synchronized Elimination elimination(List<Integer> active) {
        return eliminations.computeIfAbsent(active, Elimination::new);
    }

    /** Gauss-Jordan elimination of the equalities of one branch. */
    private final class Elimination {
        private final List<Map<String, Double>> rows = new ArrayList<>();
        private final List<Double> bounds = new ArrayList<>();
        private final List<String> taken = new ArrayList<>();

        Elimination(List<Integer> active) {
            for (int e : active) {
                var row = new HashMap<>(equalities.get(e).factors());
                double bound = equalities.get(e).bound();
                for (int r = 0; r < rows.size(); r++) {
                    double factor = row.getOrDefault(taken.get(r), 0.0);
                    add(row, rows.get(r), -factor);
                    row.remove(taken.get(r));
                    bound -= factor * bounds.get(r);
                }
                take(row, bound);
            }
        }

        private void take(Map<String, Double> row, double bound) {
            row.values().removeIf(factor -> Math.abs(factor) < 1e-12);
            var pivot = row.keySet().stream()
                    .filter(name -> walk.parameter(place(name)) instanceof RealParameter real
                            && real.step().isEmpty()
                            && real.low() < real.high())
                    .max((one, two) -> Integer.compare(place(one), place(two)));
            if (pivot.isEmpty()) {
                return; // whole numbers only, or nothing new: left to the check of the relation
            }
            double by = Objects.requireNonNull(row.get(pivot.get()));
            var scaled = new HashMap<String, Double>();
            row.forEach((name, factor) -> scaled.put(name, factor / by));
            for (int r = 0; r < rows.size(); r++) {
                double factor = rows.get(r).getOrDefault(pivot.get(), 0.0);
                add(rows.get(r), scaled, -factor);
                rows.get(r).remove(pivot.get());
                bounds.set(r, bounds.get(r) - factor * bound / by);
            }
            rows.add(scaled);
            bounds.add(bound / by);
            taken.add(pivot.get());
        }

        private int place(String name) {
            return Objects.requireNonNull(index.get(name), name);
        }

        private static void add(Map<String, Double> to, Map<String, Double> row, double times) {
            row.forEach((name, factor) -> to.merge(name, times * factor, Double::sum));
        }

        double apply(Map<String, Object> values) {
            double density = 1;
            for (int r = 0; r < rows.size(); r++) {
                var name = taken.get(r);
                double value = bounds.get(r);
                // In the order of the names, so that the sum has the same bits everywhere.
                for (int i = 0; i < walk.size(); i++) {
                    var other = walk.name(i);
                    if (!taken.contains(other) && rows.get(r).containsKey(other)) {
                        value -= Objects.requireNonNull(rows.get(r).get(other))
                                * ((Number) Objects.requireNonNull(values.get(other))).doubleValue();
                    }
                }
                var real = (RealParameter) walk.parameter(place(name));
                double rounding = 1e-12 * Math.max(Math.abs(real.low()), Math.abs(real.high()));
                if (value < real.low() - rounding || value > real.high() + rounding) {
                    return 0;
                }
                value = Ranges.clamp(value, real.low(), real.high());
                values.put(name, value);
                density *= density(real, value);
            }
            return density;
        }
    }

    /** The prior density at a value of a real number, its maximum being 1. */
    private static double density(RealParameter real, double value) {
        return switch (real.scale()) {
            case LINEAR -> 1;
            case LOGARITHMIC -> real.low() / value;
            case LOGARITHMIC_FROM_ZERO -> {
                double shift = Ranges.nearlyNothing(real.high());
                yield (real.low() + shift) / (value + shift);
            }
            case REVERSE_LOGARITHMIC -> {
                double mirror = real.high() < 1 && real.low() >= 0 ? 1 : real.high() + real.low();
                yield (mirror - real.high()) / (mirror - value);
            }
        };
    }
}
