package dev.sweetspot.deep.learning;

import dev.sweetspot.data.metric.Metrics;
import dev.sweetspot.deep.training.EarlyStopping;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.trial.Direction;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.TrialForms;
import java.util.LinkedHashMap;
import java.util.Optional;

/** The epoch of a trial that counts, its values, and whether there is still hope of a better one. */
final class Best {
    private final Objective objective;
    private final EarlyStopping stopping;
    private final Objective watched;
    private Optional<EarlyStopping.Mark> mark = Optional.empty();
    private Measurements values = Measurements.NONE;
    private double epoch;
    private double secondsBefore;
    private final long begin = System.nanoTime();

    /**
     * @param remembered what an earlier one remembered; empty to begin
     */
    Best(Objective objective, EarlyStopping stopping, Optional<MapForm> remembered) {
        this.objective = objective;
        this.stopping = stopping;
        this.watched = stopping.metric()
                .map(name -> new Objective(name, Metrics.named(name).direction()))
                .orElse(objective);
        remembered.ifPresent(memory -> {
            var fields = Fields.of(memory);
            values = TrialForms.measurementsFromForm(fields.require("values"));
            epoch = fields.number("epoch");
            secondsBefore = fields.findNumber("seconds").orElse(0.0);
            mark = fields.findNumber("mark_epoch")
                    .map(at -> new EarlyStopping.Mark(
                            at, fields.findNumber("mark_loss").orElse(Double.POSITIVE_INFINITY)));
        });
    }

    /** Whether it is the one that counts. */
    boolean see(Measurements newValues, double newEpoch) {
        double now = newValues.find(objective.name()).orElse(Double.NaN);
        boolean better = objective.better(now, values.find(objective.name()).orElse(Double.NaN));
        boolean counts = better || !stopping.restoreBest();
        if (counts) {
            values = newValues;
            epoch = newEpoch;
        }
        double measured = newValues.find(watched.name()).orElse(Double.NaN);
        mark = stopping.after(mark, newEpoch, watched.direction() == Direction.MINIMIZE ? measured : -measured);
        return counts;
    }

    /** More is known of the one that counts. */
    void with(Measurements more) {
        for (var entry : more.values().entrySet()) {
            values = values.and(entry.getKey(), entry.getValue());
        }
    }

    /** Whether patience is lost after so many epochs, or the time is over. */
    boolean hopeless(double epochs) {
        return stopping.ends(mark, epochs) || stopping.endsAfter(seconds());
    }

    private double seconds() {
        return secondsBefore + (System.nanoTime() - begin) / 1e9;
    }

    Measurements values() {
        return values;
    }

    /** For another process to go on with. */
    MapForm memory() {
        var memory = new LinkedHashMap<String, Form>();
        memory.put("values", TrialForms.toForm(values));
        memory.put("epoch", Form.of(epoch));
        memory.put("seconds", Form.of(seconds()));
        mark.ifPresent(each -> memory.put("mark_epoch", Form.of(each.epoch())));
        mark.filter(each -> Double.isFinite(each.loss()))
                .ifPresent(each -> memory.put("mark_loss", Form.of(each.loss())));
        return Form.of(memory);
    }
}
