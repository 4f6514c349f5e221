package dev.sweetspot.workload;

import dev.sweetspot.form.Form;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import java.util.List;
import java.util.Map;

/**
 * A function as a workload. It runs in this JVM only: another process could not make it from its settings.
 *
 * @param space empty when the function suggests all its parameters itself (define-by-run)
 */
public record FunctionWorkload(
        SearchSpace space, List<Objective> objectives, Fidelity fidelity, MeasuringFunction function)
        implements Workload {
    /** Keeps a copy. */
    public FunctionWorkload {
        objectives = List.copyOf(objectives);
    }

    /** One objective. */
    public FunctionWorkload(SearchSpace space, Objective objective, Fidelity fidelity, TrialFunction function) {
        this(space, List.of(objective), fidelity, trial -> Measurements.of(objective.name(), function.value(trial)));
    }

    @Override
    public String name() {
        return "function";
    }

    @Override
    public Form.MapForm settings() {
        return Form.of(Map.of());
    }

    @Override
    public Measurements run(TrialRun run) throws TrialFailure, InterruptedException {
        try {
            return function.values(run);
        } catch (RuntimeException | TrialFailure | InterruptedException e) {
            throw e;
        } catch (Exception e) {
            var failure = new TrialFailure(Outcome.Cause.ERROR, String.valueOf(e.getMessage()));
            failure.initCause(e);
            throw failure;
        }
    }
}
