package dev.sweetspot.studio.work;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a process has told of its work so far.
 *
 * @param study the study that its trials are in
 * @param trial the one that was begun last: of a training, its only one
 * @param sentence what it does, for people
 * @param secondsLeft how long until its promised end, when it said so last; empty without a promise
 * @param fittings how far last trainings are, by what they train: "winner"
 * @param notices what people should know, the latest ones
 * @param glimpses the training loss of that trial between its reports, in order
 */
public record Sighting(
        Optional<String> study,
        Optional<Integer> trial,
        String sentence,
        Optional<Double> secondsLeft,
        Map<String, Fitting> fittings,
        List<String> notices,
        List<Glimpse> glimpses) {
    /** Nothing was told yet. */
    static final Sighting NOTHING =
            new Sighting(Optional.empty(), Optional.empty(), "", Optional.empty(), Map.of(), List.of(), List.of());

    /** Keeps copies. */
    public Sighting {
        fittings = Map.copyOf(fittings);
        notices = List.copyOf(notices);
        glimpses = List.copyOf(glimpses);
    }

    /**
     * How far a last training is.
     *
     * @param epochs done, in parts too
     * @param planned in all
     */
    public record Fitting(double epochs, double planned) {}

    /**
     * What a training was at.
     *
     * @param fidelity in epochs, in parts too
     * @param loss mean training loss since the glimpse before
     */
    public record Glimpse(double fidelity, double loss) {}
}
