package dev.sweetspot.space;

import dev.sweetspot.form.InvalidInputException;

/**
 * Where a person believes the good values of a parameter to lie. The search begins there and finds its own way when the
 * belief is wrong.
 *
 * @param parameter the name of a parameter of the space
 * @param value the value believed to be good, as the parameter takes it
 * @param spread how far from it good values may lie: the standard deviation as a share of the range on its scale, above 0
 *     and at most 1; of choices, the share of the probability that the others have together
 */
public record Belief(String parameter, Object value, double spread) {
    /** A tenth of the range: a factor of 3 for a learning rate between 1e-5 and 1. */
    public static final double USUAL_SPREAD = 0.1;

    /** Checks the range. */
    public Belief {
        if (!(spread > 0 && spread <= 1)) {
            throw new InvalidInputException(
                    "belief in " + parameter + ": spread", spread, "must be above 0 and at most 1", "0.1?");
        }
    }

    /** A belief of the usual strength. */
    public static Belief in(String parameter, Object value) {
        return new Belief(parameter, value, USUAL_SPREAD);
    }
}
