package dev.sweetspot.study;

import dev.sweetspot.form.Form;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.workload.TrialRun;
import dev.sweetspot.workload.Workload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** A workload of one method, for tests. */
record Tried(SearchSpace space, Fidelity fidelity, Body body) implements Workload {
    interface Body {
        Measurements run(TrialRun run) throws InterruptedException;
    }

    static Measurements loss(double value) {
        return Measurements.of("loss", value);
    }

    /** Counts epochs in its checkpoint file: it would show an epoch that was lost. */
    static Measurements count(TrialRun run) {
        try {
            int epoch = run.checkpoint().isEmpty()
                    ? 0
                    : Integer.parseInt(Files.readString(run.checkpoint().get()));
            if (epoch != run.from()) {
                throw new AssertionError("the checkpoint of epoch " + epoch + " was said to be of " + run.from());
            }
            while (epoch < run.target()) {
                epoch++;
                int state = epoch;
                if (run.report(epoch, loss(10 - epoch), path -> Files.writeString(path, Integer.toString(state)))
                        == TrialRun.Answer.END) {
                    break;
                }
            }
            return loss(10 - epoch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "tried";
    }

    @Override
    public Form.MapForm settings() {
        return Form.of(Map.of());
    }

    @Override
    public List<Objective> objectives() {
        return List.of(Objective.minimize("loss"));
    }

    /** Of the constraint "size": the value of the parameter x. */
    @Override
    public OptionalDouble predict(String constraint, Configuration configuration) {
        return constraint.equals("size")
                ? OptionalDouble.of((Double) configuration.values().get("x"))
                : OptionalDouble.empty();
    }

    @Override
    public Measurements run(TrialRun run) throws InterruptedException {
        return body.run(run);
    }
}
