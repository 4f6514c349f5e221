package dev.sweetspot.study;

import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.trial.Origin;
import dev.sweetspot.trial.Start;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds out what a free worker is to do: what was lost, what the scheduler wants, what is worth a repeat, what people gave,
 * what the sampler proposes, in this order; and when it is over.
 */
final class Asking {
    private final Study study;
    private final StudySpec spec;
    private final Outlook outlook;
    private final Claims claims;
    private final Proposer proposer;
    private final Optional<Terminator> terminator;

    Asking(Study study, Outlook outlook, Claims claims, Optional<Terminator> terminator) {
        this.study = study;
        this.spec = study.spec();
        this.outlook = outlook;
        this.claims = claims;
        this.proposer = new Proposer(spec);
        this.terminator = terminator;
    }

    /** Empty when another worker was first and the question has to be asked again. */
    Optional<Ask> once(Claim claim) {
        study.refresh();
        if (outlook.timeLeft(claim)
                .filter(left -> left.isNegative() || left.isZero())
                .isPresent()) {
            boolean ofBudget = spec.budget()
                    .timeLeft(claim.elapsed(), study.now())
                    .filter(left -> left.isNegative() || left.isZero())
                    .isPresent();
            return Optional.of(new Ask.Finished(ofBudget ? usedUp() : "the time is over"));
        }
        var lost = claims.takeOver(claim);
        if (lost.isPresent()) {
            return lost;
        }
        var next = spec.search().scheduler().next(outlook.situation(claim));
        if (next instanceof Scheduler.Next.Resume resume) {
            var trial = study.history().trial(resume.trial());
            var late =
                    proposer.tooLate(outlook.question(claim), trial.number(), claims.beginning(trial), resume.target());
            return late.isPresent()
                    ? Optional.of(ended(late.get()))
                    : claims.goOn(trial, resume.target(), claim, resume.reason());
        }
        if (next instanceof Scheduler.Next.Wait) {
            return Optional.of(ended("the scheduler waits, and nothing runs"));
        }
        if (spec.budget().left(study.history(), claim.elapsed(), study.now()) <= 0) {
            return Optional.of(ended(next instanceof Scheduler.Next.Done done ? done.reason() : usedUp()));
        }
        if (next instanceof Scheduler.Next.Fork fork) {
            return fork(fork, claim);
        }
        if (next instanceof Scheduler.Next.Repeat repeat) {
            return repeat(repeat, spec.search().scheduler().name(), claim);
        }
        var again = spec.search().repeats().next(outlook.question(claim)).filter(repeat -> allowed(repeat.trial()));
        if (again.isPresent()) {
            return repeat(again.get(), "repeats", claim);
        }
        if (next instanceof Scheduler.Next.Done done) {
            return Optional.of(ended(done.reason()));
        }
        var enough = enough(claim);
        return enough.isPresent() ? Optional.of(ended(enough.get())) : start((Scheduler.Next.StartNew) next, claim);
    }

    private String usedUp() {
        return "the budget of " + spec.budget().inWords() + " is used up";
    }

    /** While others still run, their trials may yet have to be taken over. */
    private Ask ended(String reason) {
        return study.history().running().findAny().isPresent() ? new Ask.Wait() : new Ask.Finished(reason);
    }

    private Optional<Ask> start(Scheduler.Next.StartNew begin, Claim claim) {
        int number = study.history().size();
        Configuration configuration;
        Origin origin;
        var given = given(number);
        if (given.isPresent()) {
            configuration = given.get().configuration();
            var late = proposer.tooLate(outlook.question(claim), configuration, 0, begin.target());
            if (late.isPresent()) {
                return Optional.of(ended("a given configuration is not tried: " + late.get()));
            }
            origin = given.get().origin().with(reasons(List.of(), begin));
        } else {
            var answer = proposer.propose(outlook.question(claim), number, begin.target());
            if (!(answer instanceof Proposer.Answer.Chosen chosen)) {
                return Optional.of(ended(((Proposer.Answer.Nothing) answer).reason()));
            }
            configuration = chosen.configuration();
            var of = chosen.origin();
            origin = new Origin(of.sampler(), of.historyVersion(), of.seed(), reasons(of.reasons(), begin));
        }
        return claims.started(number, configuration, origin, Start.FRESH, begin.target(), claim)
                .map(Ask.Run::new);
    }

    /** Why this configuration, and then why so far. */
    private static List<String> reasons(List<String> ofSampler, Scheduler.Next.StartNew begin) {
        return begin.reason().isEmpty()
                ? ofSampler
                : Stream.concat(ofSampler.stream(), Stream.of(begin.reason())).toList();
    }

    /** Whether the configuration of a trial might still be proposed. */
    private boolean allowed(int trial) {
        return study.history().space().isEmpty()
                || Encoding.of(outlook.space())
                        .feasible(study.history().trial(trial).configuration());
    }

    private Optional<Ask> repeat(Scheduler.Next.Repeat repeat, String decider, Claim claim) {
        var given = study.history().trial(repeat.trial());
        var first = study.history().trial(given.repeats().orElse(given.number()));
        var sentence = "Repeat of trial " + first.number() + ": " + repeat.reason();
        var origin = new Origin(decider, study.history().version(), 0, List.of(sentence));
        var start = new Start.Repeat(first.number());
        var late = proposer.tooLate(outlook.question(claim), first.configuration(), 0, repeat.target());
        if (late.isPresent()) {
            return Optional.of(ended("trial " + first.number() + " is not repeated: " + late.get()));
        }
        return claims.started(study.history().size(), first.configuration(), origin, start, repeat.target(), claim)
                .map(Ask.Run::new);
    }

    /** A configuration that a person gave, and how. */
    private record Given(Configuration configuration, Origin origin) {}

    /**
     * What is to be tried before any sampler is asked: what the study was made with, in order, then what was enqueued.
     * What does not belong to the space of now is passed over, or waits.
     */
    private Optional<Given> given(int number) {
        var encoding = Encoding.of(outlook.space());
        if (number < spec.first().size()) {
            var first = encoding.completed(spec.first().get(number));
            if (study.history().space().isEmpty() || encoding.feasible(first)) {
                return Optional.of(new Given(first, Origin.given(number == 0 ? "default" : Origin.ENQUEUED)));
            }
        }
        return study.history().waiting().stream()
                .filter(each -> encoding.feasible(each.configuration()))
                .findFirst()
                .map(each -> new Given(each.configuration(), Origin.of(each)));
    }

    private Optional<Ask> fork(Scheduler.Next.Fork fork, Claim claim) {
        var late = proposer.tooLate(outlook.question(claim), fork.configuration(), fork.from(), fork.target());
        if (late.isPresent()) {
            return Optional.of(ended("a copy of trial " + fork.parent() + " is not begun: " + late.get()));
        }
        var scheduler = spec.search().scheduler().name();
        var origin = new Origin(scheduler, study.history().version(), 0, List.of(fork.reason()));
        var start = new Start.FromCheckpoint(fork.parent(), fork.from());
        return claims.started(study.history().size(), fork.configuration(), origin, start, fork.target(), claim)
                .map(Ask.Run::new);
    }

    /** Why further trials are not worth it; empty when they are, or nobody asked. */
    Optional<String> enough(Claim claim) {
        return terminator.flatMap(judge -> judge.reason(outlook.question(claim), spec.budget()));
    }
}
