package dev.sweetspot.insight.honest;

import dev.sweetspot.choice.Choice;
import dev.sweetspot.insight.Studied;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.surrogate.Columns;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How good the winner of a study really is: its value corrected for having been chosen, and how sure it is that it beats the
 * default and the next best. See {@code docs/ideas/honest.md}.
 *
 * @param winner its value and what that is worth
 * @param runnerUp the best of the other configurations, by what is believed of them; empty where there is none
 * @param standard the default configuration; empty where it was not tried, or won
 */
public record HonestFigures(Winner winner, Optional<Rival> runnerUp, Optional<Rival> standard) {
    private static final double DEVIATIONS = 1.959963984540054;
    /** A model learns from so many results, half of them the best ones. */
    private static final int ROWS = 150;
    /** Who comes next is sought among so many, the best ones as measured. */
    private static final int NEXT = 10;

    private static final String ERROR = "_standard_error";

    /**
     * Those of the configuration that the study would choose, by its first objective; empty while too few trials ran to their
     * end.
     */
    public static Optional<HonestFigures> of(Studied studied) {
        return Choice.of(studied.problem(), studied.history())
                .flatMap(choice -> of(
                        studied,
                        studied.spec().objectives().get(0),
                        choice.chosen().trial().number()));
    }

    /**
     * Those of a configuration, however it was chosen.
     *
     * @param objective one of the study's
     * @param trial any trial of the configuration
     * @return empty while too few trials ran to their end, and where none of the configuration did
     */
    public static Optional<HonestFigures> of(Studied studied, Objective objective, int trial) {
        var results = Results.of(studied, objective);
        int place = results.placeOf(studied.history().trial(trial));
        return results.byConfiguration().size() < Belief.FEWEST || place < 0
                ? Optional.empty()
                : Optional.of(new Reckoning(studied, results, place).figures());
    }

    /** What people should be warned of, the most important first; empty where nothing is wrong. */
    public List<String> warnings() {
        var warnings = new ArrayList<String>();
        standard.filter(rival -> !rival.distinguishable())
                .ifPresent(rival -> warnings.add(rival.inWords(winner.objective())));
        runnerUp.filter(rival -> !rival.distinguishable())
                .ifPresent(rival -> warnings.add(rival.inWords(winner.objective())));
        return warnings;
    }

    /** All of it as sentences that people read. */
    public List<String> inWords() {
        var sentences = new ArrayList<String>();
        sentences.add(winner.inWords());
        standard.ifPresent(rival -> sentences.add(rival.inWords(winner.objective())));
        runnerUp.ifPresent(rival -> sentences.add(rival.inWords(winner.objective())));
        return sentences;
    }

    /** The way there. */
    private static final class Reckoning {
        private final Encoding encoding;
        private final Results results;
        private final int winner;
        private final int standard;
        private final int[] byValue;
        /** The places that the belief is formed of, in the order of its rows. */
        private final List<Integer> rows = new ArrayList<>();

        private final Belief belief;
        private final boolean certain;

        Reckoning(Studied studied, Results results, int winner) {
            this.encoding = Encoding.of(studied.space());
            this.results = results;
            this.winner = winner;
            this.standard = encoding.defaults()
                    .map(results::placeOf)
                    .filter(place -> place >= 0)
                    .orElse(-1);
            this.byValue = results.byConfiguration().stream()
                    .map(results::meanLoss)
                    .collect(Collectors.collectingAndThen(Collectors.toList(), Reckoning::order));
            this.certain = results.repeats() > 0 && results.varianceOfRepeats() == 0;
            this.belief = belief(studied);
        }

        private static int[] order(List<Double> losses) {
            var order = new Integer[losses.size()];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, Comparator.comparingDouble(losses::get));
            return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
        }

