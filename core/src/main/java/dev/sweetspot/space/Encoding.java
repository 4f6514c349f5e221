package dev.sweetspot.space;

import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The only map between configurations of a space and the unit cube. Whatever it makes keeps the conditions and
 * relations of the space.
 */
public interface Encoding {
    /** The encoding of a space. */
    static Encoding of(SearchSpace space) {
        return space.encoding();
    }

    /** The space. */
    SearchSpace space();

    /** One coordinate for each parameter of the space, in its order. */
    default int dimensions() {
        return space().parameters().size();
    }

    /** The coordinates in 0..1; NaN for a parameter that is not active. */
    double[] encode(Configuration configuration);

    /**
     * The configuration at a point: coordinates of inactive parameters are not looked at, numbers snap to their grid.
     * Empty when a relation is broken there; see {@link #repair}.
     */
    Optional<Configuration> decode(double[] point);

    /**
     * The point of the cube for a point of what the relations about single parameters leave of it: evenly spread points
     * come to lie evenly on what is left, in proportion to the prior.
     */
    double[] opened(double[] point);

    /** A configuration near a point that keeps all relations; empty only when the feasible set is empty. */
    Optional<Configuration> repair(double[] point, RandomGenerator random);

    /**
     * The same with the default of every active parameter that has no value: a configuration of before the parameter was
     * there. Values are not looked at otherwise.
     */
    Configuration completed(Configuration configuration);

    /** Whether a configuration belongs to the space: active parameters, ranges, relations. */
    boolean feasible(Configuration configuration);

    /**
     * Everything by which a configuration given by hand breaks ranges, steps, conditions and relations: one message each
     * with name, value, rule and "Maybe ...". Empty when it belongs to the space.
     */
    List<String> violations(Configuration configuration);

    /**
     * Whether any configuration keeps all relations: one that does, a proof that none does with the relations at fault, or
     * that neither was found within the limit.
     */
    Feasibility feasibility();

    /**
     * A draw from the prior, restricted to the feasible set; a relation about one parameter alone narrows its own prior.
     * Empty when that set is empty.
     */
    Optional<Configuration> draw(RandomGenerator random);

    /**
     * Configurations that differ in one parameter (and in what its change makes active), all feasible. One that is not
     * feasible itself has those of a feasible one near it.
     */
    List<Configuration> neighbours(Configuration configuration, RandomGenerator random);

    /** How many configurations a finite space has before relations of several parameters are counted; empty for an infinite one. */
    Optional<BigInteger> size();

    /** All feasible configurations of a finite space, in a fixed order, made one at a time. */
    Iterator<Configuration> enumerate();

    /** The configuration of all defaults, repaired where a relation is broken. */
    Optional<Configuration> defaults();
}
