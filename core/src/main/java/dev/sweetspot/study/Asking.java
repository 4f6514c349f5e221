package dev.sweetspot.study;

import dev.sweetspot.trial.History;
import java.time.Duration;
import java.util.Optional;

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
            var beside = decided instanceof Step.Propose wanted && steps.besides(now) && rush.isOn(now, claim)
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
        var answer = step instanceof Step.Nothing nothing
                ? Optional.of(ended(now, nothing.reason()))
                : claims.claimed(step, now, claim);
        rush.took(System.nanoTime() - before);
        return answer;
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