        /** From the best half of the rows that are wanted, an even choice of the others, and those that are asked about. */
        private Belief belief(Studied studied) {
            var chosen = new TreeSet<Integer>();
            int count = byValue.length;
            for (int k = 0; k < Math.min(count, ROWS / 2); k++) {
                chosen.add(byValue[k]);
            }
            int others = count - ROWS / 2;
            for (int k = 0; k < Math.min(others, ROWS - ROWS / 2); k++) {
                chosen.add(byValue[ROWS / 2 + (int) ((long) k * others / Math.min(others, ROWS - ROWS / 2))]);
            }
            chosen.add(winner);
            if (standard >= 0) {
                chosen.add(standard);
            }
            rows.addAll(chosen);
            double squares = 0;
            for (int place : chosen) {
                squares += results.squares(place);
            }
            return Belief.of(
                    Columns.of(studied.space()),
                    new Rows(
                            rows.stream().map(this::point).toArray(double[][]::new),
                            rows.stream()
                                    .mapToDouble(place -> results.meanLoss(
                                            results.byConfiguration().get(place)))
                                    .toArray(),
                            rows.stream()
                                    .mapToInt(place ->
                                            results.byConfiguration().get(place).size())
                                    .toArray(),
                            squares));
        }

        private int row(int place) {
            return rows.indexOf(place);
        }

        private double[] point(int place) {
            return encoding.encode(results.byConfiguration().get(place).get(0).configuration());
        }

        HonestFigures figures() {
            var next = Arrays.stream(byValue)
                    .limit(NEXT)
                    .filter(place -> place != winner)
                    .boxed()
                    .min(Comparator.comparingDouble(place -> certain
                            ? results.meanLoss(results.byConfiguration().get(place))
                            : belief.expected(row(place))));
            return new HonestFigures(
                    winner(),
                    next.map(place -> rival("the runner-up", place)),
                    standard < 0 || standard == winner
                            ? Optional.empty()
                            : Optional.of(rival("the default", standard)));
        }

        private Winner winner() {
            var runs = results.byConfiguration().get(winner);
            double mean = results.meanLoss(runs);
            double noise =
                    certain ? 0 : results.repeats() > 0 ? Math.sqrt(results.varianceOfRepeats()) : belief.noise();
            double half = DEVIATIONS * noise / Math.sqrt(runs.size());
            var corrected = certain ? Estimate.certain(mean) : belief.of(row(winner));
            return new Winner(
                    results.objective(),
                    runs.get(0).number(),
                    runs.size(),
                    results.byConfiguration().size(),
                    results.objective().loss(mean),
                    inUnits(new Estimate(mean, mean - half, mean + half)),
                    inUnits(corrected),
                    noise,
                    certain
                            ? Winner.Source.NO_LUCK
                            : results.repeats() > 0 ? Winner.Source.REPEATS : Winner.Source.MODEL,
                    error(runs).map(error -> inUnits(onNewData(corrected, error))));
        }

        /** Whoever was chosen on some items fits them: the best of those within an error of it by as much as luck makes it. */
        private Estimate onNewData(Estimate here, double error) {
            double best = results.meanLoss(results.byConfiguration().get(winner));
            int near = (int) results.byConfiguration().stream()
                    .filter(runs -> Math.abs(results.meanLoss(runs) - best) <= error)
                    .count();
            double value = here.value() + Overfitting.luckOfBest(error, near);
            return new Estimate(
                    value,
                    value - Math.hypot(here.value() - here.low(), DEVIATIONS * error),
                    value + Math.hypot(here.high() - here.value(), DEVIATIONS * error));
        }

        private Optional<Double> error(List<Trial> runs) {
            var errors = runs.stream()
                    .map(trial -> trial.value(results.objective().name() + ERROR))
                    .filter(error ->
                            error.isPresent() && error.getAsDouble() > 0 && Double.isFinite(error.getAsDouble()))
                    .mapToDouble(error -> error.getAsDouble())
                    .average();
            return errors.isPresent() ? Optional.of(errors.getAsDouble()) : Optional.empty();
        }

        private Rival rival(String who, int place) {
            var runs = results.byConfiguration().get(place);
            double mean = results.meanLoss(runs);
            double gap = mean - results.meanLoss(results.byConfiguration().get(winner));
            return new Rival(
                    who,
                    runs.get(0).number(),
                    results.objective().loss(mean),
                    certain ? Estimate.certain(gap) : belief.gap(row(winner), row(place)),
                    certain ? gap > 0 ? 1 : gap < 0 ? 0 : 0.5 : belief.probabilityBetter(row(winner), row(place)));
        }

        /** Losses in the direction of the user. */
        private Estimate inUnits(Estimate losses) {
            var objective = results.objective();
            double one = objective.loss(losses.low());
            double other = objective.loss(losses.high());
            return new Estimate(objective.loss(losses.value()), Math.min(one, other), Math.max(one, other));
        }
    }
}
