package dev.sweetspot.insight.importance;

import dev.sweetspot.insight.Aspect;
import dev.sweetspot.insight.Studied;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.trial.TrialState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What each trial came to at the end, or would have come to.
 *
 * <p>A value after one epoch is not comparable with one after 27. Leaving the short trials out would leave out the bad ones,
 * and what matters would seem not to. So the value of a trial that ended early is foretold by a straight line from the values
 * that longer trials had at the same moment to what those came to in the end. Whether a trial goes on was decided by what was
 * seen of it until then, so those that went on tell truly of those that did not (missing at random: Rubin 1976, Biometrika
 * 63). Moments are gone through from the last to the first; what was foretold at a later one teaches the earlier ones.
 *
 * <p>The end is the end of completed trials. Where fewer than {@value #ENOUGH} completed, it is the largest fidelity that so
 * many reached.
 */
final class Ends {
    /** Fewer trials than this do not carry a model. */
    private static final int ENOUGH = 20;
    /** A line through fewer points foretells nothing. */
    private static final int FEWEST_FOR_LINE = 10;

    private static final double SAME = 1e-9;

    private final Aspect aspect;
    private final double end;
    private final Map<Integer, Double> measured = new HashMap<>();
    private final Map<Integer, Foretold> foretold = new HashMap<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * What a trial would have come to.
     *
     * @param value as the line foretells it
     * @param spread the standard deviation around it
     */
    record Foretold(double value, double spread) {}

    private Ends(Aspect aspect, double end) {
        this.aspect = aspect;
        this.end = end;
    }

    static Ends of(Studied studied, Aspect aspect) {
        var trials = studied.history().trials().stream()
                .filter(trial ->
                        trial.outcome().filter(Outcome.Failed.class::isInstance).isEmpty())
                .toList();
        double end = end(trials);
        var ends = new Ends(aspect, end);
        var early = new ArrayList<Trial>();
        for (var trial : trials) {
            var value = ends.atTheEnd(trial);
            if (value.isPresent() && Double.isFinite(value.getAsDouble())) {
                ends.measured.put(trial.number(), value.getAsDouble());
            } else if (value.isEmpty() && trial.curve().size() > 0) {
                early.add(trial);
            }
        }
        ends.foretell(trials, early);
        if (end < Double.POSITIVE_INFINITY) {
            ends.notes.add("Hardly any trial ran to its end: what is compared is the value after " + plain(end) + " "
                    + studied.spec().problem().fidelity().unit() + ".");
        }
        return ends;
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    /** Infinity for the end of completed trials. */
    private static double end(List<Trial> trials) {
        long completed = trials.stream().filter(Trial::completed).count();
        long partly = trials.stream()
                .filter(trial -> !trial.completed() && trial.curve().size() > 0)
                .count();
        if (completed >= ENOUGH || partly <= completed) {
            return Double.POSITIVE_INFINITY;
        }
        var reached = trials.stream()
                .mapToDouble(trial -> trial.curve().reached())
                .filter(fidelity -> fidelity > 0)
                .sorted()
                .toArray();
        return reached.length == 0 ? Double.POSITIVE_INFINITY : reached[Math.max(0, reached.length - ENOUGH)];
    }

    /** Empty for a trial that did not come so far. */
    private OptionalDouble atTheEnd(Trial trial) {
        if (aspect instanceof Aspect.OfConstraint limit) {
            var name = limit.constraint().name();
            if (trial.outcome().orElse(null) instanceof Outcome.OverLimit over
                    && over.constraint().equals(name)) {
                return OptionalDouble.of(over.value());
            }
            if (!trial.curve().names().contains(name)) {
                // It is no matter of how long a trial runs.
                return aspect.of(trial);
            }
        }
        if (trial.completed()
                && (end == Double.POSITIVE_INFINITY || trial.curve().size() == 0)) {
            return aspect.of(trial);
        }
        return end < Double.POSITIVE_INFINITY ? at(trial, end) : OptionalDouble.empty();
    }

    /** The value of the report at a fidelity; empty where there is none there. */
    private OptionalDouble at(Trial trial, double fidelity) {
        var curve = trial.curve();
        for (int k = curve.size() - 1; k >= 0; k--) {
            if (Math.abs(curve.fidelity(k) - fidelity) <= SAME * fidelity) {
                double value = aspect instanceof Aspect.OfTime ? curve.seconds(k) : curve.value(aspect.name(), k);
                return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
            }
        }
        return OptionalDouble.empty();
    }

    private void foretell(List<Trial> trials, List<Trial> early) {
        early.sort(Comparator.<Trial>comparingDouble(trial -> -trial.curve().reached())
                .thenComparing(Trial::number));
        int without = 0;
        for (int from = 0, to; from < early.size(); from = to) {
            double moment = early.get(from).curve().reached();
            to = from;
            while (to < early.size() && early.get(to).curve().reached() >= moment * (1 - SAME)) {
                to++;
            }
            var line = line(trials, moment);
            for (var trial : early.subList(from, to)) {
                var seen = at(trial, trial.curve().reached());
                if (line.isPresent() && seen.isPresent()) {
                    foretold.put(trial.number(), line.get().at(seen.getAsDouble()));
                } else if (!(trial.state() instanceof TrialState.Running)) {
                    without++;
                }
            }
        }
        if (!foretold.isEmpty()) {
            notes.add(foretold.size() + (foretold.size() == 1 ? " trial" : " trials")
                    + " did not run to the end: what they would have come to is foretold by those that went on.");
        }
        if (without > 0) {
            notes.add(
                    without == 1
                            ? "1 trial that did not run to the end cannot be compared and is left out."
                            : without + " trials that did not run to the end cannot be compared and are left out.");
        }
    }

    private record Line(double meanSeen, double meanEnd, double slope, double spread) {
        Foretold at(double seen) {
            return new Foretold(meanEnd + slope * (seen - meanSeen), spread);
        }
    }

    /** The line from what was seen at a moment to what became of it. */
    private Optional<Line> line(List<Trial> trials, double moment) {
        var seen = new ArrayList<Double>();
        var became = new ArrayList<Foretold>();
        for (var trial : trials) {
            if (trial.curve().reached() <= moment * (1 + SAME)) {
                continue;
            }
            var there = at(trial, moment);
            var ended = measured.get(trial.number());
            var end = ended != null ? new Foretold(ended, 0) : foretold.get(trial.number());
            if (there.isPresent() && end != null) {
                seen.add(there.getAsDouble());
                became.add(end);
            }
        }
        int n = seen.size();
        if (n < FEWEST_FOR_LINE) {
            return Optional.empty();
        }
        double meanSeen = seen.stream().mapToDouble(Double::doubleValue).sum() / n;
        double meanEnd = became.stream().mapToDouble(Foretold::value).sum() / n;
        double square = 0;
        double product = 0;
        for (int i = 0; i < n; i++) {
            square += (seen.get(i) - meanSeen) * (seen.get(i) - meanSeen);
            product += (seen.get(i) - meanSeen) * (became.get(i).value() - meanEnd);
        }
        double slope = square > 0 ? product / square : 0;
        double rest = 0;
        for (int i = 0; i < n; i++) {
            double error = became.get(i).value() - meanEnd - slope * (seen.get(i) - meanSeen);
            rest += error * error + became.get(i).spread() * became.get(i).spread();
        }
        return Optional.of(new Line(meanSeen, meanEnd, slope, Math.sqrt(rest / (n - 2))));
    }

    /** The value of a trial that came to the end. */
    Optional<Double> measured(Trial trial) {
        return Optional.ofNullable(measured.get(trial.number()));
    }

    /** What one would have come to that did not. */
    Optional<Foretold> foretold(Trial trial) {
        return Optional.ofNullable(foretold.get(trial.number()));
    }

    /** What one must know of it, as sentences. */
    List<String> notes() {
        return notes;
    }
}
