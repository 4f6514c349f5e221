package dev.sweetspot.deep.handover;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.training.Recipe;
import dev.sweetspot.deep.training.augmentation.Augmentation;
import dev.sweetspot.form.Form;
import java.util.List;

/**
 * How a model was trained.
 *
 * @param epochs how long
 * @param changes of its images at random, in their order
 * @param configuration all of its hyperparameters
 * @param members how many networks were trained so, each by itself, and averaged; 1 for a single one
 */
public record Lesson(
        Recipe recipe,
        Task.Kind task,
        double epochs,
        long seed,
        List<Augmentation> changes,
        Form configuration,
        int members) {
    /** Keeps a copy. */
    public Lesson {
        changes = List.copyOf(changes);
    }
}
