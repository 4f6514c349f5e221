package dev.sweetspot.trial;

import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.InvalidInputException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a person prefers among trials that are good in different objectives. The page {@code docs/ideas/preferences.md} has
 * the formulas.
 *
 * <p>A preference that puts all trials into one order ({@link #oneOrder}) makes one loss of several; samplers and
 * schedulers then see a problem with that one objective, see {@link PreferenceView}. With the others the front is sought:
 * all trials that no other is better than in every objective. Values are always given in the objectives' own directions
 * and measures, and by their names.
 */
public sealed interface Preference {
    /** The whole front. */
    static Preference front() {
        return new Front();
    }

    /** Whether all trials have one order under it. */
    boolean oneOrder();

    /** Whether samplers and schedulers see another problem than the one stated. */
    default boolean reshapes() {
        return oneOrder() || this instanceof Region;
    }

    /** The names of the objectives that it speaks of. */
    Set<String> objectives();

    /** What is preferred, for people: "accuracy and parameters, weighted 2 : 1". */
    String inWords();

    /** The whole front. */
    record Front() implements Preference {
        @Override
        public boolean oneOrder() {
            return false;
        }

        @Override
        public Set<String> objectives() {
            return Set.of();
        }

        @Override
        public String inWords() {
            return "the front";
        }
    }

    /**
     * The front, its volume measured up to this point: what is not better than the point in every objective is worth
     * nothing.
     *
     * @param point a value for each objective that has one; where it has none, the point follows from the trials
     */
    record Reference(Map<String, Double> point) implements Preference {
        /** Keeps a copy and checks the values. */
        public Reference {
            point = PreferenceValues.finite("reference", point);
        }

        @Override
        public boolean oneOrder() {
            return false;
        }

        @Override
        public Set<String> objectives() {
            return point.keySet();
        }

        @Override
        public String inWords() {
            return "the front, measured up to " + PreferenceValues.list(point);
        }
    }

    /**
     * The part of the front that lies within limits. Trials outside count less than all inside, the nearer the better.
     *
     * @param limits the worst acceptable value of each objective that has one
     */
    record Region(Map<String, Double> limits) implements Preference {
        /** Keeps a copy and checks the values. */
        public Region {
            limits = PreferenceValues.finite("within", limits);
            if (limits.isEmpty()) {
                throw new InvalidInputException("within", "{}", "must name an objective", "");
            }
        }

        @Override
        public boolean oneOrder() {
            return false;
        }

        @Override
        public Set<String> objectives() {
            return limits.keySet();
        }

        @Override
        public String inWords() {
            return "the front within " + PreferenceValues.list(limits);
        }
    }

    /**
     * The smallest weighted sum of losses. Only trials on the convex part of the front can win, whatever the weights (Das
     * and Dennis 1997, Structural Optimization 14).
     *
     * @param weights one for each objective, at least 0, one above 0
     * @param widths the difference in each objective that weighs as much as its weight; empty for the width of the front
     */
    record WeightedSum(Map<String, Double> weights, Map<String, Double> widths) implements Preference {
        /** Keeps copies and checks the ranges. */
        public WeightedSum {
            weights = PreferenceValues.weights("weights", weights);
            widths = PreferenceValues.widths(widths, weights.keySet());
        }

        /** Measured in the width of the front. */
        public WeightedSum(Map<String, Double> weights) {
            this(weights, Map.of());
        }

        @Override
        public boolean oneOrder() {
            return true;
        }

        @Override
        public Set<String> objectives() {
            return weights.keySet();
        }

        @Override
        public String inWords() {
            return "the sum of " + PreferenceValues.weighted(weights);
        }
    }

    /**
     * The smallest distance from the best there could be: the largest weighted loss beyond it, and a little of their sum
     * (Steuer and Choo 1983, Mathematical Programming 26). Every trial of a front wins for some weights.
     *
     * @param weights one for each objective, at least 0, one above 0
     * @param aspired the values aspired to (Wierzbicki 1980): the distance goes on below zero where they are surpassed;
     *     empty for the best value of each objective on the front, else one for each
     * @param widths as in {@link WeightedSum}
     */
    record Tchebycheff(Map<String, Double> weights, Map<String, Double> aspired, Map<String, Double> widths)
            implements Preference {
        /** Keeps copies and checks the ranges. */
        public Tchebycheff {
            weights = PreferenceValues.weights("tchebycheff", weights);
            aspired = PreferenceValues.finite("aspired", aspired);
            if (!aspired.isEmpty()) {
                PreferenceValues.sameNames("aspired", aspired.keySet(), weights.keySet());
            }
            widths = PreferenceValues.widths(widths, weights.keySet());
        }

        /** From the ideal point of the front, in its width. */
        public Tchebycheff(Map<String, Double> weights) {
            this(weights, Map.of(), Map.of());
        }

        @Override
        public boolean oneOrder() {
            return true;
        }

        @Override
        public Set<String> objectives() {
            return weights.keySet();
        }

        @Override
        public String inWords() {
            return "the distance of " + PreferenceValues.weighted(weights) + " from "
                    + (aspired.isEmpty() ? "the best of each" : PreferenceValues.list(aspired));
        }
    }

    /**
     * One objective after the other: a later one decides only among trials that are as good as the best in the earlier
     * ones (lexicographic order with tolerances: Fishburn 1974, Management Science 20).
     *
     * @param order all objectives, the most important first
     */
    record Lexicographic(List<Priority> order) implements Preference {
        /** Keeps a copy and checks the names. */
        public Lexicographic {
            order = List.copyOf(order);
            if (order.isEmpty()
                    || order.stream().map(Priority::objective).distinct().count() < order.size()) {
                throw new InvalidInputException(
                        "order", order.stream().map(Priority::objective).toList(), "must name each objective once", "");
            }
        }

        @Override
        public boolean oneOrder() {
            return true;
        }

        @Override
        public Set<String> objectives() {
            return order.stream().map(Priority::objective).collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public String inWords() {
            return order.stream()
                    .map(each -> each.objective() + (each.tolerance() > 0 ? " within " + each.tolerance() : ""))
                    .collect(Collectors.joining(", then "));
        }
    }

    /**
     * A place in an order of objectives.
     *
     * @param tolerance by how much a value may be worse than the best and still count as good, in the objective's own
     *     measure; at least 0; that of the last objective means nothing
     */
    record Priority(String objective, double tolerance) {
        /** Checks the range. */
        public Priority {
            if (!(tolerance >= 0 && Double.isFinite(tolerance))) {
                throw new InvalidInputException("tolerance", tolerance, "must be finite, at least 0", "0?");
            }
        }
    }

    /**
     * Checks that it speaks of these objectives: of all of them where all have to be weighed.
     *
     * @throws InvalidInputException when a name is not theirs, or one is missing
     */
    default void check(List<Objective> all) {
        var names = all.stream().map(Objective::name).toList();
        for (var name : objectives()) {
            if (!names.contains(name)) {
                throw new InvalidInputException(
                        "preference", name, "is not one of the objectives", DidYouMean.maybe(name, names));
            }
        }
        if (oneOrder()) {
            PreferenceValues.sameNames("preference", objectives(), names);
        }
    }
}
