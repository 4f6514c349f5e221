package dev.sweetspot.benchmarks.speed;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.deep.training.Recipe;
import dev.sweetspot.deep.training.Regularization;
import dev.sweetspot.deep.training.Training;
import dev.sweetspot.deep.training.loss.CrossEntropy;
import dev.sweetspot.deep.training.optimizer.Adam;
import dev.sweetspot.deep.training.optimizer.Optimizer;
import dev.sweetspot.deep.training.optimizer.Sgd;
import dev.sweetspot.deep.training.schedule.Constant;
import dev.sweetspot.deep.training.schedule.Rate;
import dev.sweetspot.form.InvalidInputException;
import java.util.Optional;

/**
 * A row of the table: a network and how many examples a step sees.
 *
 * @param batch at least 1
 */
record Row(Sketch sketch, int batch) {
    private static final double LONG = 100_000;

    /** Of "cnn-64". */
    static Row named(String word) {
        int dash = word.lastIndexOf('-');
        try {
            int batch = Integer.parseInt(word.substring(dash + 1));
            if (dash > 0 && batch > 0) {
                return new Row(Sketch.named(word.substring(0, dash)), batch);
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new InvalidInputException("row", word, "must be a network and a batch size", "cnn-64?");
    }

    /** "cnn-64". */
    String word() {
        return sketch.word() + "-" + batch;
    }

    /** As a person would write it for a first try: momentum for images, Adam for the others. */
    Recipe recipe(Optional<Optimizer> asked) {
        boolean images = sketch.kind() == Sketch.Kind.IMAGES;
        var optimizer = asked.orElseGet(() -> images ? new Sgd(0.9, false) : new Adam());
        double rate = optimizer instanceof Sgd ? 1e-2 : 1e-3;
        return new Recipe(
                new CrossEntropy(0), optimizer, new Rate(rate, 0, new Constant()), Regularization.NONE, batch);
    }

    /** What trainings of such data use unless told otherwise. */
    Precision usualPrecision() {
        return Precision.automatic(Task.Kind.CLASSIFICATION);
    }

    /** A training of it that has not begun. */
    Training training(Material material, Recipe recipe, int threads, Precision precision, long seed) {
        var network = sketch.network(
                material.examples().shape(), material.examples().targets().outputs());
        var setting = new Training.Setting(material.examples(), material.training(), threads, precision);
        return new Training(network, recipe, setting, seed, LONG, Optional.empty());
    }
}
