package dev.sweetspot.surrogate.choice;

import dev.sweetspot.choice.Choice.Luck;
import dev.sweetspot.choice.Runs;
import dev.sweetspot.sampler.Question;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.surrogate.Columns;
import dev.sweetspot.surrogate.curve.CurveModel;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Problem;
import dev.sweetspot.trial.Start;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.trial.TrialState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is believed of the true losses of all configurations of a study, by an empirical Bayes estimate: a Gaussian process
 * says what all other configurations make one expect of each, repeats say how much of a result is luck, and the two are
 * weighed.
 *
 * <table>
 *   <caption>Notation</caption>
 *   <tr><td>y, n</td><td>mean loss of a configuration, number of its runs</td></tr>
 *   <tr><td>m, v</td><td>what the process expects there from all others, and the variance of that</td></tr>
 *   <tr><td>t²</td><td>by how much configurations differ from what their neighbours foretell</td></tr>
 *   <tr><td>s²</td><td>variance of a result under another seed</td></tr>
 * </table>
 *
 * <p>The noise of the process is s² + t², because it sees most configurations once; what repeats show is s².
 */
final class Estimates {
    /** The process learns from so many configurations, the better half of them the best ones. */
    private static final int ROWS = 150;
    /** What the process takes for noise counts as much as so many repeats. */
    private static final double WEIGHT_OF_PROCESS = 2;

    private final List<Estimate> all;
    private final Luck luck;
    private final double noise;
    private final TopScale scale;
    private final Neighbours neighbours;

    private Estimates(List<Estimate> all, Luck luck, double noise, TopScale scale, Neighbours neighbours) {
        this.all = all;
        this.luck = luck;
        this.noise = noise;
        this.scale = scale;
        this.neighbours = neighbours;
    }

    /**
     * The estimates; empty before there is any value.
     *
     * @param runs of the history, of each configuration that counts
     * @param trust how much of what the process takes for noise is believed to be luck before anything was repeated, from
     *     0 to 1
     */
    static Optional<Estimates> of(Problem problem, History history, List<Runs> runs, double trust) {
        if (runs.isEmpty()) {
            return Optional.empty();
        }
        var curves = CurveModel.ofBest(history.trials(), problem.objectives().get(0));
        var losses = runs.stream().mapToDouble(each -> loss(each, problem)).toArray();
        var scale = TopScale.of(losses);
        var encoding = Encoding.of(problem.space());
        var rows = new ArrayList<double[]>();
        var values = new ArrayList<Double>();
        var places = new int[runs.size()];
        var learnt = learntFrom(runs, losses);
        for (int i = 0; i < places.length; i++) {
            places[i] = learnt[i] ? rows.size() : -1;
            if (learnt[i]) {
                rows.add(encoding.encode(runs.get(i).configuration()));
                values.add(mean(runs.get(i).whole(), problem, scale));
            }
        }
        var neighbours = Neighbours.of(
                Columns.of(problem.space()),
                rows.toArray(double[][]::new),
                values.stream().mapToDouble(Double::doubleValue).toArray());
        var luck = Runs.luck(runs, problem);
        double noise = noise(runs, problem, scale, luck, trust, neighbours.noise());
        var estimates = new ArrayList<Estimate>();
        for (int i = 0; i < places.length; i++) {
            var each = runs.get(i);
            var expected = places[i] >= 0
                    ? neighbours.without(places[i])
                    : neighbours.at(encoding.encode(each.configuration()));
            double doubt = expected.variance() + Math.max(0, neighbours.noise() - noise);
            if (each.whole().isEmpty()) {
                var end = end(each.counting().get(0), curves, problem, scale);
                estimates.add(Estimate.of(each, end[0], end[1] + noise, expected.mean(), doubt));
            } else {
                double mean = mean(each.whole(), problem, scale);
                estimates.add(Estimate.of(each, mean, noise / each.whole().size(), expected.mean(), doubt));
            }
        }
        estimates.sort(Comparator.comparingDouble(Estimate::rank)
                .thenComparing(each -> each.runs().whole().isEmpty())
                .thenComparingInt(each -> each.runs().counting().get(0).number()));
        return Optional.of(new Estimates(estimates, luck, noise, scale, neighbours));
    }

