package dev.sweetspot.classic.family;

/**
 * With what a model is fitted.
 *
 * @param seed of all that is drawn
 * @param threads how many it may use; the model is the same to the last bit whatever the number
 * @param watch asked after each step
 */
public record Effort(long seed, int threads, Watch watch) {
    /** Who watches a fit. */
    @FunctionalInterface
    public interface Watch {
        /** Nobody does. */
        Watch NOBODY = (done, planned) -> true;

        /**
         * Asked after each step of a fit that has steps: rounds of boosting, passes over the rows.
         *
         * @param done steps so far, at least 1
         * @param planned how many there are to be, at most
         * @return whether to go on; if not, the model is what it is by then
         * @throws InterruptedException when the whole fit is not wanted any more
         */
        boolean goOn(int done, int planned) throws InterruptedException;
    }
}
