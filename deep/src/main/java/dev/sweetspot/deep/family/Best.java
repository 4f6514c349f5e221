package dev.sweetspot.deep.family;

import dev.sweetspot.deep.network.Module;
import dev.sweetspot.deep.training.SnapshotFile;
import dev.sweetspot.deep.training.Training;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.TrialForms;
import java.util.Map;
import java.util.Optional;

/** The best epoch of a trial: its values and its weights. */
final class Best {
    private final Training training;
    private final Objective objective;
    private Measurements values = Measurements.NONE;
    private Module.State state;
    private double epoch;

    Best(Training training, Objective objective, Optional<SnapshotFile.Checkpoint> from) {
        this.training = training;
        this.objective = objective;
        this.state = from.map(SnapshotFile.Checkpoint::best).orElseGet(training::state);
        from.ifPresent(checkpoint -> {
            var fields = Fields.of(checkpoint.memory());
            values = TrialForms.measurementsFromForm(fields.require("values"));
            epoch = fields.number("epoch");
        });
    }

    void see(Measurements newValues, double newEpoch) {
        double now = newValues.find(objective.name()).orElse(Double.NaN);
        if (objective.better(now, values.find(objective.name()).orElse(Double.NaN))) {
            values = newValues;
            state = training.state();
            epoch = newEpoch;
        }
    }

    double epoch() {
        return epoch;
    }

    Measurements values() {
        return values;
    }

    SnapshotFile.Checkpoint checkpoint(Training now) {
        MapForm memory = Form.of(Map.of("values", TrialForms.toForm(values), "epoch", Form.of(epoch)));
        return new SnapshotFile.Checkpoint(now.snapshot(), state, memory);
    }
}
