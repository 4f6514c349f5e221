package dev.sweetspot.deep.training;

/**
 * How the learning rate goes over a training: a factor as a function of progress from 0 to 1.
 *
 * @param kind its course after the warm-up
 * @param warmup the share of the training in which the factor rises evenly from 0 to 1, from 0 to 0.5
 */
public record Schedule(Kind kind, double warmup) {
    /** The course. */
    public enum Kind {
        /** The same all the time. */
        CONSTANT,
        /** From 1 to 0 along half a cosine (Loshchilov and Hutter 2017, without restarts). */
        COSINE
    }

    /** Checks the range. */
    public Schedule {
        if (!(warmup >= 0 && warmup <= 0.5)) {
            throw new IllegalArgumentException("warmup = " + warmup + ": must be from 0 to 0.5");
        }
    }

    /** The factor at a progress; at the very beginning of a warm-up a little above 0, so that no step is lost. */
    public double factor(double progress) {
        double at = Math.max(0, Math.min(1, progress));
        if (at < warmup) {
            return Math.max(0.01, at / warmup);
        }
        double rest = warmup < 1 ? (at - warmup) / (1 - warmup) : 1;
        return kind == Kind.CONSTANT ? 1 : 0.5 * (1 + Math.cos(Math.PI * rest));
    }
}
