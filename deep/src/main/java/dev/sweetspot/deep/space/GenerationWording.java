package dev.sweetspot.deep.space;

import dev.sweetspot.deep.adversarial.AdversarialRecipe;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.option.Option;
import dev.sweetspot.space.Configuration;
import java.util.Locale;

/** A configuration of two networks that learn from each other, as sentences for people. */
public final class GenerationWording {
    private GenerationWording() {}

    /** The networks and their training. */
    public static String of(Configuration configuration) {
        var networks = Families.of(configuration).inWords(configuration);
        var recipe = GenerationSpace.recipe(configuration);
        int steps = recipe.discriminatorSteps();
        var changes = AugmentationParameters.of(configuration).all();
        return networks.substring(0, 1).toUpperCase(Locale.ROOT) + networks.substring(1)
                + ". Trained against each other in batches of " + recipe.batchSize() + " images, judged by "
                + recipe.loss().name().replace('_', ' ') + " losses: the one that draws by "
                + side(recipe.generator()) + ", the one that judges by " + side(recipe.discriminator())
                + (steps == 1 ? "" : ", " + steps + " steps for each of the other") + "."
                + (recipe.ema() > 0
                        ? " What is kept is an average of the one that draws, with a decay of "
                                + Option.brief(recipe.ema()) + "."
                        : "")
                + " Images are "
                + (changes.isEmpty() ? "shown as they are" : changes.get(0).inWords()) + ".";
    }

    private static String side(AdversarialRecipe.Side side) {
        var schedule = side.rate().schedule().inWords();
        return side.optimizer().name() + side.optimizer().inWords() + " at a learning rate of "
                + Option.brief(side.rate().highest()) + (schedule.isEmpty() ? "" : " that " + schedule);
    }
}
