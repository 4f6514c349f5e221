package dev.sweetspot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.scheduler.Scheduler.Next;
import dev.sweetspot.scheduler.Scheduler.Situation;
import dev.sweetspot.scheduler.Scheduler.Verdict;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** What every {@link Scheduler} keeps, in a simulated study of trials that learn, stand still, fail and give NaN. */
@Timeout(120)
public abstract class SchedulerContract {
    private static final Objective LOSS = Objective.minimize("loss");
    private static final Fidelity EPOCHS = Fidelity.epochs(9);
    private static final int TRIALS = 40;

    /** The schedulers under test, usually all that are installed. */
    protected abstract List<Scheduler> schedulers();

    /** One test for each scheduler. */
    @TestFactory
    public Stream<DynamicTest> contract() {
        return schedulers().stream()
                .map(scheduler -> DynamicTest.dynamicTest(
                        scheduler.name() + ": a study of trials of all kinds comes to its end",
                        () -> aStudyComesToItsEnd(scheduler)));
    }

    private static Situation situation(History history) {
        return new Situation(history, List.of(LOSS), EPOCHS);
    }

    void aStudyComesToItsEnd(Scheduler scheduler) {
        var history = History.EMPTY;
        int steps = 0;
        while (history.finished().count() < TRIALS) {
            assertThat(steps++).as("steps of a small study").isLessThan(TRIALS * 40);
            var next = scheduler.next(situation(history));
            assertThat(scheduler.next(situation(history))).as("asked again").isEqualTo(next);
            if (next instanceof Next.StartNew start) {
                assertThat(start.target()).isBetween(EPOCHS.least(), EPOCHS.most());
                int number = history.size();
                history = run(scheduler, history.and(SampleEvents.started(number)), number, start.target());
            } else if (next instanceof Next.Resume resume) {
                var trial = history.trial(resume.trial());
                assertThat(history.paused())
                        .as("only what is put aside is gone on with")
                        .contains(trial);
                assertThat(resume.target())
                        .isGreaterThan(trial.curve().reached())
                        .isLessThanOrEqualTo(EPOCHS.most());
                history = run(
                        scheduler,
                        history.and(new Event.Resumed(
                                resume.trial(),
                                SampleEvents.NOON,
                                trial.curve().reached(),
                                resume.target(),
                                "w",
                                "test")),
                        resume.trial(),
                        resume.target());
            } else {
                assertThat(next)
                        .as("nothing runs, so there is nothing to wait for")
                        .isInstanceOf(Next.Done.class);
                return;
            }
        }
    }

    /** One trial after the other, each to its target. */
    private static History run(Scheduler scheduler, History before, int number, double target) {
        var history = before;
        for (double epoch = history.trial(number).curve().reached() + 1; epoch <= target; epoch++) {
            if (number % 10 == 3 && epoch == 4) {
                return history.and(SampleEvents.failed(number));
            }
            history = history.and(SampleEvents.reported(number, epoch, "loss", loss(number, epoch)));
            var verdict = scheduler.judge(situation(history), number);
            assertThat(scheduler.judge(situation(history), number))
                    .as("asked again")
                    .isEqualTo(verdict);
            if (verdict instanceof Verdict.Stop stop) {
                assertThat(stop.reason()).as("why it was stopped").isNotBlank();
                return history.and(new Event.Finished(
                        number,
                        SampleEvents.NOON,
                        new Outcome.StoppedEarly(Measurements.of("loss", loss(number, epoch)), stop.reason()),
                        1));
            }
            if (verdict instanceof Verdict.Pause pause) {
                assertThat(pause.reason()).as("why it was put aside").isNotBlank();
                return history.and(
                        new Event.Paused(number, SampleEvents.NOON, pause.reason(), Optional.of("checkpoint")));
            }
        }
        return target < EPOCHS.most()
                ? history.and(new Event.Paused(number, SampleEvents.NOON, "reached", Optional.of("checkpoint")))
                : history.and(SampleEvents.completed(number, "loss", loss(number, target)));
    }

    private static double loss(int number, double epoch) {
        return number % 7 == 5 && epoch == 2 ? Double.NaN : (number % 5) / 5.0 + 1 / epoch;
    }
}
