package dev.sweetspot.study;

import dev.sweetspot.choice.NoRepeats;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Origin;
import dev.sweetspot.trial.Start;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides what is to be done next: what the scheduler wants, what is worth a repeat, what people gave, what the sampler
 * proposes, in this order; and when it is over. Looks at a history and changes nothing.
 */
final class Steps {
    private final StudySpec spec;
    private final Outlook outlook;
    private final Proposer proposer;
    private final Optional<Terminator> terminator;

    Steps(StudySpec spec, Outlook outlook, Optional<Terminator> terminator) {
        this.spec = spec;
        this.outlook = outlook;
        this.proposer = new Proposer(spec);
        this.terminator = terminator;
    }

    /** What is next after what happened in a history. */
    Step next(History history, Claim claim) {
        var step = decided(history, claim);
        return step instanceof Step.Propose wanted ? proposed(history, wanted, history.size(), claim) : step;
    }

    /** The same as far as no sampler has to be asked. */
    Step decided(History history, Claim claim) {
        var next = spec.search().scheduler().next(outlook.situation(history, claim));
        if (next instanceof Scheduler.Next.Resume resume) {
            var trial = history.trial(resume.trial());
            var late = proposer.tooLate(
                    outlook.question(history, claim),
                    trial.number(),
                    Claims.beginning(history, trial),
                    resume.target());
            return late.<Step>map(Step.Nothing::new)
                    .orElseGet(
                            () -> new Step.GoOn(resume.trial(), resume.target(), resume.reason(), history.version()));
        }
        if (next instanceof Scheduler.Next.Wait) {
            return new Step.Nothing("the scheduler waits, and nothing runs");
        }
        if (outlook.budgetShare(history, claim) <= 0) {
            return new Step.Nothing(next instanceof Scheduler.Next.Done done ? done.reason() : usedUp(history));
        }
        if (next instanceof Scheduler.Next.Fork fork) {
            return fork(history, fork, claim);
        }
        if (next instanceof Scheduler.Next.Repeat repeat) {
            return repeat(history, repeat, spec.search().scheduler().name(), claim);
        }
        var again = spec.search()
                .repeats()
                .next(outlook.question(history, claim))
                .filter(repeat -> allowed(history, repeat.trial()));
        if (again.isPresent()) {
            return repeat(history, again.get(), "repeats", claim);
        }
        if (next instanceof Scheduler.Next.Done done) {
            return new Step.Nothing(done.reason());
        }
        var enough = enough(history, claim);
        return enough.<Step>map(Step.Nothing::new)
                .orElseGet(() -> begin(history, (Scheduler.Next.StartNew) next, claim));
    }

    /**
     * Whether new trials can be begun beside each other: each is to run to its end, and none decides whether another begins,
     * but for their number.
     */
    boolean besides(History history) {
        var search = spec.search();
        return (spec.fidelity().least() == spec.fidelity().most() || search.scheduler() instanceof RunToTheEnd)
                && search.repeats() instanceof NoRepeats
                && terminator.isEmpty()
                && spec.budget().fidelityLeft(history).isEmpty()
                && !outlook.space(history).parameters().isEmpty()
                && outlook.space(history).parameters().stream().anyMatch(RealParameter.class::isInstance);
    }

    String usedUp(History history) {
        return "the budget of " + outlook.budget(history).inWords() + " is used up";
    }

    private Step begin(History history, Scheduler.Next.StartNew begin, Claim claim) {
        int number = history.size();
        var given = given(history, number);
        if (given.isPresent()) {
            var configuration = given.get().configuration();
            var late = proposer.tooLate(outlook.question(history, claim), configuration, 0, begin.target());
            if (late.isPresent()) {
                return new Step.Nothing("a given configuration is not tried: " + late.get());
            }
            var origin = given.get().origin().with(reasons(List.of(), begin.reason()));
            return new Step.Begin(number, configuration, origin, Start.FRESH, begin.target());
        }
        return new Step.Propose(begin.target(), begin.reason());
    }

    /** Asks the sampler for the trial of that number: the next one, or one of those after it. */
    Step proposed(History history, Step.Propose begin, int number, Claim claim) {
        var answer = proposer.propose(outlook.question(history, claim), number, begin.target());
        if (!(answer instanceof Proposer.Answer.Chosen chosen)) {
            return new Step.Nothing(((Proposer.Answer.Nothing) answer).reason());
        }
        var origin = chosen.origin().with(reasons(chosen.origin().reasons(), begin.reason()));
        return new Step.Begin(number, chosen.configuration(), origin, Start.FRESH, begin.target());
    }

    /** Why this configuration, and then why so far. */
    private static List<String> reasons(List<String> ofSampler, String ofScheduler) {
        return ofScheduler.isEmpty()
                ? ofSampler
                : Stream.concat(ofSampler.stream(), Stream.of(ofScheduler)).toList();
    }

    /** Whether the configuration of a trial might still be proposed. */
    private boolean allowed(History history, int trial) {
        return history.space().isEmpty()
                || Encoding.of(outlook.space(history))
                        .feasible(history.trial(trial).configuration());
    }

    private Step repeat(History history, Scheduler.Next.Repeat repeat, String decider, Claim claim) {
        var given = history.trial(repeat.trial());
        var first = history.trial(given.repeats().orElse(given.number()));
        var sentence = "Repeat of trial " + first.number() + ": " + repeat.reason();
        var origin = new Origin(decider, history.version(), 0, List.of(sentence));
        var start = new Start.Repeat(first.number());
        var late = proposer.tooLate(outlook.question(history, claim), first.configuration(), 0, repeat.target());
        if (late.isPresent()) {
            return new Step.Nothing("trial " + first.number() + " is not repeated: " + late.get());
        }
        return new Step.Begin(history.size(), first.configuration(), origin, start, repeat.target());
    }

    /** A configuration that a person gave, and how. */
    private record Given(Configuration configuration, Origin origin) {}

    /**
     * What is to be tried before any sampler is asked: what the study was made with, in order, then what was enqueued.
     * What does not belong to the space of now is passed over, or waits.
     */
    private Optional<Given> given(History history, int number) {
        var encoding = Encoding.of(outlook.space(history));
        if (number < spec.first().size()) {
            var first = encoding.completed(spec.first().get(number));
            if (history.space().isEmpty() || encoding.feasible(first)) {
                return Optional.of(new Given(first, Origin.given(number == 0 ? "default" : Origin.ENQUEUED)));
            }
        }
        return history.waiting().stream()
                .filter(each -> encoding.feasible(each.configuration()))
                .findFirst()
                .map(each -> new Given(each.configuration(), Origin.of(each)));
    }

    private Step fork(History history, Scheduler.Next.Fork fork, Claim claim) {
        var late = proposer.tooLate(outlook.question(history, claim), fork.configuration(), fork.from(), fork.target());
        if (late.isPresent()) {
            return new Step.Nothing("a copy of trial " + fork.parent() + " is not begun: " + late.get());
        }
        var scheduler = spec.search().scheduler().name();
        var origin = new Origin(scheduler, history.version(), 0, List.of(fork.reason()));
        var start = new Start.FromCheckpoint(fork.parent(), fork.from());
        return new Step.Begin(history.size(), fork.configuration(), origin, start, fork.target());
    }

    /** Why further trials are not worth it; empty when they are, or nobody asked. */
    Optional<String> enough(History history, Claim claim) {
        return terminator.flatMap(judge -> judge.reason(outlook.question(history, claim), outlook.budget(history)));
    }
}
