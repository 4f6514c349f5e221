package dev.sweetspot.samplers.nsga;

import dev.sweetspot.math.front.Crowding;
import dev.sweetspot.surrogate.Observation;
import java.util.Arrays;
import java.util.List;

/** The crowding distance of trials; those without finite losses have none. */
final class Spaces {
    private Spaces() {}

    static double[] of(List<Observation> trials) {
        if (trials.isEmpty() || !trials.stream().allMatch(Observation::measured)) {
            return new double[trials.size()];
        }
        return Crowding.distances(trials.stream().map(Observation::losses).toArray(double[][]::new));
    }

    /** The trials with most space around them, in their order. */
    static List<Observation> widest(List<Observation> trials, int most) {
        var spaces = of(trials);
        var order = new Integer[trials.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (one, other) -> Double.compare(spaces[other], spaces[one]));
        return Arrays.stream(order).limit(most).sorted().map(trials::get).toList();
    }
}
