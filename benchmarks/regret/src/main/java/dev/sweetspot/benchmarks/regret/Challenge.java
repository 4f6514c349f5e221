package dev.sweetspot.benchmarks.regret;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Problem;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A problem to search, with what it takes to try a configuration. Everything is minimised.
 *
 * @param name unique among all challenges
 * @param problem what is sought; with parts of a trial in a multi-fidelity challenge
 * @param trial what a configuration gives
 * @param sets by which it can be chosen: "core", "cond", "synthetic"
 * @param others the same with other data, where there are such: what earlier studies could have been about
 */
public record Challenge(String name, Problem problem, Trial trial, Set<String> sets, Supplier<List<Challenge>> others) {
    /** Under this name a trial measures how long it would have taken, where that is known. */
    public static final String SECONDS = "seconds";

    /** Keeps a copy. */
    public Challenge {
        sets = Set.copyOf(sets);
    }

    /** One of a kind. */
    public Challenge(String name, Problem problem, Trial trial, Set<String> sets) {
        this(name, problem, trial, sets, List::of);
    }

    /** The same with other data; empty when there is nothing of the kind. */
    public List<Challenge> related() {
        return others.get();
    }

    /** What a configuration gives. */
    @FunctionalInterface
    public interface Trial {
        /** The values of objectives and constraints at a fidelity; always the same for the same arguments. */
        Measurements at(Configuration configuration, double fidelity);
    }

    /** What is measured, and so which currency its budget has. */
    public enum Kind {
        /** The best value of one objective after so many trials. */
        SINGLE,
        /** The missing hypervolume of several objectives after so many trials. */
        SEVERAL,
        /** The best value of one objective after so many epochs, counted in full trainings. */
        FIDELITY,
        /** What is missing after so many trials, and how many epochs they took. */
        SAVING,
        /** The best value of one objective after so many seconds, counted in trainings of median length. */
        CLOCK
    }

    /** What is measured, where nobody asks for what was saved. */
    public Kind kind() {
        if (problem.objectives().size() > 1) {
            return Kind.SEVERAL;
        }
        return parts() ? Kind.FIDELITY : Kind.SINGLE;
    }

    /** Whether a part of a trial can be run. */
    public boolean parts() {
        return problem.fidelity().most() > problem.fidelity().least();
    }

    /** The values of the objectives in their order. */
    public double[] losses(Measurements values) {
        return problem.objectives().stream()
                .mapToDouble(objective ->
                        objective.loss(values.find(objective.name()).orElse(Double.NaN)))
                .toArray();
    }

    /** Whether all limits are kept. */
    public boolean keepsLimits(Measurements values) {
        return problem.constraints().stream()
                .allMatch(limit -> limit.keeps(values.find(limit.name()).orElse(Double.NaN)));
    }
}
