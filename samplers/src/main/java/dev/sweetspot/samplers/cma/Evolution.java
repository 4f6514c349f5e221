package dev.sweetspot.samplers.cma;

import dev.sweetspot.math.sequence.Sobol;
import dev.sweetspot.surrogate.Observation;
import dev.sweetspot.surrogate.Ranks;
import dev.sweetspot.trial.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * The state of the strategy: a function of trials in their order. Each time that there are enough for a generation, the
 * distributions move.
 */
final class Evolution {
    /** Of the ranges: what lies nearer together than this trains alike. */
    private static final double SMALLEST_STEP = 1e-4;

    /** Beyond the cube by so much that nothing is drawn inside; or lost in rounding. */
    private static final double LARGEST_STEP = 1e3;

    private static final double WORST_CONDITION = 1e14;

    private final Problem problem;
    private final Layout layout;
    private final long seed;
    private final List<Double> bests;
    private Restarts restarts;
    private Restarts.Run run;
    private Gaussian gaussian;
    private Categories categories;
    private int consumed;
    private long trialsOfRun;

    /** @param mean where to begin, one number for each numeric coordinate */
    Evolution(Problem problem, Layout layout, double[] mean, Restarts restarts, long seed) {
        this.problem = problem;
        this.layout = layout;
        this.seed = seed;
        this.restarts = restarts;
        this.bests = new ArrayList<>();
        this.run = restarts.next();
        this.gaussian = new Gaussian(new Strategy(Math.max(1, mean.length), run.size()), mean, run.step());
        this.categories = new Categories(layout.choiceCounts());
        margins();
    }

    private Evolution(Evolution other) {
        this.problem = other.problem;
        this.layout = other.layout;
        this.seed = other.seed;
        this.bests = new ArrayList<>(other.bests);
        this.restarts = other.restarts;
        this.run = other.run;
        this.gaussian = other.gaussian.copy();
        this.categories = other.categories.copy();
        this.consumed = other.consumed;
        this.trialsOfRun = other.trialsOfRun;
    }

    Evolution copy() {
        return new Evolution(this);
    }

    int consumed() {
        return consumed;
    }

    boolean isOf(Problem other) {
        return problem.equals(other);
    }

    /** "generation 4 of 12 trials, step size 0.08 of the ranges". */
    String inWords() {
        double step = 0;
        for (int k = 0; k < layout.numbers(); k++) {
            step = Math.max(step, gaussian.deviation(k));
        }
        return "drawn for generation " + (gaussian.generation() + 1) + " of " + run.size() + " trials"
                + (layout.numbers() > 0 ? String.format(Locale.ROOT, ", step size %.2g of the ranges", step) : "")
                + (restarts.count() > 0 ? ", after restart " + restarts.count() : "");
    }

    /** Takes in all whole generations of trials behind those that were taken in before. */
    void take(List<Observation> trials) {
        var generation = new ArrayList<Observation>();
        for (int i = consumed; i < trials.size(); i++) {
            generation.add(trials.get(i));
            if (generation.size() == run.size()) {
                consumed = i + 1;
                move(generation);
                generation.clear();
            }
        }
    }

    private void move(List<Observation> generation) {
        var ranks = Ranks.of(generation, problem);
        var order = new ArrayList<Integer>();
        for (int i = 0; i < ranks.length; i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingInt(i -> ranks[i]));
        var points = new double[ranks.length][];
        var choices = new int[ranks.length][];
        for (int i = 0; i < points.length; i++) {
            var observation = generation.get(order.get(i));
            points[i] = layout.latent(observation, gaussian, lots(observation));
            choices[i] = layout.choices(observation);
        }
        var weights = weights(ranks, order);
        if (layout.numbers() > 0) {
            gaussian.update(points, weights);
        }
        categories.update(choices, weights);
        margins();
        trialsOfRun += ranks.length;
        bests.add(generation.get(order.get(0)).losses()[0]);
        if (restarts.allowed() && layout.numbers() > 0 && isOver()) {
            restart();
        }
    }

    /** A number from 0 to 1 for each numeric coordinate, the same for a trial whenever it is asked. */
    private double[] lots(Observation observation) {
        var point = Sobol.scrambled(Math.max(1, Math.min(layout.numbers(), Sobol.MOST_DIMENSIONS)), seed)
                .point(observation.trial().number());
        var lots = new double[layout.numbers()];
        for (int k = 0; k < lots.length; k++) {
            lots[k] = point[k % point.length];
        }
        return lots;
    }

    /** Those of the strategy; trials that are equally good share theirs. */
    private double[] weights(int[] ranks, List<Integer> order) {
        var weights = gaussian.strategy.weights.clone();
        for (int from = 0, to; from < weights.length; from = to) {
            double sum = 0;
            to = from;
            while (to < weights.length && ranks[order.get(to)] == ranks[order.get(from)]) {
                sum += weights[to++];
            }
            for (int i = from; i < to; i++) {
                weights[i] = sum / (to - from);
            }
        }
        return weights;
    }

    private void margins() {
        double alpha = 1.0 / (run.size() * Math.max(1, layout.numbers()));
        for (int k = 0; k < layout.numbers(); k++) {
            if (layout.isCounted(k)) {
                Margin.keep(gaussian, k, layout.column(k), Math.min(alpha, 0.4));
            }
        }
    }

    private boolean isOver() {
        int n = layout.numbers();
        double step = 0;
        boolean continuous = false;
        for (int k = 0; k < n; k++) {
            if (!layout.isCounted(k)) {
                step = Math.max(step, gaussian.deviation(k));
                continuous = true;
            }
        }
        int window = 10 + (30 * n + run.size() - 1) / run.size();
        return (continuous && !(step >= SMALLEST_STEP && step < LARGEST_STEP))
                || gaussian.condition() > WORST_CONDITION
                || gaussian.generation() > 100 + 50 * (n + 3.0) * (n + 3.0) / Math.sqrt(run.size())
                || (problem.objectives().size() == 1 && bests.size() >= window && isFlat(window));
    }

    private boolean isFlat(int window) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double best : bests.subList(bests.size() - window, bests.size())) {
            least = Math.min(least, best);
            most = Math.max(most, best);
        }
        // Not so when any of them is NaN.
        return most - least <= 1e-12 * (1 + Math.abs(least));
    }

    private void restart() {
        restarts = restarts.after(run, trialsOfRun);
        run = restarts.next();
        var mean = layout.restart(restarts.count(), seed);
        gaussian = new Gaussian(new Strategy(mean.length, run.size()), mean, run.step());
        categories = new Categories(layout.choiceCounts());
        bests.clear();
        trialsOfRun = 0;
        margins();
    }

    /** A point of the unit cube of the space. */
    double[] draw(RandomGenerator random) {
        return layout.point(gaussian, categories, random);
    }
}
