package dev.sweetspot.studio.settings;

import dev.sweetspot.data.Task;
import dev.sweetspot.data.format.InputSize;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.family.ModelFamily;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.space.EnsembleParameters;
import dev.sweetspot.deep.space.TrainingSpace;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.Configuration;
import java.util.Map;

/**
 * What a training will take, computed from its settings before anything runs.
 *
 * @param configuration all that the settings come to, defaults included
 * @param weights how many numbers the network learns
 * @param memoryBytes of the training above that of the program, within a fifth
 * @param productsAnEpoch how many products an epoch forms: nearly all of its time where the network is large
 */
public record Cost(Configuration configuration, long weights, long memoryBytes, double productsAnEpoch) {
    /** A step goes forward once, and back for what came in and for the weights. */
    private static final double WAYS = 3;

    /**
     * That of settings.
     *
     * @param settings by name, in words, as the command line takes them; those that are no part of a space may be among them
     * @throws InvalidInputException when one cannot be, with the rule
     */
    public static Cost of(Matter matter, Map<String, String> settings) {
        var configuration = Chosen.of(matter.space(), settings, SettingsForm.apart());
        var size = sized(matter, settings);
        var network = Families.of(configuration).network(configuration, size);
        var recipe = TrainingSpace.recipe(configuration, Task.Kind.CLASSIFICATION);
        int batch = Math.min(recipe.batchSize(), matter.learntFrom());
        return new Cost(
                configuration,
                network.parameterCount() * EnsembleParameters.of(configuration),
                network.trainingBytes(
                        batch, recipe.slots(), Precision.automatic().type().bytes()),
                WAYS * network.products() * matter.learntFrom());
    }

    private static ModelFamily.DataSize sized(Matter matter, Map<String, String> settings) {
        var size = matter.size();
        if (!settings.containsKey(InputSize.NAME)) {
            return size;
        }
        var asked = InputSize.parse(settings.get(InputSize.NAME));
        var shape =
                new Shape.Image(asked.height(), asked.width(), matter.input().channels());
        return new ModelFamily.DataSize(shape, size.examples(), size.outputs());
    }
}
