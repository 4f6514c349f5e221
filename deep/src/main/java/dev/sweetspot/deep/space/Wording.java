package dev.sweetspot.deep.space;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.family.NetworkParameters;
import dev.sweetspot.deep.option.Option;
import dev.sweetspot.deep.training.Recipe;
import dev.sweetspot.deep.training.Regularization;
import dev.sweetspot.deep.training.rescaling.MeanAndDeviation;
import dev.sweetspot.deep.training.sampling.ClassWeights;
import dev.sweetspot.deep.training.sampling.Selection;
import dev.sweetspot.space.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A configuration as sentences for people who do not train networks for a living. */
public final class Wording {
    private Wording() {}

    /**
     * The network and its training.
     *
     * @param examples what it learns from, in the plural: "images"
     */
    public static String of(Configuration configuration, Task.Kind task, String examples) {
        var network = Families.of(configuration).inWords(configuration);
        return network.substring(0, 1).toUpperCase(Locale.ROOT) + network.substring(1) + "; " + inside(configuration)
                + ". Trained with " + training(TrainingSpace.recipe(configuration, task), examples) + "."
                + members(EnsembleParameters.of(configuration));
    }

    private static String members(int count) {
        return count == 1
                ? ""
                : " In the end " + count + " such networks are trained, each from a seed of its own, and averaged.";
    }

    /** What is done to images. */
    public static String images(Configuration configuration) {
        return "Images are " + joined(changes(configuration)) + ".";
    }

    private static String inside(Configuration configuration) {
        var parts = new ArrayList<String>();
        configuration.find(NetworkParameters.ACTIVATION).ifPresent(name -> parts.add(name + " activation"));
        configuration
                .find(NetworkParameters.NORMALIZATION)
                .filter(name -> !name.equals("none"))
                .ifPresent(name -> parts.add(name + " normalisation"));
        double dropout = configuration.find(NetworkParameters.DROPOUT).orElse(0.0);
        parts.add(dropout == 0 ? "no dropout" : percent(dropout) + " dropout");
        double noise = configuration.find(NetworkParameters.NOISE).orElse(0.0);
        if (noise > 0) {
            parts.add("noise of " + Option.brief(noise) + " on its inputs");
        }
        configuration
                .find(NetworkParameters.INITIALIZER)
                .filter(name -> !name.equals(NetworkParameters.INITIALIZER.defaultValue()))
                .ifPresent(name -> parts.add("begun by " + name));
        return String.join(", ", parts);
    }

    /** "adamw in batches of 64 images, at a learning rate of 0.003 that ...". */
    static String training(Recipe recipe, String examples) {
        return recipe.optimizer().name() + recipe.optimizer().inWords()
                + " in batches of " + recipe.batchSize() + " " + examples
                + ", at a learning rate of " + Option.brief(recipe.rate().highest())
                + course(recipe)
                + selection(recipe.selection())
                + held(recipe.regularization())
                + ", judged by " + recipe.loss().name() + recipe.loss().inWords();
    }

    private static String held(Regularization held) {
        var text = new StringBuilder();
        add(text, "weight decay ", held.weightDecay());
        add(text, "l1 penalty ", held.l1());
        add(text, "l2 penalty ", held.l2());
        add(text, "gradients no longer than ", held.gradientClip());
        add(text, "weights averaged with a decay of ", held.ema());
        add(text, "noise on its weights of ", held.weightNoise());
        return text.toString();
    }

    private static void add(StringBuilder text, String what, double value) {
        if (value > 0) {
            text.append(", ").append(what).append(Option.brief(value));
        }
    }

    private static String course(Recipe recipe) {
        double warmup = recipe.rate().warmup();
        var schedule = recipe.rate().schedule().inWords();
        if (warmup == 0) {
            return schedule.isEmpty() ? "" : " that " + schedule;
        }
        return " that rises during the first " + percent(warmup) + " of the training"
                + (schedule.isEmpty() ? "" : " and then " + schedule);
    }

    private static String selection(Selection selection) {
        return (selection.sampling().equals(Selection.USUAL.sampling())
                        ? ""
                        : ", sampled " + selection.sampling().name())
                + (selection.classWeights() == ClassWeights.NONE
                        ? ""
                        : ", " + selection.classWeights().word() + " weights of classes");
    }

    private static List<String> changes(Configuration configuration) {
        var changes = AugmentationParameters.of(configuration).all();
        var rescaling = InputParameters.rescaling(configuration);
        var parts = new ArrayList<String>();
        LoadingParameters.inputSize(configuration)
                .ifPresent(size -> parts.add(
                        size.square()
                                ? "resized to " + size + " pixels a side"
                                : "resized to " + size.height() + " x " + size.width() + " pixels"));
        if (!rescaling.equals(new MeanAndDeviation())) {
            parts.add("rescaled by " + rescaling.name());
        }
        changes.forEach(change -> parts.add(change.inWords()));
        if (changes.isEmpty()) {
            parts.add("shown as they are");
        }
        return parts;
    }

    private static String joined(List<String> parts) {
        int last = parts.size() - 1;
        return last == 0 ? parts.get(0) : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }
}
