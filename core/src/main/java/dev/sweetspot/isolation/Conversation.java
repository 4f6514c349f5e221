package dev.sweetspot.isolation;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.workload.TrialRun;
import dev.sweetspot.workload.TrialRun.CheckpointWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** One trial in another process: hands on what both sides say, and ends the process that does not answer in time. */
final class Conversation {
    private static final Duration LOOK = Duration.ofMillis(50);
    /** How long a trial whose time is up has to answer before its process is ended. */
    private static final Duration LAST_WORD = Duration.ofMillis(250);
    /** How long a trial that is to be put aside has to answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Child child;
    private final TrialRun run;
    private boolean stopSaid;
    private Optional<Long> interruptedAt = Optional.empty();

    Conversation(Child child, TrialRun run) {
        this.child = child;
        this.run = run;
    }

    /**
     * Runs the trial.
     *
     * @return how it ended: done, failed or interrupted
     * @throws Ended when the process did
     * @throws InterruptedException when this thread was interrupted and the process did not answer
     */
    MapForm held(MapForm orders) throws InterruptedException {
        child.send(orders);
        while (true) {
            var message = heard().orElse(Messages.NOTHING);
            switch (Messages.kind(message)) {
                case Messages.REPORT -> report(Fields.of(message).map(Messages.REPORT));
                case Messages.SUGGEST -> suggest(Fields.of(message).map(Messages.SUGGEST));
                case Messages.DONE, Messages.FAILED, Messages.INTERRUPTED -> {
                    return message;
                }
                default -> requirePatience();
            }
        }
    }

    /** What is said next, when it is said soon; an interrupt is handed on. */
    private Optional<MapForm> heard() {
        try {
            return child.next(LOOK);
        } catch (InterruptedException asked) {
            interrupt();
            return Optional.empty();
        }
    }

    private void interrupt() {
        if (interruptedAt.isEmpty()) {
            interruptedAt = Optional.of(System.nanoTime());
            child.send(Messages.truth(Messages.INTERRUPT));
        }
    }

    private void requirePatience() throws InterruptedException {
        long now = System.nanoTime();
        boolean limited = run.limit() != Long.MAX_VALUE;
        if (limited && now - run.limit() > LAST_WORD.toNanos()) {
            child.kill();
            throw new Ended(
                    Outcome.Cause.TIME_LIMIT,
                    "it took longer than a trial may take and did not answer when it was asked to end, so its process was "
                            + "ended. Maybe a smaller network, or more seconds for each trial?");
        }
        if (limited && now - run.limit() > 0) {
            interrupt();
        } else if (run.stopRequested() && !stopSaid) {
            stopSaid = true;
            child.send(Messages.truth(Messages.STOP));
        }
        if (interruptedAt.isPresent() && now - interruptedAt.get() > PATIENCE.toNanos()) {
            child.kill();
            throw new InterruptedException("the trial did not answer, and its process was ended");
        }
    }

    private void report(Fields content) {
        CheckpointWriter writer = content.findTruth("checkpoint").orElse(false) ? this::write : CheckpointWriter.NONE;
        var answer = run.report(content.number("fidelity"), Messages.values(content.require("values")), writer);
        child.send(Messages.of(Messages.ANSWER, Form.of(answer.name())));
    }

    private void write(Path path) throws IOException {
        child.send(Messages.of(Messages.WRITE, Form.of(path.toString())));
        boolean interrupted = false;
        while (true) {
            try {
                var message = child.next(LOOK).orElse(Messages.NOTHING);
                if (Messages.kind(message).equals(Messages.WRITTEN)) {
                    var wrong = Fields.of(message).text(Messages.WRITTEN);
                    if (!wrong.isEmpty()) {
                        throw new IOException(wrong);
                    }
                    break;
                }
            } catch (InterruptedException asked) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void suggest(Fields content) {
        var parameter = Messages.suggested(content).parameter();
        child.send(Messages.of(Messages.VALUE, Form.of(label(parameter))));
    }

    private <T> String label(Parameter<T> parameter) {
        return parameter.label(run.suggest(parameter));
    }
}
