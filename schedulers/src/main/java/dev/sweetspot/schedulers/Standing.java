package dev.sweetspot.schedulers;

import dev.sweetspot.scheduler.Scheduler.Situation;
import dev.sweetspot.scheduler.Scheduler.Verdict;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Curve;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Trial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How good a trial was when it had come to a fidelity, so that trials can be put in order.
 *
 * <p>Those that keep all limits come first, then those that break one, by how much, then those without a number and those
 * that failed. With one objective a trial counts for its best value until then, since that is what is taken home; with
 * several it counts for its last report, because values of different reports were never had together, and fronts
 * (Deb et al. 2002, NSGA-II) decide, inside a front the room around a point.
 *
 * @param violation the sum of what the broken limits are broken by, each as a share of its limit; 0 for none
 * @param losses one for each objective, smaller is better; empty when the trial gave none or failed
 */
record Standing(int trial, double violation, List<Double> losses) {
    private static final Comparator<Standing> ONE_BY_ONE = Comparator.comparing(
                    (Standing standing) -> standing.losses.isEmpty())
            .thenComparingDouble(Standing::violation)
            .thenComparingDouble(standing -> standing.losses.isEmpty() ? 0 : standing.losses.get(0))
            .thenComparingInt(Standing::trial);

    /** How a trial stood when it had come to a fidelity, or at its end when it came less far. */
    static Standing of(Trial trial, Situation situation, double fidelity) {
        boolean failed =
                trial.outcome().filter(Outcome.Failed.class::isInstance).isPresent();
        return new Standing(
                trial.number(),
                violation(trial, situation.constraints(), fidelity),
                failed ? List.of() : losses(trial, situation.objectives(), fidelity));
    }

    private static List<Double> losses(Trial trial, List<Objective> objectives, double fidelity) {
        if (objectives.size() == 1) {
            double best = bestLoss(trial, objectives.get(0), fidelity);
            return Double.isFinite(best) ? List.of(best) : List.of();
        }
        var curve = trial.curve();
        for (int i = lastUntil(curve, fidelity); i >= 0; i--) {
            int report = i;
            var losses = objectives.stream()
                    .map(objective -> objective.loss(curve.value(objective.name(), report)))
                    .toList();
            if (losses.stream().allMatch(Double::isFinite)) {
                return losses;
            }
        }
        var losses = objectives.stream()
                .map(objective -> objective.loss(trial.value(objective.name()).orElse(Double.NaN)))
                .toList();
        return losses.stream().allMatch(Double::isFinite) ? losses : List.of();
    }

    /** The best loss until a fidelity; that of the outcome when nothing was reported; NaN for none. */
    static double bestLoss(Trial trial, Objective objective, double fidelity) {
        var curve = trial.curve();
        double best = objective.loss(curve.best(objective, lastUntil(curve, fidelity) + 1));
        return Double.isNaN(best) && curve.size() == 0
                ? objective.loss(trial.value(objective.name()).orElse(Double.NaN))
                : best;
    }

    /** The last report at or below a fidelity, else the first one; -1 when there is none. */
    static int lastUntil(Curve curve, double fidelity) {
        int low = 0;
        int high = curve.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (curve.fidelity(middle) <= fidelity * (1 + 1e-9)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 && curve.size() > 0 ? 0 : low - 1;
    }

    private static double violation(Trial trial, List<Constraint> constraints, double fidelity) {
        double sum = 0;
        for (var constraint : constraints) {
            double value = trial.outcome().orElse(null) instanceof Outcome.OverLimit over
                            && over.constraint().equals(constraint.name())
                    ? over.value()
                    : valueUntil(trial, constraint.name(), fidelity);
            double broken = constraint.violation(value);
            if (broken > 0) {
                sum += constraint.limit() == 0 ? broken : broken / Math.abs(constraint.limit());
            }
        }
        return sum;
    }

    private static double valueUntil(Trial trial, String name, double fidelity) {
        for (int i = lastUntil(trial.curve(), fidelity); i >= 0; i--) {
            double value = trial.curve().value(name, i);
            if (!Double.isNaN(value)) {
                return value;
            }
        }
        return trial.value(name).orElse(Double.NaN);
    }

    /** A stop for a trial whose last report breaks a limit that counts while trials run: nothing can mend that. */
    static Optional<Verdict> overLimit(Situation situation, int number) {
        var curve = situation.history().trial(number).curve();
        for (var constraint : situation.constraints()) {
            var value = curve.last(constraint.name());
            if (constraint.known() == Constraint.Known.WHILE
                    && value.isPresent()
                    && !constraint.keeps(value.getAsDouble())) {
                return Optional.of(new Verdict.Stop(String.format(
                        Locale.ROOT, "%s was %.4g: over its limit", constraint.inWords(), value.getAsDouble())));
            }
        }
        return Optional.empty();
    }

    /** The trials as they stood at a fidelity, the best first. */
    static List<Standing> inOrder(List<Trial> trials, Situation situation, double fidelity) {
        var standings = new ArrayList<Standing>(trials.size());
        for (var trial : trials) {
            standings.add(of(trial, situation, fidelity));
        }
        return inOrder(standings);
    }

    /** The best first; equals by their numbers. */
    static List<Standing> inOrder(List<Standing> standings) {
        var sorted = new ArrayList<>(standings);
        sorted.sort(ONE_BY_ONE);
        int feasible = 0;
        while (feasible < sorted.size()
                && !sorted.get(feasible).losses.isEmpty()
                && sorted.get(feasible).violation == 0) {
            feasible++;
        }
        if (feasible > 0 && sorted.get(0).losses.size() > 1) {
            var kept = new ArrayList<>(sorted.subList(0, feasible));
            var order = Fronts.order(kept.stream().map(Standing::losses).toList());
            for (int i = 0; i < feasible; i++) {
                sorted.set(i, kept.get(order.get(i)));
            }
        }
        return sorted;
    }

    /** How many of the others are better: by limits, then by the loss, or the front with several objectives. */
    static int better(List<Standing> others, Standing mine) {
        int better = 0;
        var rivals = new ArrayList<Standing>();
        for (var other : others) {
            if (other.losses.isEmpty() || other.violation > mine.violation) {
                continue;
            }
            if (other.violation < mine.violation
                    || (mine.losses.size() == 1 && other.losses.get(0) < mine.losses.get(0))) {
                better++;
            } else if (mine.losses.size() > 1) {
                rivals.add(other);
            }
        }
        return rivals.isEmpty()
                ? better
                : better + Fronts.before(rivals.stream().map(Standing::losses).toList(), mine.losses);
    }

    /** Whether this one may count as a result: it has numbers and breaks no limit. */
    boolean sound() {
        return !losses.isEmpty() && violation == 0;
    }
}
