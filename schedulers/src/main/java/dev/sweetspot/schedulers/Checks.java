package dev.sweetspot.schedulers;

import dev.sweetspot.form.InvalidInputException;

/** The ranges of settings that several schedulers have. */
final class Checks {
    private Checks() {}

    /** Above 1: with 1 no rung would be longer than the one below. 100 leaves two rungs in any range of practice. */
    static void factor(double factor) {
        if (!(factor >= 1.5 && factor <= 100)) {
            throw new InvalidInputException("factor", factor, "must be from 1.5 to 100", "3?");
        }
    }

    static void share(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new InvalidInputException(name, share, "must be from 0 to 1", "0.2?");
        }
    }

    static void atLeastOne(String name, int count) {
        if (count < 1) {
            throw new InvalidInputException(name, count, "must be at least 1", "5?");
        }
    }
}
