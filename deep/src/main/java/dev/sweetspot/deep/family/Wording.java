package dev.sweetspot.deep.family;

import dev.sweetspot.space.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A configuration as sentences for people who do not train networks for a living. */
final class Wording {
    private Wording() {}

    static String inWords(ModelFamily family, Configuration configuration) {
        var network = family.inWords(configuration);
        return network.substring(0, 1).toUpperCase(Locale.ROOT) + network.substring(1) + "; " + inside(configuration)
                + ". Trained with " + training(configuration) + ". Images are "
                + String.join(" and ", images(configuration)) + ".";
    }

    private static String inside(Configuration configuration) {
        double dropout = configuration.get(Hyperparameters.DROPOUT);
        return configuration.get(Hyperparameters.ACTIVATION) + " activation, "
                + (configuration.get(Hyperparameters.NORMALIZATION).equals("batch") ? "batch normalisation, " : "")
                + (dropout == 0 ? "no dropout" : percent(dropout) + " dropout");
    }

    private static String training(Configuration configuration) {
        double warmup = configuration.get(Hyperparameters.WARMUP);
        var cosine = configuration.get(Hyperparameters.SCHEDULE).equals("cosine");
        return configuration.get(Hyperparameters.OPTIMIZER)
                + configuration
                        .find(Hyperparameters.MOMENTUM)
                        .map(momentum -> " with a momentum of " + brief(momentum))
                        .orElse("")
                + " in batches of " + configuration.get(Hyperparameters.BATCH_SIZE)
                + " images, at a learning rate that "
                + (warmup == 0 ? "" : "rises during the first " + percent(warmup) + " of the training, ")
                + (cosine ? "starts at " : "stays at ")
                        .replace("starts at ", warmup == 0 ? "starts at " : "then falls from ")
                + brief(configuration.get(Hyperparameters.LEARNING_RATE)) + (cosine ? " to 0" : "")
                + ", weight decay " + brief(configuration.get(Hyperparameters.WEIGHT_DECAY))
                + ", label smoothing " + brief(configuration.get(Hyperparameters.LABEL_SMOOTHING));
    }

    private static List<String> images(Configuration configuration) {
        var parts = new ArrayList<String>();
        if (configuration.get(Hyperparameters.FLIP)) {
            parts.add("mirrored half of the time");
        }
        int crop = configuration.get(Hyperparameters.CROP);
        if (crop > 0) {
            parts.add("shifted by up to " + crop + (crop == 1 ? " pixel" : " pixels"));
        }
        if (parts.isEmpty()) {
            parts.add("shown as they are");
        }
        return parts;
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    private static String brief(double value) {
        var text = String.format(Locale.ROOT, "%.3g", value);
        return text.contains("e") || !text.contains(".") ? text : text.replaceFirst("\\.?0+$", "");
    }
}
