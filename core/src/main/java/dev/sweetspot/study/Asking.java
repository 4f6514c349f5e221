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

    private final Study study;
    private final Outlook outlook;
    private final Claims claims;
    private final Steps steps;
    private final Rush rush = new Rush();

    Asking(Study study, Outlook outlook, Claims claims, Steps steps) {
        this.study = study;
        this.outlook = outlook;
        this.claims = claims;
        this.steps = steps;
    }

    @Override
    public Optional<Ask> once(Claim claim) {
        Step.Begin begin;
        Appending appending;
        long before;
        synchronized (rush) {
            var history = rush.isUnderway() ? study.refresh(SOON) : study.refresh();
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
            before = System.nanoTime();
            var decided = steps.decided(now, claim);
            boolean beside = decided instanceof Step.Propose && steps.besides(now) && rush.isOn(now, claim);
            if (!beside) {
                return rush.settles() ? Optional.empty() : alone(now, decided, claim, before);
            }
            int number = rush.next(now, outlook.means(now, claim).trialsLeft());
            var step = number < 0
                    ? new Step.Nothing("the last trials begin")
                    : steps.proposed(now, (Step.Propose) decided, number, claim);
            if (!(step instanceof Step.Begin next) || rush.has(next)) {
                return rush.settles() ? Optional.empty() : alone(now, decided, claim, before);
            }
            begin = next;
            appending = claims.beginning(begin, now.decisionVersion(), claim);
            rush.enqueued(begin);
        }
        return settled(begin, appending, claim, before);
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
    private Optional<Ask> settled(Step.Begin begin, Appending appending, Claim claim, long before) {
        boolean begun = false;
        try {
            var trial = claims.settled(begin, appending, claim);
            begun = trial.isPresent();
            return trial.map(Ask.Run::new);
        } finally {
            synchronized (rush) {
                rush.took(System.nanoTime() - before);
                rush.end(begun);
            }
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
