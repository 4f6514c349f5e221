package dev.sweetspot.workload;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.trial.Measurements;
import java.nio.file.Path;
import java.util.Optional;

/** A run that hands everything on to another one; who changes a part of that overrides it. */
public abstract class ForwardingRun implements TrialRun {
    private final TrialRun run;

    /** @param run to which all is handed on */
    protected ForwardingRun(TrialRun run) {
        this.run = run;
    }

    /** The run to which all is handed on. */
    protected final TrialRun run() {
        return run;
    }

    @Override
    public int number() {
        return run.number();
    }

    @Override
    public Configuration configuration() {
        return run.configuration();
    }

    @Override
    public <T> T suggest(Parameter<T> parameter) {
        return run.suggest(parameter);
    }

    @Override
    public long seed() {
        return run.seed();
    }

    @Override
    public int threads() {
        return run.threads();
    }

    @Override
    public String numericMode() {
        return run.numericMode();
    }

    @Override
    public double target() {
        return run.target();
    }

    @Override
    public double from() {
        return run.from();
    }

    @Override
    public Optional<Path> checkpoint() {
        return run.checkpoint();
    }

    @Override
    public long deadline() {
        return run.deadline();
    }

    @Override
    public long limit() {
        return run.limit();
    }

    @Override
    public boolean stopRequested() {
        return run.stopRequested();
    }

    @Override
    public Answer report(double fidelity, Measurements values, CheckpointWriter checkpoint) {
        return run.report(fidelity, values, checkpoint);
    }

    @Override
    public void glimpse(double fidelity, Measurements values) {
        run.glimpse(fidelity, values);
    }
}
