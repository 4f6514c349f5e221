package dev.sweetspot.samplers.gp;

import dev.sweetspot.surrogate.Observation;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Points and values, row by row: what a model is fitted to. */
final class Rows {
    private final List<double[]> points = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();

    void add(double[] point, double value) {
        if (Double.isFinite(value)) {
            points.add(point);
            values.add(value);
        }
    }

    int size() {
        return values.size();
    }

    double[][] points() {
        return points.toArray(double[][]::new);
    }

    double[] values() {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /**
     * The values of an objective over the fidelity: how each trial stands at its end, and, so that what comes late can be
     * told from what comes early, how it stood at a third of that.
     */
    static Rows ofParts(List<Observation> observations, Problem problem, int objective) {
        var rows = new Rows();
        var sought = problem.objectives().get(objective);
        for (var observation : observations) {
            if (observation.failed()) {
                continue;
            }
            var curve = observation.curve();
            double end = observation.fidelity(problem);
            for (int i = curve.size() - 1; i >= 0; i--) {
                if (curve.fidelity(i) <= end / 3) {
                    rows.add(
                            at(observation.point(), curve.fidelity(i), problem.fidelity()),
                            sought.loss(curve.value(sought.name(), i)));
                    break;
                }
            }
            rows.add(
                    at(observation.point(), end, problem.fidelity()),
                    observation.losses()[objective]);
        }
        return rows;
    }

    /** A point with how much of a trial was run as its last coordinate: equal factors are equal distances. */
    private static double[] at(double[] point, double amount, Fidelity fidelity) {
        var longer = Arrays.copyOf(point, point.length + 1);
        double range = Math.log(fidelity.most() / fidelity.least());
        double place = range > 0 ? Math.log(Math.max(amount, fidelity.least()) / fidelity.least()) / range : 1;
        longer[point.length] = Math.min(1, place);
        return longer;
    }
}
