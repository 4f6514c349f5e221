package dev.sweetspot.surrogate;

import dev.sweetspot.sampler.Question;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.trial.Problem;
import dev.sweetspot.trial.Trial;
import java.util.ArrayList;
import java.util.List;

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
        this.ended = List.copyOf(ended);
        this.paused = List.copyOf(paused);
        this.pending = List.copyOf(pending);
    }

    /** The evidence of a question's history; what its memory holds of earlier versions is not encoded again. */
    public static Evidence of(Question question) {
        var problem = question.problem();
        var encoding = Encoding.of(problem.space());
        var known = question.memory().recall(Known.class, Known.class).filter(before -> before.problem.equals(problem));
        var now = new Known(problem, question.history().size());
        var ended = new ArrayList<Observation>();
        var paused = new ArrayList<Observation>();
        var pending = new ArrayList<double[]>();
        question.history().finished().forEach(trial -> ended.add(now.observe(trial, known.orElse(now), encoding)));
        question.history().paused().forEach(trial -> paused.add(now.observe(trial, known.orElse(now), encoding)));
        question.history().running().forEach(trial -> pending.add(encoding.encode(trial.configuration())));
        question.memory().keep(Known.class, now);
        return new Evidence(problem, ended, paused, pending);
    }

    /** What each trial said when it was last looked at. */
    private static final class Known {
        private final Problem problem;
        private final Observation[] byNumber;

        Known(Problem problem, int trials) {
            this.problem = problem;
            this.byNumber = new Observation[trials];
        }

        Observation observe(Trial trial, Known before, Encoding encoding) {
            int number = trial.number();
            var old = number < before.byNumber.length ? before.byNumber[number] : null;
            var observation = old != null && old.trial().version() == trial.version()
                    ? old
                    : Observation.of(trial, problem, encoding);
            byNumber[number] = observation;
            return observation;
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
