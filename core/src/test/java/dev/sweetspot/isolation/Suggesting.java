package dev.sweetspot.isolation;

import dev.sweetspot.form.Form;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.workload.TrialFailure;
import dev.sweetspot.workload.TrialRun;
import dev.sweetspot.workload.Workload;
import java.util.List;
import java.util.Map;

/** A workload that asks for its parameters as it runs, and reports what is not a number once. */
final class Suggesting implements Workload {
    private final Runnable before;

    Suggesting() {
        this(() -> {});
    }

    /** @param before each trial */
    Suggesting(Runnable before) {
        this.before = before;
    }

    @Override
    public String name() {
        return "suggesting";
    }

    @Override
    public Form.MapForm settings() {
        return Form.of(Map.of());
    }

    @Override
    public SearchSpace space() {
        return SearchSpace.empty();
    }

    @Override
    public List<Objective> objectives() {
        return List.of(Objective.minimize("loss"));
    }

    @Override
    public Fidelity fidelity() {
        return Fidelity.epochs(2);
    }

    @Override
    public Measurements run(TrialRun run) throws TrialFailure {
        before.run();
        double x = run.suggest(Parameter.real("x", 0, 1));
        int n = run.suggest(Parameter.integer("n", 1, 9));
        var kind = run.suggest(Parameter.categorical("kind", "a", "b"));
        if (run.number() == 2) {
            throw new TrialFailure(Outcome.Cause.OUT_OF_MEMORY, "too much");
        }
        double loss = run.number() == 1 ? Double.NaN : x + n + (kind.equals("a") ? 0.5 : 0) + run.seed() % 10;
        run.report(1, Measurements.of("loss", loss).and("side", Double.POSITIVE_INFINITY));
        return Measurements.of("loss", loss);
    }
}
