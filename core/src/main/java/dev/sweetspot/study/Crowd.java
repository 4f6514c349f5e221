package dev.sweetspot.study;

/**
 * Whether workers of other processes often claim a number while this one asks. A proposal is made for one number; then
 * several are made, each for a number of its own, and one of them is claimed: whichever has the next number when it comes to it.
 * It does not see the trials that others began meanwhile; it says which history it saw, so it can be computed again. To be
 * refused and to propose again costs a wait for the store each time, and of four processes that do little else each is refused
 * more than once for a trial. What threads of one process begin at the same time is the matter of {@link Rush}.
 */
final class Crowd {
    /** As many as may be begun while one waits for the store; with more workers some are still refused. */
    private static final int PROPOSALS = 4;
    /** Samplers that think longer would think for nothing most of the time. */
    private static final long CHEAP_NANOS = 1_000_000;
    /** For so many questions it is remembered that another was first. */
    private static final int REMEMBERED = 16;

    private int remembered;

    /** @param first whether the number that was seen to be the next was still free */
    synchronized void asked(boolean first) {
        remembered = first ? Math.max(0, remembered - 1) : REMEMBERED;
    }

    /** Whether others are likely to be first. */
    synchronized boolean isOn() {
        return remembered > 0;
    }

    /** How many are to be proposed at once, when one has taken so long. */
    synchronized int proposals(long nanosOfOne) {
        return isOn() && nanosOfOne < CHEAP_NANOS ? PROPOSALS : 1;
    }
}
