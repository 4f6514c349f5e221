package dev.sweetspot.samplers;

import dev.sweetspot.math.front.Hypervolume;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Problem;
import java.util.Arrays;

/** What searches with several objectives have reached. */
public final class Volumes {
    private Volumes() {}

    /** The volume that the completed trials leave undominated below a reference point with equal coordinates. */
    public static double missing(History history, Problem problem, double reference) {
        var corner = new double[problem.objectives().size()];
        Arrays.fill(corner, reference);
        var losses = history.completed()
                .map(trial -> problem.objectives().stream()
                        .mapToDouble(o -> o.loss(trial.value(o.name()).orElse(Double.NaN)))
                        .toArray())
                .toArray(double[][]::new);
        return Math.pow(reference, corner.length) - Hypervolume.of(losses, corner);
    }
}
