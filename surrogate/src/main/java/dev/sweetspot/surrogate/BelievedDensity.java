package dev.sweetspot.surrogate;

import dev.sweetspot.math.distribution.RankCorrelation;
import dev.sweetspot.space.Belief;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What a person believes of good configurations, as a density over the unit cube, up to a factor: for a number a normal
 * distribution around the believed value, for a name the believed one more likely than the others. A little is left for
 * everywhere else, so that no belief forbids anything.
 */
public final class BelievedDensity {
    private static final double ELSEWHERE = 0.01;
    /** Fewer trials say nothing. */
    private static final int FEWEST = 4;

    private final List<Part> parts;

    private BelievedDensity(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** One belief in the cube. */
    private record Part(int column, double place, double spread, Column kind) {
        double log(double coordinate) {
            if (kind instanceof Column.Categories names) {
                boolean same = names.index(coordinate) == names.index(place);
                return Math.log(same ? 1 - spread / 2 : spread / Math.max(2, names.count()));
            }
            double z = (coordinate - place) / spread;
            return Math.log((1 - ELSEWHERE) * Math.exp(-0.5 * z * z) + ELSEWHERE);
        }

        double slope(double coordinate) {
            if (kind instanceof Column.Categories) {
                return 0;
            }
            double z = (coordinate - place) / spread;
            double bell = (1 - ELSEWHERE) * Math.exp(-0.5 * z * z);
            return -bell * z / spread / (bell + ELSEWHERE);
        }
    }

    /** The density of beliefs about parameters of the encoding's space. */
    public static BelievedDensity of(Encoding encoding, List<Belief> beliefs) {
        var names = encoding.space().parameters().stream()
                .map(parameter -> parameter.name())
                .toList();
        var kinds = Column.of(encoding.space());
        var parts = new ArrayList<Part>();
        for (var belief : beliefs) {
            int column = names.indexOf(belief.parameter());
            if (column >= 0) {
                double place = encoding.encode(Configuration.of(Map.of(belief.parameter(), belief.value())))[column];
                parts.add(new Part(column, place, belief.spread(), kinds.get(column)));
            }
        }
        return new BelievedDensity(parts);
    }

    /** Whether there is any belief. */
    public boolean any() {
        return !parts.isEmpty();
    }

    /** The logarithm at a point, at most 0; parameters that are not active say nothing. */
    public double log(double[] point) {
        double sum = 0;
        for (var part : parts) {
            double coordinate = point[part.column()];
            sum += Double.isNaN(coordinate) ? 0 : part.log(coordinate);
        }
        return sum;
    }

    /**
     * How much trials speak for the belief: 1 when what was believed to be likely was better, by as much as chance
     * would hardly have it, 0 when it made no difference or was worse.
     *
     * @param points of trials
     * @param losses one a point
     */
    public double trust(double[][] points, double[] losses) {
        if (losses.length < FEWEST) {
            return 0.5;
        }
        var unlikely = Arrays.stream(points).mapToDouble(point -> -log(point)).toArray();
        double agreement = RankCorrelation.of(unlikely, losses) * Math.sqrt(losses.length);
        return Math.max(0, Math.min(1, agreement));
    }

    /** Adds the derivatives of the logarithm by the coordinates, times a factor. */
    public void addSlope(double[] point, double factor, double[] slope) {
        for (var part : parts) {
            double coordinate = point[part.column()];
            if (!Double.isNaN(coordinate)) {
                slope[part.column()] += factor * part.slope(coordinate);
            }
        }
    }

    /** A configuration as believed: what nothing is believed of is drawn from everywhere. */
    public Optional<Configuration> draw(Encoding encoding, RandomGenerator random) {
        var point = new double[encoding.dimensions()];
        for (int i = 0; i < point.length; i++) {
            point[i] = random.nextDouble();
        }
        for (var part : parts) {
            point[part.column()] = part.kind() instanceof Column.Categories
                    ? (random.nextDouble() < part.spread() ? random.nextDouble() : part.place())
                    : reflected(part.place() + part.spread() * random.nextGaussian());
        }
        return encoding.repair(point, random);
    }

    private static double reflected(double value) {
        double folded = Math.abs(value) % 2;
        return folded > 1 ? 2 - folded : folded;
    }
}
