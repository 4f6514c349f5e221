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
                LoadingParameters.INPUT_SIZE);
    }

    static boolean has(String name) {
        return parameters().stream().anyMatch(parameter -> parameter.name().equals(name));
    }

    /** Says why such a parameter cannot be searched. */
    static void requireSearchable(Setting range) {
        if (!has(range.name()) || range.name().equals(LoadingParameters.INPUT_SIZE.name())) {
            return;
        }
        throw new InvalidInputException(
                range.name(),
                range.value(),
                "cannot be searched: "
                        + (range.name().equals(Hyperparameters.EPOCHS.name())
                                ? "how long trials run is decided by the scheduler and the time"
                                : "trials would not be measured on the same data, and nothing would say which is better"),
                "--set " + range.name() + "=" + range.value().split("\\.\\.|,", -1)[0] + "?");
    }
}
