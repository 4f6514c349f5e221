package dev.sweetspot.insight.importance;

import dev.sweetspot.insight.Aspect;
import dev.sweetspot.insight.Openness;
import dev.sweetspot.insight.Studied;
import dev.sweetspot.surrogate.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * PED-ANOVA (Watanabe, Bansal and Hutter 2023, IJCAI, arXiv:2304.10255): how much each parameter decides whether a
 * configuration of the better part of all is among the best. It needs no model of the values, only their order, and looks
 * only where they are good: what keeps a training from going astray matters over the whole space, and not here.
 *
 * <table>
 *   <caption>Notation</caption>
 *   <tr><td>γ', γ</td><td>the share of the configurations that are among the best; of those looked at</td></tr>
 *   <tr><td>α', α</td><td>the share of those in which the parameter is active</td></tr>
 *   <tr><td>p', p</td><td>their densities over the parameter's coordinate, where it is active</td></tr>
 *   <tr><td>v</td><td>(γ' / γ)² (α'² / α) ∫ (p' / p - 1)² p dx, and the share of v in the sum over all parameters</td></tr>
 * </table>
 *
 * <p>Without conditions α = α' = 1, and v is equation 16 of the paper. With them it is the variance within the branch where
 * the parameter is active, weighed by how often that is (Baba, Ozaki and Watanabe 2026, arXiv:2601.20800): choosing a branch
 * is not credited to the parameters that live in it.
 *
 * <p>Ours: from the integral is subtracted what as many configurations drawn at random would have had, else each parameter
 * without effect gets a share that grows as the configurations get fewer. Where all parameters together have no more than 95 %
 * of such draws, there are no shares.
 *
 * @param best γ', above 0 and below {@code of}
 * @param of γ, up to 1; with 1, p is even over the whole range: of what the space offers, not of what was tried
 */
public record PedAnova(double best, double of) implements ImportanceMethod {
    /** What makes the best tenth of the better half. */
    public static final PedAnova NEAR_THE_GOOD = new PedAnova(0.1, 0.5);

    /** What makes the best tenth of all that the space offers. */
    public static final PedAnova OF_ALL = new PedAnova(0.1, 1);

    /** Fewer among the best say nothing. */
    private static final int FEWEST_BEST = 5;

    private static final int RESAMPLES = 40;
    private static final int DRAWS = 100;
    private static final double NORMAL_95 = 1.96;

    /** Checks the ranges. */
    public PedAnova {
        if (!(best > 0 && best < of && of <= 1)) {
            throw new IllegalArgumentException(
                    "best = " + best + ", of = " + of + ": must be above 0, and below the other, which is at most 1");
        }
    }

    @Override
    public Importances importances(Studied studied, Aspect aspect) {
        var sample = Sample.of(studied, aspect);
        var method = "PED-ANOVA: the share of what makes a configuration one of the best " + percent(best) + " of "
                + (of == 1 ? "all" : "the better " + percent(of));
        int size = sample.size();
        if (target(size) < FEWEST_BEST
                || region(size) <= target(size)
                || sample.space().parameters().isEmpty()) {
            var notes = new ArrayList<>(sample.notes());
            notes.add(size + " configurations with a value are too few to say what matters among the best.");
            return new Importances(aspect, method, size, OptionalDouble.empty(), List.of(), List.of(), notes);
        }
        var densities = Column.of(sample.space()).stream().map(Density::of).toList();
        var losses = Arrays.stream(sample.values()).map(aspect::loss).toArray();
        var points = sample.points();
        var all = IntStream.range(0, size).toArray();
        var random = new SplittableRandom(studied.spec().seed());
        var order = sorted(all, losses);
        var draws = draws(densities, points, order, random);
        var chance = mean(draws);
        var values = values(densities, points, order, chance);
        if (!(sum(values) > usual(draws, chance, weights(points, order)))) {
            var notes = new ArrayList<>(sample.notes());
            notes.add("No parameter sets the best " + percent(best) + " apart by more than chance would.");
            return new Importances(aspect, method, size, OptionalDouble.empty(), List.of(), List.of(), notes);
        }
        var shares = shares(values);
        var resampled = new double[RESAMPLES][];
        for (int b = 0; b < RESAMPLES; b++) {
            var drawn = IntStream.range(0, size).map(i -> random.nextInt(size)).toArray();
            resampled[b] = shares(values(densities, points, sorted(drawn, losses), chance));
        }
        var names = sample.space().parameters();
        var mains = new ArrayList<Importance>();
        for (int c = 0; c < shares.length; c++) {
            if (Openness.isOpen(names.get(c))) {
                mains.add(importance(names.get(c).name(), c, shares[c], resampled));
            }
        }
        mains.sort(Comparator.comparingDouble(each -> -each.share()));
        return new Importances(aspect, method, size, OptionalDouble.empty(), mains, List.of(), sample.notes());
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    private int target(int size) {
        return (int) Math.ceil(best * size);
    }

    private int region(int size) {
        return (int) Math.ceil(of * size);
    }

    /** The best first; of equals in their order. */
    private static int[] sorted(int[] rows, double[] losses) {
        return Arrays.stream(rows)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> losses[row]))
                .mapToInt(row -> row)
                .toArray();
    }

    private static Importance importance(String name, int column, double share, double[][] resampled) {
        double mean = Arrays.stream(resampled)
                .mapToDouble(each -> each[column])
                .average()
                .orElse(share);
        double squares = Arrays.stream(resampled)
                .mapToDouble(each -> (each[column] - mean) * (each[column] - mean))
                .sum();
        double reach = NORMAL_95 * Math.sqrt(squares / (resampled.length - 1));
        return new Importance(List.of(name), share, Math.max(0, share - reach), Math.min(1, share + reach));
    }

    private static double[] shares(double[] values) {
        double sum = sum(values);
        return Arrays.stream(values)
                .map(value -> sum > 0 ? Math.min(1, value / sum) : 0)
                .toArray();
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** Of each parameter, beyond what chance gives. */
    private double[] values(List<Density> densities, double[][] points, int[] order, double[] chance) {
        var result = new double[densities.size()];
        for (int c = 0; c < result.length; c++) {
            var good = active(points, order, target(order.length), c);
            var looked = active(points, order, region(order.length), c);
            if (good.length > 0) {
                var density = densities.get(c);
                double divergence = Density.divergence(density.at(good), base(density, looked));
                result[c] = Math.max(0, divergence - chance[c]) * weight(good.length, looked.length, order.length);
            }
        }
        return result;
    }

    private double[] weights(double[][] points, int[] order) {
        return IntStream.range(0, points[0].length)
                .mapToDouble(c -> weight(
                        active(points, order, target(order.length), c).length,
                        active(points, order, region(order.length), c).length,
                        order.length))
                .toArray();
    }

    private double weight(int good, int looked, int size) {
        double ours = (double) good / target(size);
        double theirs = (double) looked / region(size);
        return looked == 0 ? 0 : ours * ours / theirs;
    }

    private double[] base(Density density, double[] looked) {
        return of == 1 ? density.even() : density.at(looked);
    }

    /** The coordinates of those among the first in which the parameter is active. */
    private static double[] active(double[][] points, int[] order, int first, int column) {
        return Arrays.stream(order, 0, first)
                .mapToDouble(row -> points[row][column])
                .filter(at -> !Double.isNaN(at))
                .toArray();
    }

    /** What the integral is for as many configurations drawn at random: a row for each draw. */
    private double[][] draws(List<Density> densities, double[][] points, int[] order, SplittableRandom random) {
        var result = new double[DRAWS][densities.size()];
        for (int c = 0; c < densities.size(); c++) {
            int count = active(points, order, target(order.length), c).length;
            var looked = active(points, order, region(order.length), c);
            var base = base(densities.get(c), looked);
            for (int draw = 0; draw < DRAWS && count > 0; draw++) {
                result[draw][c] = Density.divergence(densities.get(c).at(drawn(looked, count, random)), base);
            }
        }
        return result;
    }

    /** Without putting back, since the best are a part of those looked at; of the space where all of it is looked at. */
    private double[] drawn(double[] looked, int count, SplittableRandom random) {
        if (of == 1) {
            return random.doubles(count).toArray();
        }
        for (int i = 0; i < count; i++) {
            int other = i + random.nextInt(looked.length - i);
            double kept = looked[i];
            looked[i] = looked[other];
            looked[other] = kept;
        }
        return Arrays.copyOf(looked, count);
    }

    private static double[] mean(double[][] draws) {
        var result = new double[draws[0].length];
        for (var draw : draws) {
            for (int c = 0; c < result.length; c++) {
                result[c] += draw[c] / draws.length;
            }
        }
        return result;
    }

    /** What 95 % of draws have in all, beyond their means. */
    private static double usual(double[][] draws, double[] chance, double[] weights) {
        var sums = Arrays.stream(draws)
                .mapToDouble(draw -> {
                    double sum = 0;
                    for (int c = 0; c < draw.length; c++) {
                        sum += weights[c] * Math.max(0, draw[c] - chance[c]);
                    }
                    return sum;
                })
                .sorted()
                .toArray();
        return sums[(int) Math.ceil(0.95 * sums.length) - 1];
    }
}
