package dev.sweetspot.job;

import java.util.Optional;

/**
 * How the time of a job is shared: half for the search, or more where the last trainings are sure to need less than the other
 * half; the rest for training the winner and the default side by side, and something kept for measuring, writing and the
 * unforeseen. What the last trainings turn out not to need is given to the search ({@link #prolonged}). All moments are on {@link System#nanoTime}.
 *
 * @param searchEnd nothing is started after it and what runs is put aside
 * @param fitEnd the last trainings are through
 * @param end everything is written
 */
public record Timetable(long searchEnd, long fitEnd, long end) {
    private static final double SEARCH_SHARE = 0.5;
    private static final double NANOS = 1e9;

    /** A winner may be so much slower than the default that was measured. */
    private static final double SLOWER = 5;

    /** Where several networks are averaged, fewer of them are trained if they are slower than that. */
    private static final double SLOWER_OF_FURTHER = 2;

    /** Who wins in the end may be so much slower than who would win now. */
    private static final double SLOWER_THAN_NOW = 2;

    /** So much of the time of the last trainings, a second at the most, is kept for what nobody foresees. */
    private static final double UNFORESEEN = 0.1;

    /** A search goes on only for at least this part of the time that is left. */
    private static final double WORTH_IT = 0.2;

    /** No deadline. */
    public static final Timetable ENDLESS = new Timetable(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

    /**
     * The timetable until an end.
     *
     * @param now the moment at which loading is done
     * @param trainingSeconds how long the longest last training of the default takes, predicted; infinite where nobody knows
     * @param measuringSeconds how long measuring both models takes, predicted
     */
    public static Timetable until(long now, long end, double trainingSeconds, double measuringSeconds) {
        return until(now, end, trainingSeconds, 1, measuringSeconds);
    }

    /**
     * The same where the last training is of several networks, one after another.
     *
     * @param trainingSeconds how long the longest training of one of them takes
     * @param members how many there are
     */
    public static Timetable until(long now, long end, double trainingSeconds, int members, double measuringSeconds) {
        double left = Math.max(0, (end - now) / NANOS);
        double kept = Math.min(0.5 * left, 1 + 0.02 * left + measuringSeconds);
        long fitEnd = end - (long) (kept * NANOS);
        double both = Math.max(0, fitEnd - now);
        double times = SLOWER + SLOWER_OF_FURTHER * (members - 1);
        double training = Math.min((1 - SEARCH_SHARE) * both, (1 + times * trainingSeconds) * NANOS);
        long searchEnd = now + (long) (both - training);
        return new Timetable(searchEnd, fitEnd, end);
    }

    /**
     * The same with a search that goes on, once its end has come and it is known how long training takes whoever would win
     * now; empty where that leaves too little.
     *
     * @param now the moment
     * @param trainingSeconds how long the longer one of both last trainings takes
     */
    Optional<Timetable> prolonged(long now, double trainingSeconds) {
        double left = (fitEnd - now) / NANOS;
        double more = left - Math.min(1, UNFORESEEN * left) - SLOWER_THAN_NOW * trainingSeconds;
        return limited() && more > WORTH_IT * left
                ? Optional.of(new Timetable(now + (long) (more * NANOS), fitEnd, end))
                : Optional.empty();
    }

    /** Whether there is one. */
    public boolean limited() {
        return end != Long.MAX_VALUE;
    }
}
