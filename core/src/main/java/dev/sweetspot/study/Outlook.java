package dev.sweetspot.study;

import dev.sweetspot.sampler.Memory;
import dev.sweetspot.sampler.Question;
import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.space.Belief;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Knowledge;
import dev.sweetspot.trial.Means;
import dev.sweetspot.trial.PreferenceView;
import dev.sweetspot.trial.Problem;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What samplers and schedulers are told of a study: the problem in the space of now, what happened, what may still be used,
 * and what was computed before.
 */
final class Outlook {
    private final StudySpec spec;
    private final InstantSource clock;
    private volatile Remembered remembered = new Remembered(0, new Memory());
    private volatile PreferenceView view;

    /** What was computed in one and the same space: what a memory keeps counts in that alone. */
    private record Remembered(int changes, Memory memory) {}

    Outlook(StudySpec spec, InstantSource clock) {
        this.spec = spec;
        this.clock = clock;
        this.view = PreferenceView.of(spec.problem(), History.EMPTY);
    }

    /** What can be chosen: what people settled, and what trials have asked for as they ran. */
    SearchSpace space(History history) {
        var space = history.space().orElse(spec.space());
        for (var dimension : history.met().dimensions()) {
            if (space.find(dimension.parameter().name()).isEmpty()) {
                space = space.with(dimension);
            }
        }
        return space;
    }

    /** What a scheduler looks at. */
    Scheduler.Situation situation(History history, Claim claim) {
        var seen = view.then(problem(history), history);
        view = seen;
        return new Scheduler.Situation(seen, means(history, claim));
    }

    /** The same, of a history beside the one that goes on. */
    Scheduler.Situation lone(History history, Claim claim) {
        return new Scheduler.Situation(PreferenceView.of(problem(history), history), means(history, claim));
    }

    /** What a sampler is asked. */
    Question question(History history, Claim claim) {
        return question(history, means(history, claim));
    }

    /** The same of who has so much left. */
    Question question(History history, Means means) {
        int changes = history.changes().size();
        var known = remembered;
        if (known.changes() != changes) {
            known = new Remembered(changes, new Memory());
            remembered = known;
        }
        return new Question(problem(history), history, means, knowledge(history), known.memory());
    }

    /** What is sought, in the space of now. */
    Problem problem(History history) {
        return spec.problem().in(space(history));
    }

    /** What was known before the study began, in the space of now. */
    private Knowledge knowledge(History history) {
        var known = spec.knowledge();
        return history.space().isEmpty()
                ? known
                : new Knowledge(
                        known.first(), Belief.inSpace(known.beliefs(), spec.space(), space(history)), known.related());
    }

    /** How much the study may use, as people decided last. */
    Budget budget(History history) {
        var trials = history.trialsAllowed();
        return trials.isPresent() ? spec.budget().allowing(trials.getAsInt()) : spec.budget();
    }

    /** What may still be used. */
    Means means(History history, Claim claim) {
        var timeLeft = timeLeft(claim);
        return new Means(
                budgetLeft(history, claim),
                timeLeft.isPresent() ? OptionalDouble.of(timeLeft.get().toNanos() / 1e9) : OptionalDouble.empty(),
                claim.parallelism(),
                budget(history).trialsLeft(history),
                spec.budget().fidelityLeft(history));
    }

    /** Until the study's time is over, or the worker has to leave. */
    Optional<Duration> timeLeft(Claim claim) {
        return Stream.of(spec.budget().timeLeft(claim.elapsed(), clock.instant()), claim.timeLeft())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** The share of the study's budget that is left, from 1 to 0. */
    double budgetShare(History history, Claim claim) {
        return budget(history).left(history, claim.elapsed(), clock.instant());
    }

    private OptionalDouble budgetLeft(History history, Claim claim) {
        var known = budget(history).known(history, claim.elapsed(), clock.instant());
        if (claim.timeLeft().isEmpty()) {
            return known;
        }
        double ahead = claim.timeLeft().get().toNanos();
        double share = ahead / Math.max(1, ahead + claim.elapsed().toNanos());
        return OptionalDouble.of(Math.min(known.orElse(1), share));
    }
}
