package dev.sweetspot.cli;

import dev.sweetspot.deep.space.EnsembleParameters;
import dev.sweetspot.form.Fields;
import dev.sweetspot.job.Measured;
import java.util.Optional;

/** Of how many networks a model is the average. */
final class Averaged {
    private Averaged() {}

    /** How many there are; empty where a single one was asked for. */
    static Optional<Integer> members(Measured measured) {
        return Fields.of(measured.model().record()).findWhole("members").map(Math::toIntExact);
    }

    /** To go on with behind the name of a model; empty where a single network was asked for. */
    static String inWords(Measured measured) {
        int asked = EnsembleParameters.of(measured.configuration());
        return members(measured)
                .map(there -> there == asked
                        ? " (the average of " + there + " networks)"
                        : " (" + (there == 1 ? "one network" : "the average of " + there + " networks") + " of the "
                                + asked + " that were asked for: for the others there was no time, or they broke down)")
                .orElse("");
    }
}
