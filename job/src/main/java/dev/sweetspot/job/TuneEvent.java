package dev.sweetspot.job;

import dev.sweetspot.study.Glimpse;
import dev.sweetspot.trial.Event;

/** What happens during a job, for whoever shows it. */
public sealed interface TuneEvent {
    /**
     * A step of the errand began.
     *
     * @param sentence what, for people
     */
    record Began(Step step, String sentence) implements TuneEvent {}

    /** Something happened to a trial; it is durable. */
    record Trial(Event event) implements TuneEvent {}

    /** What a trial is at between two reports; it is kept nowhere. */
    record Glimpsed(Glimpse glimpse) implements TuneEvent {}

    /** A final training came further. */
    record Fitting(String what, double epochs, double planned) implements TuneEvent {}

    /**
     * The search had nothing more to do before its time was over.
     *
     * @param reason why, for people
     */
    record Ended(String reason) implements TuneEvent {}

    /** Something befell the workers of this process: a thread that hangs, a trial that another has now. */
    record Noticed(String sentence) implements TuneEvent {}

    /** The steps of the errand. */
    enum Step {
        /** Trials run. */
        SEARCH,
        /** The winner and the default are trained again. */
        FIT,
        /** Both are measured on the test part. */
        MEASURE
    }
}
