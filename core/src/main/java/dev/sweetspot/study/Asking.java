package dev.sweetspot.study;

import dev.sweetspot.trial.History;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Finds out what a free worker is to do, and claims it for him: what was lost first, then what is decided as of all that has
 * happened.
 */
final class Asking implements Asker {
    /** While many ask, not each of them looks what other processes have done. */
    private static final Duration SOON = Duration.ofMillis(50);

    /** With so many workers a proposal does without so many results anyway that one more does not matter. */
    private static final int MANY = 8;

    private final Study study;
    private final Outlook outlook;
    private final Claims claims;
    private final Steps steps;
    private final Rush rush = new Rush();
    private final Crowd crowd = new Crowd();
    /** How many threads of this process are about to be given something. */
    private final AtomicInteger asking = new AtomicInteger();
    /** Held by whoever decides: one after the other, so that each sees what the last one did. */
    private final Object deciding = new Object();

    Asking(Study study, Outlook outlook, Claims claims, Steps steps) {
        this.study = study;
        this.outlook = outlook;
        this.claims = claims;
        this.steps = steps;
    }

    @Override
    public Optional<Ask> once(Claim claim, Ending ending) {
        asking.incrementAndGet();
        try {
            return asOfNow(claim, ending);
        } finally {
            asking.decrementAndGet();
        }
    }

    private Optional<Ask> asOfNow(Claim claim, Ending ending) {
        if (!bears(claim)) {
            ending.await();
        }
        Begun begun;
        synchronized (deciding) {
            // Looked at before the history is: what was on its way then may be missing in it, nothing else can be.
            boolean calm = !rush.isUnderway();
            var history = calm ? study.refresh() : study.refresh(SOON);
            var over = Asker.ordered(history).or(() -> late(claim));
            if (over.isPresent()) {
                return over;
            }
            var lost = claims.takeOver(claim);
            if (lost.isPresent()) {
                return lost;
            }
            // What was given up on has ended.
            var now = study.history();
            var meanwhile = Asker.ordered(now);
            if (meanwhile.isPresent()) {
                return meanwhile;
            }
            long before = System.nanoTime();
            var decided = steps.decided(now, claim);
            // Of several numbers the store chooses one: nothing else may be on its way from here.
            boolean amongOthers = calm && crowd.isOn() && asking.get() == 1 && ending.settled();
            var beside = decided instanceof Step.Propose wanted
                            && steps.besides(now)
                            && !amongOthers
                            && rush.isOn(now, claim)
                    ? beside(now, wanted, claim, calm)
                    : Optional.<Step.Begin>empty();
            if (beside.isEmpty()) {
                if (calm && ending.settled()) {
                    return alone(now, decided, claim, before);
                }
                ending.await();
                rush.settle();
                return Optional.empty();
            }
            var appending = claims.beginning(beside.get(), now.decisionVersion(), claim);
            rush.enqueued(beside.get());
            begun = new Begun(beside.get(), appending, before);
        }
        return settled(begun, claim, ending);
    }

    /** Whether a worker may ask while the end of his last trial is on its way: among many, one result more or less is little. */
    private boolean bears(Claim claim) {
        var seen = study.history();
        return claim.parallelism() >= MANY && steps.besides(seen) && rush.isOn(seen, claim);
    }

    /** A trial whose beginning others append. */
    private record Begun(Step.Begin begin, Appending appending, long before) {}

    /** The trial that may begin while others do; empty when it has to be decided alone. */
    private Optional<Step.Begin> beside(History now, Step.Propose wanted, Claim claim, boolean calm) {
        int number = rush.next(now, outlook.means(now, claim).trialsLeft(), calm);
        return number >= 0 && steps.proposed(now, wanted, number, claim) instanceof Step.Begin begin && !rush.has(begin)
                ? Optional.of(begin)
                : Optional.empty();
    }

    /** Nobody else asks meanwhile: he who does next sees what came of it. */
    private Optional<Ask> alone(History now, Step decided, Claim claim, long before) {
        var step = decided instanceof Step.Propose wanted ? steps.proposed(now, wanted, now.size(), claim) : decided;
        var either = decided instanceof Step.Propose wanted && step instanceof Step.Begin first && steps.besides(now)
                ? either(now, wanted, first, claim, System.nanoTime() - before)
                : List.<Step.Begin>of();
        var answer = either.size() > 1 ? oneOf(either, now, claim) : only(step, now, claim);
        rush.took(System.nanoTime() - before);
        return answer;
    }

    private Optional<Ask> only(Step step, History now, Claim claim) {
        if (step instanceof Step.Nothing nothing) {
            return Optional.of(ended(now, nothing.reason()));
        }
        var answer = claims.claimed(step, now, claim);
        crowd.asked(answer.isPresent());
        return answer;
    }

    /** What is proposed, and where other processes are likely to be first what is proposed for the numbers after it. */
    private List<Step.Begin> either(History now, Step.Propose wanted, Step.Begin first, Claim claim, long nanosOfOne) {
        var either = new ArrayList<Step.Begin>(List.of(first));
        int most = Math.min(
                crowd.proposals(nanosOfOne),
                outlook.means(now, claim).trialsLeft().orElse(Integer.MAX_VALUE));
        while (either.size() < most) {
            var step = steps.proposed(now, wanted, now.size() + either.size(), claim);
            if (!(step instanceof Step.Begin next)) {
                break;
            }
            either.add(next);
        }
        return either;
    }

    private Optional<Ask> oneOf(List<Step.Begin> either, History now, Claim claim) {
        var begun = claims.begunOne(either, now, claim);
        crowd.asked(
                begun.filter(trial -> trial.number() == either.get(0).number()).isPresent());
        return begun.map(Ask.Run::new);
    }

    /** Others ask while this one's beginning becomes durable. */
    private Optional<Ask> settled(Begun begun, Claim claim, Ending ending) {
        boolean well = false;
        try {
            var trial = claims.settled(begun.begin(), begun.appending(), claim);
            well = trial.isPresent();
            ending.await();
            return trial.map(Ask.Run::new);
        } finally {
            rush.took(System.nanoTime() - begun.before());
            rush.end(well);
            crowd.asked(well);
        }
    }

    private Optional<Ask> late(Claim claim) {
        if (outlook.timeLeft(claim)
                .filter(left -> left.isNegative() || left.isZero())
                .isEmpty()) {
            return Optional.empty();
        }
        boolean ofBudget = study.spec()
                .budget()
                .timeLeft(claim.elapsed(), study.now())
                .filter(left -> left.isNegative() || left.isZero())
                .isPresent();
        return Optional.of(new Ask.Finished(ofBudget ? steps.usedUp(study.history()) : "the time is over"));
    }

    /** While others still run, their trials may yet have to be taken over. */
    private static Ask ended(History history, String reason) {
        return history.running().findAny().isPresent() ? new Ask.Wait() : new Ask.Finished(reason);
    }
}
