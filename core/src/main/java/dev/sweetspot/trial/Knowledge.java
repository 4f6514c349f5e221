package dev.sweetspot.trial;

import dev.sweetspot.space.Belief;
import dev.sweetspot.space.Configuration;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known before a study begins.
 *
 * @param first configurations to try before any sampler is asked, in order
 * @param beliefs where good values are believed to lie; at most one for each parameter
 * @param related what earlier studies of something like this found
 */
public record Knowledge(List<Configuration> first, List<Belief> beliefs, List<Related> related) {
    /** Nothing. */
    public static final Knowledge NONE = new Knowledge(List.of(), List.of(), List.of());

    /** Keeps copies. */
    public Knowledge {
        first = List.copyOf(first);
        beliefs = List.copyOf(beliefs);
        related = List.copyOf(related);
    }

    /** Configurations to try first, and nothing else. */
    public static Knowledge of(List<Configuration> first) {
        return new Knowledge(first, List.of(), List.of());
    }

    /** The same and these earlier studies. */
    public Knowledge learningFrom(List<Related> earlier) {
        var all = new ArrayList<>(related);
        all.addAll(earlier);
        return new Knowledge(first, beliefs, all);
    }

    /**
     * An earlier study, as far as it can be learnt from: a copy, so that the search can be computed again where that
     * study is not.
     *
     * @param study its name, unique among those given
     * @param results its completed trials, in the order in which they ended
     */
    public record Related(String study, List<Result> results) {
        /** Keeps a copy. */
        public Related {
            results = List.copyOf(results);
        }

        /** The completed trials of a history. */
        public static Related of(String study, History history) {
            return new Related(
                    study,
                    history.completed()
                            .map(trial -> new Result(
                                    trial.configuration(),
                                    ((Outcome.Completed) trial.outcome().orElseThrow()).values()))
                            .toList());
        }
    }

    /** One configuration and what came of it, under the names of the objectives. */
    public record Result(Configuration configuration, Measurements values) {}
}
