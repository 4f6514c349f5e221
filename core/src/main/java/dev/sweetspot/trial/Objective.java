package dev.sweetspot.trial;

/**
 * A named number that the search makes better. The direction is the user's; inside there are only losses, and this is
 * the border at which it is turned, once.
 *
 * @param name as trials report it: "validation_accuracy"
 */
public record Objective(String name, Direction direction) {
    /** Smaller is better. */
    public static Objective minimize(String name) {
        return new Objective(name, Direction.MINIMIZE);
    }

    /** Larger is better. */
    public static Objective maximize(String name) {
        return new Objective(name, Direction.MAXIMIZE);
    }

    /** The loss of a value: smaller is better. NaN stays NaN: it is worse than anything, see {@link #better}. */
    public double loss(double value) {
        return direction == Direction.MINIMIZE ? value : -value;
    }

    /** Whether the first value is strictly better than the second; NaN is worse than every number. */
    public boolean better(double first, double second) {
        return Double.isNaN(second) ? !Double.isNaN(first) : loss(first) < loss(second);
    }
}
