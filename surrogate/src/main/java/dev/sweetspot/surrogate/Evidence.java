package dev.sweetspot.surrogate;

import dev.sweetspot.sampler.Question;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that a sampler learns from: the trials of a history in the unit cube of the space.
 *
 * <p>The ended trials stand in the order in which they ended, so that a longer history has those of a shorter one as its
 * beginning; paused ones stand apart, since they may yet go on.
 */
public final class Evidence {
    private final Problem problem;
    private final List<Observation> ended;
    private final List<Observation> paused;
    private final List<double[]> pending;

    private Evidence(Problem problem, List<Observation> ended, List<Observation> paused, List<double[]> pending) {
        this.problem = problem;
        this.ended = ended;
        this.paused = paused;
        this.pending = pending;
    }

    /** The evidence of a question's history; what its memory holds of earlier versions is not encoded again. */
    public static Evidence of(Question question) {
        var problem = question.problem();
        var history = question.history();
        var encoding = Encoding.of(problem.space());
        var known = question.memory()
                .recall(Known.class, Known.class)
                .filter(before -> before.problem.equals(problem))
                .map(before -> before.at(history, encoding))
                .orElseGet(() -> new Known(problem, History.EMPTY, new Observation[0], Map.of()).at(history, encoding));
        question.memory().keep(Known.class, known);
        var pending = new ArrayList<double[]>();
        history.running().forEach(trial -> pending.add(encoding.encode(trial.configuration())));
        return new Evidence(
                problem,
                Collections.unmodifiableList(Arrays.asList(known.ended)),
                List.copyOf(known.paused.values()),
                Collections.unmodifiableList(pending));
    }

    /** What each trial said when it was last looked at: one that has ended says the same for ever. */
    private static final class Known {
        private final Problem problem;
        private final History history;
        /** In the order in which they ended. */
        private final Observation[] ended;
        /** By number. */
        private final Map<Integer, Observation> paused;

        Known(Problem problem, History history, Observation[] ended, Map<Integer, Observation> paused) {
            this.problem = problem;
            this.history = history;
            this.ended = ended;
            this.paused = paused;
        }

        Known at(History now, Encoding encoding) {
            int same = now.finishedAsIn(history);
            var further = now.finishedAfter(same);
            var all = Arrays.copyOf(ended, same + further.size());
            for (int i = 0; i < further.size(); i++) {
                all[same + i] = Observation.of(further.get(i), problem, encoding);
            }
            var aside = new LinkedHashMap<Integer, Observation>();
            now.paused().forEach(trial -> {
                var old = paused.get(trial.number());
                aside.put(
                        trial.number(),
                        old != null && old.trial().version() == trial.version()
                                ? old
                                : Observation.of(trial, problem, encoding));
            });
            return new Known(problem, now, all, aside);
        }
    }

    /** What is sought. */
    public Problem problem() {
        return problem;
    }

    /** Every trial that has ended in whichever way, in the order in which they ended. */
    public List<Observation> ended() {
        return ended;
    }

    /** Every trial that was put aside, in the order of their numbers. */
    public List<Observation> paused() {
        return paused;
    }

    /** The ended trials with a finite loss for every objective, in the order in which they ended. */
    public List<Observation> measured() {
        return ended.stream().filter(Observation::measured).toList();
    }

    /** Where trials run of which nothing final is known; NaN for parameters that are not active. */
    public List<double[]> pending() {
        return pending;
    }
}
