package dev.sweetspot.schedulers;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.math.distribution.Student;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.trial.Curve;
import dev.sweetspot.trial.FoldValues;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Trial;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Ends a trial whose parts are folds as soon as it is clearly no improvement on the best trial that ran through all of them:
 * a one-sided test of the differences on the same folds (racing: Maron and Moore 1997, Artificial Intelligence Review 11; with
 * pairs Birattari, Stuetzle, Paquete and Varrentrapp 2002, GECCO). With several objectives a trial ends when one that ran to
 * its end is clearly better in each of them.
 *
 * <table>
 *   <caption>Notation</caption>
 *   <tr><td>k, K</td><td>folds that the trial has come through, folds of a whole trial</td></tr>
 *   <tr><td>d</td><td>mean difference of its losses from those of the best, on these k folds</td></tr>
 *   <tr><td>s²</td><td>variance of the differences of the trial, and of trials before it, which count as {@value #BEFORE}
 *     more of them (Smyth 2004, Statistical Applications in Genetics and Molecular Biology 3, equation 3)</td></tr>
 *   <tr><td>v(k)</td><td>s² (1/k + overlap): the variance of d, enlarged because the trainings of the folds share most of
 *     their items (Nadeau and Bengio 2003, Machine Learning 52, equation 12)</td></tr>
 * </table>
 *
 * <p>The trial ends when (d + indifference sqrt(v(K))) / sqrt(v(k)) is above what Student's distribution with k - 1 +
 * {@value #BEFORE} degrees of freedom exceeds with the given probability: so a trial whose improvement, if there is any, is
 * less than what all folds could show is no improvement.
 *
 * @param probability how likely a figure like this may be, looked at once, for a trial that is just worth going on with; above
 *     0 and below 0.5
 * @param folds so many are run before anything is judged, at least 2
 * @param overlap how many items test for each that trains in a fold, from 0 to 1: one in four for five folds
 * @param indifference what is no improvement, in standard errors of a difference over all folds, from 0 to 3
 */
public record Racing(double probability, int folds, double overlap, double indifference) implements Scheduler {
    /** How many more differences what is known of other trials counts for. */
    private static final int BEFORE = 4;
    /** Variances of so many trials, the latest ones, say what is usual. */
    private static final int LATEST = 100;

    /** One in ten, after three folds of five, and a quarter of a standard error. */
    public Racing() {
        this(0.1, 3, 0.25, 0.25);
    }

    /** Checks the ranges. */
    public Racing {
        if (!(probability > 0 && probability < 0.5)) {
            throw new InvalidInputException("probability", probability, "must be above 0 and below 0.5", "0.1?");
        }
        if (folds < 2) {
            throw new InvalidInputException("folds", folds, "must be at least 2, to see how folds differ", "3?");
        }
        Checks.share("overlap", overlap);
        if (!(indifference >= 0 && indifference <= 3)) {
            throw new InvalidInputException("indifference", indifference, "must be from 0 to 3", "0.25?");
        }
    }

    @Override
    public String name() {
        return "racing";
    }

    @Override
    public String help() {
        return "Ends a trial of folds as soon as it is clearly no improvement on the best one.";
    }

    @Override
    public Next next(Situation situation) {
        return new RunToTheEnd().next(situation);
    }

    @Override
    public Verdict judge(Situation situation, int trial) {
        return Standing.overLimit(situation, trial).orElseGet(() -> compared(situation, trial));
    }

    private Verdict compared(Situation situation, int trial) {
        var mine = situation.history().trial(trial).curve();
        if (mine.reached() < folds || mine.reached() >= situation.fidelity().most()) {
            return Verdict.CONTINUE;
        }
        for (var rival : rivals(situation)) {
            var first = situation.objectives().get(0);
            int common = differences(mine, rival.curve(), first).length;
            if (common >= folds
                    && situation.objectives().stream()
                            .allMatch(objective -> clearlyWorse(situation, trial, rival, objective))) {
                return new Verdict.Stop(String.format(
                        Locale.ROOT,
                        "after %d of %.0f folds its %s was by %.3g worse than that of trial %d on the same folds",
                        common,
                        situation.fidelity().most(),
                        first.name(),
                        mean(differences(mine, rival.curve(), first)),
                        rival.number()));
            }
        }
        return Verdict.CONTINUE;
    }

    /** The best of those that ran through all folds; with several objectives all of them. */
    private static List<Trial> rivals(Situation situation) {
        var completed = situation.history().completed().filter(trial -> Standing.of(
                        trial, situation, situation.fidelity().most())
                .sound());
        if (situation.objectives().size() > 1) {
            return completed.sorted(Comparator.comparingInt(Trial::number)).toList();
        }
        var objective = situation.objectives().get(0);
        return completed
                .filter(trial -> trial.value(objective.name()).isPresent())
                .min(Comparator.<Trial>comparingDouble(trial ->
                                objective.loss(trial.value(objective.name()).getAsDouble()))
                        .thenComparingInt(Trial::number))
                .stream()
                .toList();
    }

    private boolean clearlyWorse(Situation situation, int trial, Trial rival, Objective objective) {
        var differences = differences(situation.history().trial(trial).curve(), rival.curve(), objective);
        int k = differences.length;
        if (k < 2) {
            return false;
        }
        double mean = mean(differences);
        double own = variance(differences, mean);
        var before = usual(situation, trial, rival, objective);
        int freedom = k - 1 + (before.length > 0 ? BEFORE : 0);
        double square = before.length > 0 ? ((k - 1) * own + BEFORE * median(before)) / freedom : own;
        double allFolds = Math.sqrt(square * (1 / situation.fidelity().most() + overlap));
        double gap = mean + indifference * allFolds;
        // Where folds do not differ at all, whatever is worse is clearly worse.
        return square == 0
                ? mean > 0
                : Student.above(gap / Math.sqrt(square * (1.0 / k + overlap)), freedom) < probability;
    }

    /** By how much the first is worse than the second, on each fold of which both have told. */
    private static double[] differences(Curve mine, Curve rival, Objective objective) {
        var one = FoldValues.of(mine, objective.name());
        var other = FoldValues.of(rival, objective.name());
        return IntStream.range(0, Math.min(one.length, other.length))
                .mapToDouble(fold -> objective.loss(one[fold]) - objective.loss(other[fold]))
                .filter(Double::isFinite)
                .toArray();
    }

    /** The variances of the differences of trials before, ascending. */
    private double[] usual(Situation situation, int trial, Trial rival, Objective objective) {
        var trials = situation.history().trials();
        return trials.subList(Math.max(0, trials.size() - LATEST), trials.size()).stream()
                .filter(other -> other.number() != trial && other.number() != rival.number())
                .map(other -> differences(other.curve(), rival.curve(), objective))
                .filter(differences -> differences.length >= folds)
                .mapToDouble(differences -> variance(differences, mean(differences)))
                .sorted()
                .toArray();
    }

    private static double mean(double[] numbers) {
        return Arrays.stream(numbers).sum() / numbers.length;
    }

    private static double variance(double[] numbers, double mean) {
        return Arrays.stream(numbers)
                        .map(number -> (number - mean) * (number - mean))
                        .sum()
                / (numbers.length - 1);
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
