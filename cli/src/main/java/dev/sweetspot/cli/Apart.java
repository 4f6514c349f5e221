package dev.sweetspot.cli;

import dev.sweetspot.deep.space.Hyperparameters;
import dev.sweetspot.deep.space.LoadingParameters;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.Parameter;
import java.util.List;

/** What can be set and is no part of a space: how data is loaded and split, and how long trainings are. */
final class Apart {
    private Apart() {}

    static List<Parameter<?>> parameters() {
        return List.of(
                Hyperparameters.EPOCHS,
                LoadingParameters.VALIDATION_SHARE,
                LoadingParameters.TEST_SHARE,
                LoadingParameters.FOLDS,
                LoadingParameters.REPEATS,
                LoadingParameters.INPUT_SIZE,
                LoadingParameters.SEED,
                LoadingParameters.metric());
    }

    static boolean has(String name) {
        return parameters().stream().anyMatch(parameter -> parameter.name().equals(name));
    }

    /** Why it cannot be searched; nothing where it can. */
    static String whyNotSearched(String name) {
        return switch (name) {
            case "input_size" -> "";
            case "epochs" -> "how long trials run is decided by the scheduler and the time";
            case "seed" -> "the luckiest seed is no better than others; see --repeats";
            case "metric" -> "it says what better is; several objectives are --objective, more than once";
            default -> "trials would not be measured on the same data, and nothing would say which is better";
        };
    }

    /** Says why such a parameter cannot be searched. */
    static void requireSearchable(Setting range) {
        if (!has(range.name()) || range.name().equals(LoadingParameters.INPUT_SIZE.name())) {
            return;
        }
        throw new InvalidInputException(
                range.name(),
                range.value(),
                "cannot be searched: " + whyNotSearched(range.name()),
                "--set " + range.name() + "=" + range.value().split("\\.\\.|,", -1)[0] + "?");
    }
}
