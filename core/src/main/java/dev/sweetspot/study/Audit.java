package dev.sweetspot.study;

import dev.sweetspot.store.Artifacts;
import dev.sweetspot.store.Store;
import dev.sweetspot.trial.Event;
import java.util.List;
import java.util.Locale;

/**
 * What is wrong with a study as a store keeps it: nothing, as a rule. Looks at every event, lease and checkpoint, and
 * changes nothing. A study may be looked at while it runs.
 *
 * @param study its name
 * @param events how many were looked at
 * @param trials how many of them began a trial
 * @param acknowledged how many events were known to have been acknowledged
 * @param findings what is wrong
 */
public record Audit(String study, int events, int trials, int acknowledged, List<Finding> findings) {
    /** What is looked at. */
    public enum Check {
        /** What was settled when the study was made can be read. */
        DESCRIPTION("the description can be read"),
        /** Events stand in the order of their positions. */
        POSITIONS("events stand in order"),
        /** Trials have the numbers from 0, each once. */
        NUMBERS("trials are numbered without gaps"),
        /** No trial ended twice. */
        TOLD_ONCE("no trial was told twice"),
        /** Every event is legal in the state before it. */
        LEGAL("every event is legal under the state before it"),
        /** The store's version of each trial is the number of its events. */
        VERSIONS("versions agree with the events"),
        /** Every running trial has a worker that renews its lease. */
        LEASES("every running trial has a worker"),
        /** Every event that a worker saw acknowledged is there. */
        ACKNOWLEDGED("acknowledged events are there"),
        /** The checkpoint of every trial that can be gone on with is there, with its hash. */
        CHECKPOINTS("checkpoints are there and whole"),
        /** No sampler proposed a configuration of a finite space that a trial had had. */
        CONFIGURATIONS("no configuration of a finite space was proposed twice");

        private final String words;

        Check(String words) {
            this.words = words;
        }

        /** What is so when nothing is wrong: "no trial was told twice". */
        public String inWords() {
            return words;
        }

        /** As programs read it: "told_once". */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Something that is wrong.
     *
     * @param sentence what, where, and what may be done about it
     */
    public record Finding(Check check, String sentence) {}

    /** Keeps a copy. */
    public Audit {
        findings = List.copyOf(findings);
    }

    /**
     * Looks at a study.
     *
     * @param acknowledged events that the store is known to have acknowledged, as a {@link Journal} has them; may be empty
     * @throws dev.sweetspot.form.InvalidInputException when there is no study of that name
     */
    public static Audit of(Store store, Artifacts artifacts, String study, List<Event> acknowledged) {
        return new Auditor(store, artifacts, study).audit(acknowledged);
    }

    /** Whether nothing is wrong. */
    public boolean sound() {
        return findings.isEmpty();
    }
}
