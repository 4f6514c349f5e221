package dev.sweetspot.deep.training;

import java.util.Optional;

/**
 * When a training ends before its time: as soon as a measured number has not got better for some epochs.
 *
 * @param metric what is watched; what the study seeks where it is empty
 * @param patience epochs without anything better, at least 1
 * @param minDelta by how much a number has to be better than the best one to count, 0 or more
 * @param restoreBest whether the best epoch counts in the end, and not the last one
 * @param startEpoch what was measured before so many epochs were done does not count
 * @param maxSeconds the epoch in which so many seconds are over is the last one, however good it is; above 0
 */
public record EarlyStopping(
        Optional<String> metric,
        int patience,
        double minDelta,
        boolean restoreBest,
        int startEpoch,
        double maxSeconds) {
    /** Without a limit in time. */
    public EarlyStopping(Optional<String> metric, int patience, double minDelta, boolean restoreBest, int startEpoch) {
        this(metric, patience, minDelta, restoreBest, startEpoch, Double.POSITIVE_INFINITY);
    }

    /** Never before its time; the best epoch counts. */
    public static final EarlyStopping OFF = new EarlyStopping(Optional.empty(), Integer.MAX_VALUE, 0, true, 0);

    /**
     * The last epoch that was better than those before it.
     *
     * @param loss what was measured then, small being good
     */
    public record Mark(double epoch, double loss) {}

    /**
     * The mark after an epoch.
     *
     * @param mark before it
     * @param loss what was measured, small being good; NaN is never better
     */
    public Optional<Mark> after(Optional<Mark> mark, double epoch, double loss) {
        if (epoch < startEpoch) {
            return Optional.empty();
        }
        double value = Double.isNaN(loss) ? Double.POSITIVE_INFINITY : loss;
        return mark.isEmpty() || value < mark.get().loss() - minDelta ? Optional.of(new Mark(epoch, value)) : mark;
    }

    /** Whether it is time to end, whatever was measured. */
    public boolean endsAfter(double seconds) {
        return seconds >= maxSeconds;
    }

    /** Whether it is time to end. */
    public boolean ends(Optional<Mark> mark, double epoch) {
        return mark.isPresent() && epoch - mark.get().epoch() >= patience;
    }
}
