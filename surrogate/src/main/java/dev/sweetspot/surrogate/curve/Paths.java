package dev.sweetspot.surrogate.curve;

import dev.sweetspot.trial.Curve;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The curves of trials as losses that only count what is better: the best until then, or the last where that is wanted. */
final class Paths {
    private final List<double[]> fidelities = new ArrayList<>();
    private final List<double[]> losses = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();

    /**
     * @param best whether a trial counts for its best loss so far; else for its last one
     */
    Paths(List<Trial> trials, Objective objective, boolean best) {
        for (var trial : trials) {
            add(trial.number(), trial.curve(), objective, best);
        }
    }

    private void add(int number, Curve curve, Objective objective, boolean best) {
        var values = curve.values(objective.name());
        var at = new double[values.length];
        int size = 0;
        for (int i = 0; i < values.length; i++) {
            double loss = objective.loss(values[i]);
            if (Double.isFinite(loss)) {
                at[size] = curve.fidelity(i);
                values[size] = best && size > 0 ? Math.min(loss, values[size - 1]) : loss;
                size++;
            }
        }
        if (size > 0) {
            fidelities.add(Arrays.copyOf(at, size));
            losses.add(Arrays.copyOf(values, size));
            numbers.add(number);
        }
    }

    int count() {
        return numbers.size();
    }

    int number(int index) {
        return numbers.get(index);
    }

    double reached(int index) {
        var at = fidelities.get(index);
        return at[at.length - 1];
    }

    double first(int index) {
        return fidelities.get(index)[0];
    }

    double last(int index) {
        var values = losses.get(index);
        return values[values.length - 1];
    }

    /** The loss at a fidelity: that of the last report until then, else of the first. */
    double at(int index, double fidelity) {
        var at = fidelities.get(index);
        int place = Arrays.binarySearch(at, fidelity * (1 + 1e-9));
        int last = place >= 0 ? place : -place - 2;
        return losses.get(index)[Math.max(0, last)];
    }
}
