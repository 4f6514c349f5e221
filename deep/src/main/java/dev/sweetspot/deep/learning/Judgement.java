package dev.sweetspot.deep.learning;

import dev.sweetspot.data.learner.Aims;
import dev.sweetspot.data.metric.Metrics;
import dev.sweetspot.data.metric.Predictions;
import dev.sweetspot.data.metric.Report;
import dev.sweetspot.data.metric.StandardError;
import dev.sweetspot.deep.space.EnsembleParameters;
import dev.sweetspot.deep.space.StoppingParameters;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.trial.Measurements;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * How good one trial is: each epoch measured on the validation items, and which of its epochs counts. Where little data is
 * compared by folds, an epoch is judged with those before it, and the error that so few items leave is told.
 */
final class Judgement {
    /** Under which name the loss that is learnt from is reported. */
    static final String TRAINING_LOSS = "training_loss";

    /** What {@link Recent} remembers, in a checkpoint. */
    private static final String RECENT = "recent";
    /** Epochs that are judged as one where folds are compared, as a share of a trial. */
    private static final double AS_ONE = 0.05;

    private final SplitData split;
    private final Aims aims;
    private final Costs costs;
    /** How many networks the model asks, where a trial has one of them. */
    private final int members;

    /** Whether the items are so few that configurations are compared by folds. */
    private final boolean folded;

    private final Optional<String> watched;
    private final Best best;
    private final Recent recent;

    /** What is known of a configuration before it is trained: its {@link NetworkLearning#PREDICTED} numbers. */
    interface Costs {
        double of(String name);
    }

    /** What was measured on the validation items, and what was said of them. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Validated(Measurements values, Predictions predictions, int[] items) {}

    /**
     * @param epochs of a whole trial
     * @param folded whether the items are so few that configurations are compared by folds
     * @param remembered what {@link #memory} of an earlier one was; empty to begin
     */
    Judgement(
            SplitData split,
            Aims aims,
            Costs costs,
            Configuration configuration,
            double epochs,
            boolean folded,
            Optional<MapForm> remembered) {
        this.split = split;
        this.aims = aims;
        this.costs = costs;
        this.members = EnsembleParameters.of(configuration);
        this.folded = folded;
        var stopping = StoppingParameters.of(configuration, aims.task());
        this.watched = stopping.metric();
        this.best = new Best(aims.leading(), stopping, remembered);
        int asOne = folded ? (int) Math.max(1, Math.round(AS_ONE * epochs)) : 1;
        this.recent = new Recent(asOne, Recent.remembered(remembered.orElse(Form.of(Map.of())), RECENT));
    }

    /**
     * Measures after an epoch.
     *
     * @param trainingLoss mean of the epoch
     * @return what is reported of it
     */
    Measurements see(TrialTraining training, double trainingLoss) {
        var validated = validate(training);
        validationLoss(validated.values()).ifPresent(training::validated);
        var values = recent.with(validated.values()).and(TRAINING_LOSS, trainingLoss);
        if (best.see(values, training.epochs()) && folded) {
            best.with(errors(validated));
        }
        return values;
    }

    private Validated validate(TrialTraining training) {
        long begin = System.nanoTime();
        var items = training.validation();
        var predictions = training.predictions();
        double seconds = members * ((System.nanoTime() - begin) / 1e9 / Math.max(1, items.length));
        var report = Report.of(predictions, split.set().task(), items);
        var values = aims.measured(report);
        if (watched.isPresent() && values.find(watched.get()).isEmpty()) {
            values = values.and(watched.get(), Metrics.named(watched.get()).of(report));
        }
        for (var name : NetworkLearning.PREDICTED) {
            if (aims.has(name)) {
                values = values.and(name, costs.of(name));
            }
        }
        return new Validated(aims.has(Aims.SECONDS) ? values.and(Aims.SECONDS, seconds) : values, predictions, items);
    }

    /** How far what is compared may be from the truth, because the items are few. */
    private Measurements errors(Validated validated) {
        var errors = Measurements.NONE;
        for (var metric : aims.compared()) {
            double error = StandardError.of(
                    metric, validated.predictions(), split.set().task(), validated.items());
            errors = errors.and(StandardError.nameOf(metric.name()), error);
        }
        return errors;
    }

    /** What a schedule goes by that watches the validation part. */
    private static OptionalDouble validationLoss(Measurements values) {
        return Stream.of("log_loss", "rmse", "reconstruction_mse", "frechet_distance")
                .map(values::find)
                .filter(OptionalDouble::isPresent)
                .findFirst()
                .orElse(OptionalDouble.empty());
    }

    /** Whether there is no hope of a better epoch after so many. */
    boolean hopeless(double epochs) {
        return best.hopeless(epochs);
    }

    /** Those of the epoch that counts. */
    Measurements values() {
        return best.values();
    }

    /** For another process to go on with. */
    MapForm memory() {
        var memory = new LinkedHashMap<>(best.memory().entries());
        memory.put(RECENT, recent.memory());
        return Form.of(memory);
    }
}