    /** The same of all configurations that a whole trial tells of, and that can be repeated as of now. */
    static Optional<Estimates> of(Question question, double trust) {
        var encoding = Encoding.of(question.space());
        var whole = Runs.of(question.problem(), question.history()).stream()
                .filter(runs -> !runs.whole().isEmpty()
                        && repeatable(runs, question.history())
                        && encoding.feasible(runs.configuration()))
                .toList();
        return of(question.problem(), question.history(), whole, trust);
    }

    private static boolean repeatable(Runs runs, History history) {
        var any = runs.whole().get(0);
        var first = history.trial(any.repeats().orElse(any.number()));
        return first.start() instanceof Start.Fresh && !(first.state() instanceof TrialState.Running);
    }

    private static double loss(Runs runs, Problem problem) {
        return runs.counting().stream()
                .mapToDouble(trial -> loss(trial, problem))
                .average()
                .orElseThrow();
    }

    private static double loss(Trial trial, Problem problem) {
        return problem.objectives().get(0).loss(Runs.value(trial, problem));
    }

    private static double mean(List<Trial> trials, Problem problem, TopScale scale) {
        return trials.stream()
                .mapToDouble(trial -> scale.scaled(loss(trial, problem)))
                .average()
                .orElseThrow();
    }

    /** Those with whole runs; of very many the best, and an even choice of the others. */
    private static boolean[] learntFrom(List<Runs> runs, double[] losses) {
        var whole = new ArrayList<Integer>();
        for (int i = 0; i < losses.length; i++) {
            if (!runs.get(i).whole().isEmpty()) {
                whole.add(i);
            }
        }
        var learnt = new boolean[losses.length];
        if (whole.size() > ROWS) {
            whole.sort(Comparator.comparingDouble(i -> losses[i]));
            whole.subList(0, ROWS / 2).forEach(i -> learnt[i] = true);
            int others = whole.size() - ROWS / 2;
            for (int k = 0; k < ROWS - ROWS / 2; k++) {
                learnt[whole.get(ROWS / 2 + (int) ((long) k * others / (ROWS - ROWS / 2)))] = true;
            }
        } else {
            whole.forEach(i -> learnt[i] = true);
        }
        return learnt;
    }

    /** The variance of a result under another seed, on the scale. */
    private static double noise(
            List<Runs> all, Problem problem, TopScale scale, Luck luck, double trust, double ofProcess) {
        if (luck != Luck.SOME) {
            return luck == Luck.UNKNOWN ? trust * ofProcess : 0;
        }
        double squares = 0;
        int freedom = 0;
        for (var runs : all) {
            if (runs.whole().size() > 1) {
                double mean = mean(runs.whole(), problem, scale);
                for (var trial : runs.whole()) {
                    double difference = scale.scaled(loss(trial, problem)) - mean;
                    squares += difference * difference;
                }
                freedom += runs.whole().size() - 1;
            }
        }
        return (WEIGHT_OF_PROCESS * ofProcess + squares) / (WEIGHT_OF_PROCESS + freedom);
    }

    /** What a trial that was cut short would have come to, and the variance of that. */
    private static double[] end(Trial trial, CurveModel curves, Problem problem, TopScale scale) {
        double now = scale.scaled(loss(trial, problem));
        return curves.forecast(trial.number(), problem.fidelity().most())
                .map(forecast -> {
                    double mean = scale.scaled(curves.scale().loss(forecast.mean()));
                    double worse = scale.scaled(curves.scale().loss(forecast.mean() + forecast.deviation()));
                    return new double[] {Math.min(now, mean), (worse - mean) * (worse - mean)};
                })
                .orElseGet(() -> new double[] {now, 0});
    }

    /** The best first. */
    List<Estimate> all() {
        return all;
    }

    Luck luck() {
        return luck;
    }

    /** The variance of a result under another seed, on the scale. */
    double noise() {
        return noise;
    }

    TopScale scale() {
        return scale;
    }

    Neighbours neighbours() {
        return neighbours;
    }
}
