package dev.sweetspot.cli;

import dev.sweetspot.data.GivenParts;
import dev.sweetspot.data.Part;
import dev.sweetspot.data.split.Folding;
import dev.sweetspot.data.split.Splitter;
import dev.sweetspot.deep.space.LoadingParameters;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.RealParameter;
import java.util.Locale;
import java.util.Optional;

/**
 * What a person set of how data is split.
 *
 * @param quick whether models are fitted in seconds, so that there may be folds of many items
 */
record SplitSettings(FixedSettings settings, boolean quick) {
    /** Refuses what contradicts itself. */
    void check() {
        splitter();
        folding();
    }

    /** Shares of the parts. */
    Splitter splitter() {
        var usual = new Splitter();
        return new Splitter(
                settings.value(LoadingParameters.TEST_SHARE).orElse(usual.testShare()),
                settings.value(LoadingParameters.VALIDATION_SHARE).orElse(usual.validationShare()));
    }

    /** How often everything is split again: a share that was asked for is a single validation part. */
    Folding folding() {
        var folds = settings.value(LoadingParameters.FOLDS);
        var repeats = settings.value(LoadingParameters.REPEATS);
        if (repeats.isPresent()
                && (folds.equals(Optional.of(1))
                        || settings.value(LoadingParameters.VALIDATION_SHARE).isPresent())) {
            throw new InvalidInputException(
                    LoadingParameters.REPEATS.name(),
                    repeats.get(),
                    "counts only with " + LoadingParameters.FOLDS.name() + " of 2 or more",
                    "--set folds=5 too?");
        }
        var share = settings.value(LoadingParameters.VALIDATION_SHARE);
        if (share.isPresent() && folds.orElse(1) > 1) {
            throw new InvalidInputException(
                    LoadingParameters.VALIDATION_SHARE.name(),
                    share.get(),
                    "counts only without " + LoadingParameters.FOLDS.name()
                            + ", which give every item to the validation once",
                    "only one of the two?");
        }
        return folds.map(count -> Folding.of(count, repeats.orElse(1)))
                .orElseGet(() -> share.isPresent() ? new Folding.None() : usual(repeats.orElse(1)));
    }

    private Folding usual(int repeats) {
        return quick ? Folding.Usual.ofQuickModels(repeats) : new Folding.Usual(repeats);
    }

    /** Refuses shares and folds of parts that the data brings along. */
    void requireOwn(GivenParts given) {
        requireOwn(LoadingParameters.VALIDATION_SHARE, given, Part.VALIDATION);
        requireOwn(LoadingParameters.TEST_SHARE, given, Part.TEST);
        if (given.has(Part.VALIDATION)) {
            settings.value(LoadingParameters.FOLDS).filter(asked -> asked > 1).ifPresent(asked -> {
                throw new InvalidInputException(
                        LoadingParameters.FOLDS.name(),
                        asked,
                        "counts only where the data has no validation part of its own, and here it has one",
                        "leave it out?");
            });
        }
    }

    private void requireOwn(RealParameter share, GivenParts given, Part part) {
        settings.value(share).filter(asked -> given.has(part)).ifPresent(asked -> {
            throw new InvalidInputException(
                    share.name(),
                    asked,
                    "counts only where the data has no " + part.name().toLowerCase(Locale.ROOT)
                            + " part of its own, and here it has one",
                    "leave it out?");
        });
    }
}
