package dev.sweetspot.study;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.SpaceChange;
import dev.sweetspot.store.Store;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Origin;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Standing;
import dev.sweetspot.trial.Start;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What people decide about a study while it runs. A decision is made in the state that was seen; when another came first,
 * it is made again in the new one.
 */
final class Decider {
    private final Study study;

    Decider(Study study) {
        this.study = study;
    }

    List<String> change(List<SearchSpace.Dimension> wanted) {
        requireNotSettled("change");
        while (true) {
            var history = study.refresh();
            var declared = history.space().orElse(study.spec().space());
            requireDeclared(declared, wanted);
            var change = SpaceChange.of(declared, wanted);
            if (change.changes().isEmpty()) {
                return List.of();
            }
            var event = new Event.SpaceChanged(study.now(), change.space(), change.changes());
            if (study.append(List.of(new Store.Change(event, history.decisionVersion())))) {
                return change.changes();
            }
        }
    }

    /** What people decide in between, nobody decides a second time in the same moment. */
    void requireNotSettled(String what) {
        if (study.spec().lag().isPresent()) {
            throw new InvalidInputException(
                    what,
                    study.spec().name(),
                    "is deterministic: all of it follows from how it was made",
                    "a study of its own?");
        }
    }

    private void requireDeclared(SearchSpace declared, List<SearchSpace.Dimension> wanted) {
        for (var dimension : wanted) {
            var name = dimension.parameter().name();
            if (declared.parameters().isEmpty()
                    || study.history().met().find(name).isPresent()) {
                throw new InvalidInputException(
                        "parameter",
                        name,
                        "is not declared by the study: its trials ask for what they need as they run",
                        "change the program?");
            }
        }
    }

    int enqueue(Configuration configuration) {
        requireNotSettled("enqueue");
        while (true) {
            var history = study.refresh();
            study.space().check(configuration);
            var event = new Event.Enqueued(study.now(), configuration);
            if (study.append(List.of(new Store.Change(event, history.decisionVersion())))) {
                return study.history().waiting().size();
            }
        }
    }

    /** @param trials how many may be begun in all from now on; empty for as many as before */
    boolean order(Standing wanted, String reason, Optional<Instant> until, OptionalInt trials) {
        trials.ifPresent(this::requireTrials);
        while (true) {
            var history = study.refresh();
            if (history.standing() == wanted
                    && history.order().flatMap(Event.Ordered::until).equals(until)
                    && (trials.isEmpty() || trials.equals(history.trialsAllowed()))) {
                return false;
            }
            var event = new Event.Ordered(study.now(), wanted, reason, until, trials);
            if (study.append(List.of(new Store.Change(event, history.decisionVersion())))) {
                return true;
            }
        }
    }

    private void requireTrials(int trials) {
        var spec = study.spec();
        if (spec.lag().isPresent()) {
            throw new InvalidInputException(
                    "trials",
                    trials,
                    "was settled when the study was made: it is deterministic, and how many trials there are to be has a part"
                            + " in what is tried",
                    "a study of its own?");
        }
        if (spec.budget().trialsInAll().isEmpty()) {
            throw new InvalidInputException(
                    "trials", trials, "does not end this study, which was given no number of trials", "more time?");
        }
        if (trials < 1) {
            throw new InvalidInputException("trials", trials, "must be at least 1", "30?");
        }
    }

    int add(Configuration configuration, Outcome given, double seconds) {
        requireNotSettled("add");
        var outcome = given instanceof Outcome.Completed completed
                ? Verification.ofResult(study.spec(), completed.values())
                : given;
        while (true) {
            var history = study.refresh();
            study.space().check(configuration);
            int number = history.size();
            var started = new Event.Started(
                    number,
                    study.now(),
                    configuration,
                    Origin.given("imported"),
                    Start.FRESH,
                    study.spec().fidelity().most(),
                    "elsewhere",
                    1);
            var finished = new Event.Finished(number, study.now(), outcome, seconds);
            if (study.append(
                    List.of(new Store.Change(started, history.decisionVersion()), new Store.Change(finished, 1)))) {
                return number;
            }
        }
    }
}
