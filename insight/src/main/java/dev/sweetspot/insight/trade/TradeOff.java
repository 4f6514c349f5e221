package dev.sweetspot.insight.trade;

import dev.sweetspot.insight.Studied;
import dev.sweetspot.math.front.Front;
import dev.sweetspot.math.front.Hypervolume;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * What several objectives cost one another.
 *
 * @param objectives in the order of the study
 * @param front the trials that no other is better than in every objective, by the first objective, the best first
 * @param knee the one of the front beyond which a little more of one objective costs most of the others; empty for fronts of fewer
 *     than three
 * @param steps from each trial of the front to the next, for two objectives; empty for more
 * @param volumes the dominated hypervolume after each trial that ran to its end, as a share of the last
 */
public record TradeOff(
        List<Objective> objectives, List<Trial> front, OptionalInt knee, List<Step> steps, List<Double> volumes) {
    /** How far the corner from which volumes are measured lies beyond the worst of the front, as a share of its extent. */
    private static final double BEYOND = 0.1;

    /**
     * From one trial of a front of two objectives to the next.
     *
     * @param from the one that is better in the second objective
     * @param to the one that is better in the first
     * @param gained of the first objective, above 0
     * @param paid of the second, above 0
     */
    public record Step(int from, int to, double gained, double paid) {
        /** What one unit of the first objective costs in the second. */
        public double price() {
            return paid / gained;
        }
    }

    /** Keeps copies. */
    public TradeOff {
        objectives = List.copyOf(objectives);
        front = List.copyOf(front);
        steps = List.copyOf(steps);
        volumes = List.copyOf(volumes);
    }

    /** That of a study; empty for one objective, and before any trial ran to its end. */
    public static Optional<TradeOff> of(Studied studied) {
        var objectives = studied.spec().objectives();
        var front = studied.history().front(studied.problem());
        if (objectives.size() < 2 || front.isEmpty()) {
            return Optional.empty();
        }
        var apart = apart(objectives, front);
        return Optional.of(new TradeOff(
                objectives,
                front,
                knee(objectives, apart),
                objectives.size() == 2 ? steps(objectives, apart) : List.of(),
                volumes(studied, objectives, front)));
    }

    /** One of each place of the front, where several trials came to the same. */
    private static List<Trial> apart(List<Objective> objectives, List<Trial> front) {
        var places = new LinkedHashMap<List<Double>, Trial>();
        front.forEach(trial -> places.putIfAbsent(
                Arrays.stream(losses(objectives, trial)).boxed().toList(), trial));
        return List.copyOf(places.values());
    }

    private static double[] losses(List<Objective> objectives, Trial trial) {
        return objectives.stream()
                .mapToDouble(objective ->
                        objective.loss(trial.value(objective.name()).orElse(Double.NaN)))
                .toArray();
    }

    private static double[][] losses(List<Objective> objectives, List<Trial> trials) {
        return trials.stream().map(trial -> losses(objectives, trial)).toArray(double[][]::new);
    }

    /**
     * The farthest from the plane through the ends of the front, towards the ideal, every objective scaled to its extent on the
     * front (Das 1999, Structural Optimization 18): the least sum of the scaled losses.
     */
    private static OptionalInt knee(List<Objective> objectives, List<Trial> trials) {
        if (trials.size() < 3) {
            return OptionalInt.empty();
        }
        var front = Front.of(losses(objectives, trials));
        var ideal = front.ideal();
        var nadir = front.nadir();
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < trials.size(); i++) {
            var losses = losses(objectives, trials.get(i));
            double sum = 0;
            for (int k = 0; k < losses.length; k++) {
                sum += nadir[k] > ideal[k] ? (losses[k] - ideal[k]) / (nadir[k] - ideal[k]) : 0;
            }
            if (sum < least) {
                least = sum;
                best = trials.get(i).number();
            }
        }
        return OptionalInt.of(best);
    }

    private static List<Step> steps(List<Objective> objectives, List<Trial> front) {
        var steps = new ArrayList<Step>();
        for (int i = front.size() - 1; i > 0; i--) {
            var from = losses(objectives, front.get(i));
            var to = losses(objectives, front.get(i - 1));
            if (from[0] > to[0] && to[1] > from[1]) {
                steps.add(new Step(front.get(i).number(), front.get(i - 1).number(), from[0] - to[0], to[1] - from[1]));
            }
        }
        return steps;
    }

    private static List<Double> volumes(Studied studied, List<Objective> objectives, List<Trial> front) {
        var last = Front.of(losses(objectives, front));
        var corner = last.nadir();
        var ideal = last.ideal();
        for (int k = 0; k < corner.length; k++) {
            double extent = corner[k] - ideal[k];
            corner[k] += BEYOND * (extent > 0 ? extent : Math.max(1e-12, Math.abs(corner[k])));
        }
        double whole = Hypervolume.of(last.points(), corner);
        var volumes = new ArrayList<Double>();
        var points = new ArrayList<double[]>();
        double volume = 0;
        for (var trial : studied.history().completed().toList()) {
            var losses = losses(objectives, trial);
            boolean counts = Arrays.stream(losses).allMatch(Double::isFinite)
                    && studied.spec().constraints().stream()
                            .allMatch(limit ->
                                    limit.keeps(trial.value(limit.name()).orElse(limit.limit())));
            if (counts) {
                double more = Hypervolume.improvement(points.toArray(double[][]::new), losses, corner);
                if (more > 0) {
                    volume += more;
                    points.add(losses);
                }
            }
            volumes.add(whole > 0 ? Math.min(1, volume / whole) : 0);
        }
        return volumes;
    }

    /** What it costs to go from the knee to the next better one in the first objective; of two objectives. */
    public Optional<Step> dearer() {
        return steps.stream()
                .filter(step -> knee.isPresent() && step.from() == knee.getAsInt())
                .findFirst();
    }

    /** What it saves to go from the knee to the next worse one in the first objective; of two objectives. */
    public Optional<Step> cheaper() {
        return steps.stream()
                .filter(step -> knee.isPresent() && step.to() == knee.getAsInt())
                .findFirst();
    }

    /** "accuracy 0.97, milliseconds 12". */
    private String values(int number) {
        var trial = front.stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow();
        return objectives.stream()
                .map(each -> String.format(
                        Locale.ROOT,
                        "%s %.4g",
                        each.name(),
                        trial.value(each.name()).orElse(Double.NaN)))
                .collect(Collectors.joining(", "));
    }

    /** As sentences that people read. */
    public List<String> inWords() {
        var sentences = new ArrayList<String>();
        int places = apart(objectives, front).size();
        if (places == 1) {
            sentences.add(
                    front.size() == 1
                            ? "Trial " + front.get(0).number()
                                    + " is the best in every objective: nothing must be given up."
                            : front.size()
                                    + " trials came to the same, which is the best in every objective: nothing must be"
                                    + " given up.");
            return sentences;
        }
        sentences.add(front.size() + " trials are not beaten in every objective by any other"
                + (places < front.size()
                        ? "; some came to the same, so that there are " + places + " to choose from."
                        : "."));
        knee.ifPresent(number -> sentences.add("Trial " + number + " is the knee (" + values(number)
                + "): from there a little more of one costs most."));
        dearer().ifPresent(step -> sentences.add(String.format(
                Locale.ROOT,
                "From there to trial %d, %s gets better by %.3g and %s worse by %.3g.",
                step.to(),
                objectives.get(0).name(),
                step.gained(),
                objectives.get(1).name(),
                step.paid())));
        cheaper()
                .ifPresent(step -> sentences.add(String.format(
                        Locale.ROOT,
                        "The other way, to trial %d, %s gets worse by %.3g and %s better by %.3g.",
                        step.from(),
                        objectives.get(0).name(),
                        step.gained(),
                        objectives.get(1).name(),
                        step.paid())));
        return sentences;
    }

    /**
     * What a wanted value of the first of two objectives costs in the second: the best second value of the trials that reach it.
     *
     * @return empty where no trial reaches it
     */
    public Optional<Trial> cheapest(double wanted) {
        var first = objectives.get(0);
        return front.stream()
                .filter(trial -> !first.better(wanted, trial.value(first.name()).orElse(Double.NaN)))
                .reduce((one, other) -> objectives
                                .get(1)
                                .better(
                                        other.value(objectives.get(1).name()).orElse(Double.NaN),
                                        one.value(objectives.get(1).name()).orElse(Double.NaN))
                        ? other
                        : one);
    }

    /**
     * The attainment surface of several studies of two objectives, as data (Fonseca and Fleming 1996, PPSN IV): the points of
     * losses that at least so many of them have reached.
     *
     * @param fronts of each study the losses of its front, a row each
     * @param reached how many studies, at least 1
     * @return steps, the first loss growing
     */
    public static double[][] attained(List<double[][]> fronts, int reached) {
        var firsts = fronts.stream()
                .flatMap(Arrays::stream)
                .mapToDouble(point -> point[0])
                .sorted()
                .distinct()
                .toArray();
        var steps = new ArrayList<double[]>();
        for (double first : firsts) {
            var seconds = fronts.stream()
                    .mapToDouble(front -> Arrays.stream(front)
                            .filter(point -> point[0] <= first)
                            .mapToDouble(point -> point[1])
                            .min()
                            .orElse(Double.POSITIVE_INFINITY))
                    .sorted()
                    .toArray();
            double second = reached <= seconds.length ? seconds[reached - 1] : Double.POSITIVE_INFINITY;
            if (Double.isFinite(second) && (steps.isEmpty() || second < steps.get(steps.size() - 1)[1])) {
                steps.add(new double[] {first, second});
            }
        }
        return steps.toArray(double[][]::new);
    }
}
