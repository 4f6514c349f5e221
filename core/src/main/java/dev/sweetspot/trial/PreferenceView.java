package dev.sweetspot.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A study as those see it who propose and decide: with one objective where a preference makes one of several, with a limit
 * for each border of a preferred region. This is the one place at which preferences reach samplers and schedulers; none of
 * them has to know of any.
 *
 * <p>A preference of one order adds its score (see {@code docs/ideas/preferences.md}) to what each trial reported and ended
 * with, in the measure of the trials that there are. When that measure changes, so do all scores.
 */
public final class PreferenceView {
    private final Problem stated;
    private final History source;
    private final Problem problem;
    private final History history;
    private final @Nullable Scoring scoring;

    private PreferenceView(
            Problem stated, History source, Problem problem, History history, @Nullable Scoring scoring) {
        this.stated = stated;
        this.source = source;
        this.problem = problem;
        this.history = history;
        this.scoring = scoring;
    }

    /** How a problem and its history look. */
    public static PreferenceView of(Problem stated, History history) {
        return made(stated, history, null);
    }

    /** How they look later; what has not changed is not computed again. */
    public PreferenceView then(Problem laterStated, History later) {
        return laterStated.equals(stated) && later == source ? this : made(laterStated, later, this);
    }

    private static PreferenceView made(Problem stated, History history, @Nullable PreferenceView before) {
        var preference = stated.preference();
        if (preference instanceof Preference.Region region) {
            var limits = new ArrayList<>(stated.constraints());
            limits.addAll(limits(region, stated.objectives()));
            var seen = stated.with(limits).with(new Preference.Reference(region.limits()));
            return new PreferenceView(stated, history, seen, history, null);
        }
        if (!preference.oneOrder()) {
            return new PreferenceView(stated, history, stated, history, null);
        }
        var objective = Objective.minimize(preference.inWords());
        var seen = new Problem(stated.space(), List.of(objective), stated.constraints(), stated.fidelity());
        var scoring = Preferred.scoring(stated, history);
        var known = before != null && scoring.equals(before.scoring) ? before : null;
        var trials = new Scored(stated.objectives(), objective.name(), scoring).all(history, known);
        return new PreferenceView(stated, history, seen, history.with(trials), scoring);
    }

    /** Each border of a region as a limit on its objective, known when a trial has ended. */
    static List<Constraint> limits(Preference.Region region, List<Objective> objectives) {
        var limits = new ArrayList<Constraint>();
        for (var objective : objectives) {
            var limit = region.limits().get(objective.name());
            if (limit != null) {
                var bound = objective.direction() == Direction.MINIMIZE
                        ? Constraint.Bound.AT_MOST
                        : Constraint.Bound.AT_LEAST;
                limits.add(new Constraint(objective.name(), bound, limit, Constraint.Known.AFTER));
            }
        }
        return limits;
    }

    /** What was stated. */
    public Problem stated() {
        return stated;
    }

    /** What is seen. */
    public Problem problem() {
        return problem;
    }

    /** The history as it is seen: the same trials in the same states, at the same version. */
    public History history() {
        return history;
    }

    /** Whether what was computed from the history of another view holds in this one as well. */
    public boolean hasMeasureOf(PreferenceView other) {
        return Objects.equals(scoring, other.scoring);
    }

    /** What earlier studies found, with scores: each in the measure of its own results. */
    public Knowledge seen(Knowledge knowledge) {
        if (!stated.preference().oneOrder() || knowledge.related().isEmpty()) {
            return knowledge;
        }
        return new Knowledge(
                knowledge.first(),
                knowledge.beliefs(),
                knowledge.related().stream().map(this::scored).toList());
    }

    private Knowledge.Related scored(Knowledge.Related related) {
        var own = Scoring.of(
                stated.preference(),
                stated.objectives(),
                Scoring.losses(
                        stated.objectives(),
                        related.results().stream().map(Knowledge.Result::values).toList()));
        var scored = new Scored(stated.objectives(), problem.objectives().get(0).name(), own);
        return new Knowledge.Related(
                related.study(),
                related.results().stream()
                        .map(result -> new Knowledge.Result(result.configuration(), scored.of(result.values())))
                        .toList());
    }

    /** Puts scores to what trials gave. */
    private record Scored(List<Objective> objectives, String name, Scoring scoring) {
        PersistentList<Trial> all(History history, @Nullable PreferenceView before) {
            int common = before == null ? 0 : Math.min(history.size(), before.source.size());
            var trials = new PersistentList<Trial>();
            for (int i = 0; i < history.size(); i++) {
                var trial = history.trial(i);
                trials = trials.appended(
                        before != null && i < common && same(before.source.trial(i), trial)
                                ? before.history.trial(i)
                                : of(trial));
            }
            return trials;
        }

        /** A change of the space gives a trial values without an event of its own. */
        private static boolean same(Trial one, Trial other) {
            return one.version() == other.version() && one.configuration().equals(other.configuration());
        }

        private Trial of(Trial trial) {
            var state = trial.state() instanceof TrialState.Finished finished
                    ? new TrialState.Finished(of(finished.outcome()))
                    : trial.state();
            return new Trial(
                    trial.number(),
                    trial.version(),
                    trial.configuration(),
                    trial.origin(),
                    trial.start(),
                    state,
                    of(trial.curve()),
                    trial.startedAt(),
                    trial.seconds(),
                    trial.threads(),
                    trial.numericMode(),
                    trial.checkpoint(),
                    trial.losses(),
                    trial.stints());
        }

        private Outcome of(Outcome outcome) {
            if (outcome instanceof Outcome.Completed completed) {
                return new Outcome.Completed(of(completed.values()));
            }
            if (outcome instanceof Outcome.StoppedEarly stopped) {
                return new Outcome.StoppedEarly(of(stopped.values()), stopped.reason());
            }
            if (outcome instanceof Outcome.OverLimit over) {
                return new Outcome.OverLimit(over.constraint(), over.value(), of(over.values()));
            }
            return outcome;
        }

        Measurements of(Measurements values) {
            double score = scoring.score(Scoring.losses(objectives, values));
            return Double.isNaN(score) ? values : values.and(name, score);
        }

        /** A report that leaves an objective out has the value of the one before. */
        private Curve of(Curve curve) {
            if (curve.size() == 0) {
                return curve;
            }
            var losses = new double[objectives.size()];
            Arrays.fill(losses, Double.NaN);
            var scores = new double[curve.size()];
            for (int i = 0; i < scores.length; i++) {
                for (int k = 0; k < losses.length; k++) {
                    double loss =
                            objectives.get(k).loss(curve.value(objectives.get(k).name(), i));
                    losses[k] = Double.isNaN(loss) ? losses[k] : loss;
                }
                scores[i] = scoring.score(losses);
            }
            return curve.with(name, scores);
        }
    }
}
