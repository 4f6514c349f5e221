package dev.sweetspot.insight.health;

import dev.sweetspot.insight.Studied;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.trial.Trial;
import java.util.Comparator;
import java.util.List;

/**
 * The trials that ran to their end with a value, the best first, and where they lie.
 *
 * @param trials by the first objective
 * @param points of each in the unit cube, NaN where a parameter is not active
 */
record Ranked(List<Trial> trials, List<double[]> points) {
    static Ranked of(Studied studied) {
        var objective = studied.spec().objectives().get(0);
        var encoding = Encoding.of(studied.space());
        var trials = studied.history()
                .completed()
                .filter(trial -> Double.isFinite(trial.value(objective.name()).orElse(Double.NaN)))
                .sorted(Comparator.comparingDouble(
                        trial -> objective.loss(trial.value(objective.name()).orElseThrow())))
                .toList();
        return new Ranked(
                trials,
                trials.stream()
                        .map(trial -> encoding.encode(trial.configuration()))
                        .toList());
    }

    int size() {
        return trials.size();
    }
}
