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
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What samplers and schedulers are told of a study: the problem in the space of now, what happened, what may still be used,
 * and what was computed before.
 */
final class Outlook {
    private final StudySpec spec;
    private final Supplier<History> history;
    private final InstantSource clock;
    private volatile Remembered remembered = new Remembered(0, new Memory());
    private volatile PreferenceView view;

    /** What was computed in one and the same space: what a memory keeps counts in that alone. */
    private record Remembered(int changes, Memory memory) {}

    /** @param history gives what the worker last saw */
    Outlook(StudySpec spec, Supplier<History> history, InstantSource clock) {
        this.spec = spec;
        this.history = history;
        this.clock = clock;
        this.view = PreferenceView.of(spec.problem(), History.EMPTY);
    }

    /** What can be chosen: what people settled, and what trials have asked for as they ran. */
    SearchSpace space() {
        var seen = history.get();
        var space = seen.space().orElse(spec.space());
        for (var dimension : seen.met().dimensions()) {
            if (space.find(dimension.parameter().name()).isEmpty()) {
                space = space.with(dimension);
            }
        }
        return space;
    }

    /** What a scheduler looks at. */
    Scheduler.Situation situation(Claim claim) {
        var seen = view.then(problem(), history.get());
        view = seen;
        return new Scheduler.Situation(seen, means(claim));
    }

    /** What a sampler is asked. */
    Question question(Claim claim) {
        int changes = history.get().changes().size();
        if (remembered.changes() != changes) {
            remembered = new Remembered(changes, new Memory());
        }
        return new Question(problem(), history.get(), means(claim), knowledge(), remembered.memory());
    }

    /** What is sought, in the space of now. */
    Problem problem() {
        return spec.problem().in(space());
    }

    /** What was known before the study began, in the space of now. */
    private Knowledge knowledge() {
        var known = spec.knowledge();
        return history.get().space().isEmpty()
                ? known
                : new Knowledge(known.first(), Belief.inSpace(known.beliefs(), spec.space(), space()), known.related());
    }

    private Means means(Claim claim) {
        var timeLeft = timeLeft(claim);
        return new Means(
                budgetLeft(claim),
                timeLeft.isPresent() ? OptionalDouble.of(timeLeft.get().toNanos() / 1e9) : OptionalDouble.empty(),
                claim.parallelism(),
                spec.budget().trialsLeft(history.get()),
                spec.budget().fidelityLeft(history.get()));
    }

    /** Until the study's time is over, or the worker has to leave. */
    Optional<Duration> timeLeft(Claim claim) {
        return Stream.of(spec.budget().timeLeft(claim.elapsed(), clock.instant()), claim.timeLeft())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private OptionalDouble budgetLeft(Claim claim) {
        var known = spec.budget().known(history.get(), claim.elapsed(), clock.instant());
        if (claim.timeLeft().isEmpty()) {
            return known;
        }
        double ahead = claim.timeLeft().get().toNanos();
        double share = ahead / Math.max(1, ahead + claim.elapsed().toNanos());
        return OptionalDouble.of(Math.min(known.orElse(1), share));
    }
}
