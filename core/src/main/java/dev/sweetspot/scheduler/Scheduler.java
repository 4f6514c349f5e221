package dev.sweetspot.scheduler;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Means;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.PreferenceView;
import dev.sweetspot.trial.Problem;
import java.util.List;

/**
 * Decides what runs next and for how long. Pure in its arguments, like a sampler: no store, no clock, no state; one
 * record an algorithm.
 */
public interface Scheduler {
    /** As people write it: "median". */
    String name();

    /** One sentence: what it does and when to use it. */
    String help();

    /** What a free worker is to do. */
    Next next(Situation situation);

    /** What becomes of a running trial that has just reported; its report is the last of its curve in the history. */
    Verdict judge(Situation situation, int trial);

    /**
     * What a scheduler looks at. A preference among several objectives is at work in it already, see
     * {@link PreferenceView}.
     *
     * @param problem what is sought
     * @param history with the running trials in it
     * @param means what may still be used
     * @param stated what is sought as it was stated, with all objectives
     */
    record Situation(Problem problem, History history, Means means, Problem stated) {
        /** What is sought as it was stated, and what happened. */
        public Situation(Problem stated, History history, Means means) {
            this(PreferenceView.of(stated, history), means);
        }

        /** As a preference sees it. */
        public Situation(PreferenceView view, Means means) {
            this(view.problem(), view.history(), means, view.stated());
        }

        /** At least one. */
        public List<Objective> objectives() {
            return problem.objectives();
        }

        /** May be empty. */
        public List<Constraint> constraints() {
            return problem.constraints();
        }

        /** How much of a trial can be run. */
        public Fidelity fidelity() {
            return problem.fidelity();
        }
    }

    /** What a free worker is to do. */
    sealed interface Next {
        /**
         * Start a new trial of a configuration that the sampler proposes.
         *
         * @param target the fidelity to run to
         * @param reason why so far, as a sentence that people read; empty where there is nothing to tell
         */
        record StartNew(double target, String reason) implements Next {
            /** Of which there is nothing to tell. */
            public StartNew(double target) {
                this(target, "");
            }
        }

        /**
         * Go on with a paused trial.
         *
         * @param target the fidelity to run to, above the one that it reached
         * @param reason why this one, in words that people read
         */
        record Resume(int trial, double target, String reason) implements Next {
            /** Of which there is nothing to tell. */
            public Resume(int trial, double target) {
                this(trial, target, "resumed");
            }
        }

        /**
         * Start a new trial from the checkpoint that a paused trial left, with a configuration of the scheduler's own: how
         * a population passes on what it has learnt.
         *
         * @param parent whose checkpoint it is
         * @param from how far the parent has come with it
         * @param target the fidelity to run to, above {@code from}
         * @param reason why, as a sentence that people read
         */
        record Fork(int parent, double from, Configuration configuration, double target, String reason)
                implements Next {}

        /**
         * Start a new trial that repeats another one: the same configuration with another seed, from nothing. It runs to its
         * target whatever the scheduler says of its reports.
         *
         * @param trial which is not running, and did not begin from a checkpoint of another; of a repeat, the trial that
         *     it repeats is meant
         * @param target the fidelity to run to
         * @param reason why, as a sentence that people read
         */
        record Repeat(int trial, double target, String reason) implements Next {}

        /** Nothing can be decided before a running trial reports. */
        record Wait() implements Next {}

        /** There is nothing left to do. */
        record Done(String reason) implements Next {}
    }

    /** What becomes of a running trial. */
    sealed interface Verdict {
        /** It goes on. */
        record Continue() implements Verdict {}

        /** It is put aside, to be gone on with perhaps. */
        record Pause(String reason) implements Verdict {}

        /** It ends here. */
        record Stop(String reason) implements Verdict {}

        /** It goes on. */
        Verdict CONTINUE = new Continue();
    }
}
