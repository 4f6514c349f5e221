package dev.sweetspot.surrogate.gp;

import dev.sweetspot.math.distribution.Normal;
import dev.sweetspot.surrogate.Columns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Gaussian processes drawn by how probable they are once values are known: where it matters how sure one may be. The single
 * most probable process takes for known what a few values cannot tell, above all which columns do nothing, and is too sure.
 * Drawn by elliptical slice sampling (Murray, Adams and MacKay 2010, AISTATS, figure 2), which needs no steps to be chosen.
 *
 * <table>
 *   <caption>Notation</caption>
 *   <tr><td>l, l0</td><td>length scales; their prior median, that of {@link HyperparameterSearch#usual}</td></tr>
 *   <tr><td>g</td><td>noise over variance, from 0.0001 to 10</td></tr>
 *   <tr><td>prior</td><td>ln l normal about ln l0 with deviation 1.5; density of ln g in proportion to g^(1/4)</td></tr>
 *   <tr><td>weight</td><td>prior times the {@linkplain GaussianProcess#logEvidence evidence}, times what else is known</td></tr>
 * </table>
 *
 * @param chains that begin apart, at least 1; the first at the prior's median
 * @param passed steps of each that are passed over, at least 0: it has still to find what is probable
 * @param kept processes of each, at least 1
 * @param apart steps from one to the next, at least 1
 */
public record DrawnProcesses(int chains, int passed, int kept, int apart) {
    private static final double SPREAD = 1.5;
    private static final double LEAST_NOISE = 1e-4;
    private static final double MOST_NOISE = 10;
    private static final double POWER = 0.25;
    private static final double LEAST_LENGTH = 0.02;
    private static final double MOST_LENGTH = 50;
    /** A bracket so narrow holds nothing but where one stands. */
    private static final double NARROWEST = 1e-6;

    /** What changes a result by a few hundredths of its width at most. */
    public static DrawnProcesses usual() {
        return new DrawnProcesses(4, 40, 12, 2);
    }

    /** Checks the ranges. */
    public DrawnProcesses {
        if (chains < 1 || passed < 0 || kept < 1 || apart < 1) {
            throw new IllegalArgumentException("chains = " + chains + ", passed = " + passed + ", kept = " + kept
                    + ", apart = " + apart + ": must be at least 1, 0, 1 and 1");
        }
    }

    /**
     * The processes, all as probable as one another; the same for the same values and seed.
     *
     * @param points as for {@link GaussianProcess#of}
     * @param values likewise, at least two
     * @param known the logarithm of the probability of what is known beside the values, by process
     */
    public List<GaussianProcess> of(
            Columns columns, double[][] points, double[] values, ToDoubleFunction<GaussianProcess> known, long seed) {
        var root = new SplittableRandom(seed);
        var randoms = IntStream.range(0, chains).mapToObj(chain -> root.split()).toList();
        var target = new Target(columns, points, values, known);
        return IntStream.range(0, chains)
                .parallel()
                .mapToObj(chain -> new Chain(this, target, randoms.get(chain), chain == 0).walk())
                .flatMap(List::stream)
                .toList();
    }

    /** What is asked of a place: standard normal numbers under the prior, the last one stands for the noise. */
    private static final class Target {
        private final Columns columns;
        private final double[][] points;
        private final double[] values;
        private final ToDoubleFunction<GaussianProcess> known;

        Target(Columns columns, double[][] points, double[] values, ToDoubleFunction<GaussianProcess> known) {
            this.columns = columns;
            this.points = points;
            this.values = values;
            this.known = known;
        }

        int unknowns() {
            return columns.size() + 1;
        }

        Place at(double[] numbers) {
            double median = HyperparameterSearch.usual().scale() * Math.sqrt(columns.usuallyActive());
            var lengths = new double[columns.size()];
            Arrays.setAll(
                    lengths,
                    i -> Math.max(LEAST_LENGTH, Math.min(MOST_LENGTH, median * Math.exp(SPREAD * numbers[i]))));
            double least = Math.pow(LEAST_NOISE, POWER);
            double most = Math.pow(MOST_NOISE, POWER);
            double noise = Math.pow(least + Normal.probability(numbers[lengths.length]) * (most - least), 1 / POWER);
            var process = GaussianProcess.of(columns, points, values, new Hyperparameters(lengths, noise));
            return new Place(numbers, process, process.logEvidence() + known.applyAsDouble(process));
        }
    }

    /** Where a walk may go. */
    private static final class Place {
        private final double[] numbers;
        private final GaussianProcess process;
        private final double weight;

        Place(double[] numbers, GaussianProcess process, double weight) {
            this.numbers = numbers;
            this.process = process;
            this.weight = weight;
        }

        /** Where an ellipse through here and other numbers is at an angle. */
        double[] towards(double[] other, double angle) {
            var result = new double[other.length];
            Arrays.setAll(result, i -> numbers[i] * Math.cos(angle) + other[i] * Math.sin(angle));
            return result;
        }
    }

    /** One walk. */
    private static final class Chain {
        private final DrawnProcesses plan;
        private final Target target;
        private final SplittableRandom random;
        private Place here;

        Chain(DrawnProcesses plan, Target target, SplittableRandom random, boolean first) {
            this.plan = plan;
            this.target = target;
            this.random = random;
            this.here = target.at(first ? new double[target.unknowns()] : normal());
        }

        List<GaussianProcess> walk() {
            var processes = new ArrayList<GaussianProcess>();
            for (int step = 0; step < plan.passed(); step++) {
                step();
            }
            while (processes.size() < plan.kept()) {
                for (int step = 0; step < plan.apart(); step++) {
                    step();
                }
                processes.add(here.process);
            }
            return processes;
        }

        private double[] normal() {
            return random.doubles(target.unknowns(), Double.MIN_NORMAL, 1)
                    .map(Normal::quantile)
                    .toArray();
        }

        private void step() {
            var other = normal();
            double level = here.weight + Math.log(random.nextDouble(Double.MIN_NORMAL, 1));
            double angle = 2 * Math.PI * random.nextDouble();
            double low = angle - 2 * Math.PI;
            double high = angle;
            while (high - low > NARROWEST) {
                var next = target.at(here.towards(other, angle));
                if (next.weight >= level) {
                    here = next;
                    return;
                }
                if (angle < 0) {
                    low = angle;
                } else {
                    high = angle;
                }
                angle = low + (high - low) * random.nextDouble();
            }
        }
    }
}
