package dev.sweetspot.deep.training;

import dev.sweetspot.data.learner.Course;

/**
 * Something that learns epoch by epoch, can be asked what it knows between, and can be written down so that it goes on bit for
 * bit: one network ({@link Training}), or several that learn from each other. Belongs to one thread at a time; whoever makes
 * it closes it.
 */
public interface Session extends Trained {
    /** How far it is, and how far it is planned to go. To be asked only: what learns moves it on itself. */
    Itinerary itinerary();

    @Override
    default double epochs() {
        return itinerary().epochs();
    }

    /** How many epochs are planned. */
    default double plannedEpochs() {
        return itinerary().plannedEpochs();
    }

    /** Plans another length; the schedule follows from the next step on. */
    default void plan(double epochs) {
        itinerary().plan(epochs);
    }

    @Override
    default Course course() {
        return itinerary().course();
    }

    /** Follows a course to its next plan or the end of the epoch; without steps where nothing was left to do. */
    default Training.Progress follow(Course course) throws InterruptedException {
        int steps = itinerary().follow(course);
        return steps > 0 ? advance(steps, Long.MAX_VALUE) : new Training.Progress(0, Double.NaN);
    }

    /** Whether all that was planned is done. */
    default boolean finished() {
        return itinerary().finished();
    }

    /**
     * Goes on to the end of the epoch, but not beyond what was planned, so many steps, or the deadline.
     *
     * @param mostSteps at most so many, at least 1
     * @param deadline on {@link System#nanoTime}, looked at before each step
     * @throws InterruptedException when the thread is interrupted; it can go on afterwards
     */
    default Training.Progress advance(int mostSteps, long deadline) throws InterruptedException {
        return advance(mostSteps, deadline, Watcher.NOBODY);
    }

    /**
     * The same under the eyes of somebody.
     *
     * @throws InterruptedException when the thread is interrupted; it can go on afterwards
     */
    Training.Progress advance(int mostSteps, long deadline, Watcher watcher) throws InterruptedException;

    /**
     * Says what was measured on the validation part after the epoch that was done last.
     *
     * @param loss small is good
     */
    void validated(double loss);

    /** All that it takes to go on. */
    Snapshot snapshot();

    /** What it learns from. */
    Examples examples();
}
