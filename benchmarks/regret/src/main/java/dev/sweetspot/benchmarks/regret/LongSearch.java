package dev.sweetspot.benchmarks.regret;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.study.StableRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Looks for the best of a challenge with two hundred times the trials of a usual search: random points, then changes of
 * the best ones so far, large and small. A reference of its own, not one of the samplers.
 */
final class LongSearch {
    private static final int DRAWS = 4_000;
    private static final int CHANGES = 16_000;
    private static final int KEPT = 30;
    private static final int KEPT_OF_A_FRONT = 300;

    private final Challenge challenge;
    private final Encoding encoding;
    private final RandomGenerator random = new StableRandom(2);
    private List<Found> best = List.of();

    private record Found(Configuration configuration, List<Double> losses) {
        double first() {
            return losses.get(0);
        }

        double[] array() {
            return losses.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    LongSearch(Challenge challenge) {
        this.challenge = challenge;
        this.encoding = Encoding.of(challenge.problem().space());
    }

    /** The best losses: one point, or a front. */
    List<double[]> run() {
        var found = new ArrayList<Found>();
        for (int i = 0; i < DRAWS; i++) {
            encoding.draw(random).ifPresent(configuration -> tryOut(configuration, found));
        }
        best = select(found);
        for (int i = 0; i < CHANGES; i++) {
            found.clear();
            changed(best.get(random.nextInt(best.size())).configuration())
                    .forEach(configuration -> tryOut(configuration, found));
            if (!found.isEmpty()) {
                found.addAll(best);
                best = select(found);
            }
        }
        return best.stream().map(Found::array).toList();
    }

    private void tryOut(Configuration configuration, List<Found> found) {
        var values = challenge
                .trial()
                .at(configuration, challenge.problem().fidelity().most());
        var losses = challenge.losses(values);
        if (challenge.keepsLimits(values)) {
            var list = new ArrayList<Double>();
            for (double loss : losses) {
                list.add(loss);
            }
            found.add(new Found(configuration, list));
        }
    }

    /** One change: a jump to a neighbour, or a step of any size in some of the coordinates. */
    private List<Configuration> changed(Configuration configuration) {
        if (random.nextInt(4) == 0) {
            var neighbours = encoding.neighbours(configuration, random);
            return neighbours.isEmpty() ? List.of() : List.of(neighbours.get(random.nextInt(neighbours.size())));
        }
        var point = encoding.encode(configuration);
        double size = Math.pow(10, -4 * random.nextDouble()) / 2;
        for (int i = 0; i < point.length; i++) {
            if (random.nextInt(3) == 0) {
                point[i] = Math.max(0, Math.min(1, point[i] + size * random.nextGaussian()));
            }
        }
        return encoding.repair(point, random).stream().toList();
    }

    private List<Found> select(List<Found> found) {
        if (challenge.kind() == Challenge.Kind.SEVERAL) {
            var front = Fronts.best(found.stream().map(Found::array).toList());
            var kept = found.stream()
                    .filter(each -> front.stream().anyMatch(point -> Arrays.equals(point, each.array())))
                    .toList();
            return kept.subList(0, Math.min(KEPT_OF_A_FRONT, kept.size()));
        }
        return found.stream()
                .sorted(Comparator.comparingDouble(Found::first))
                .limit(KEPT)
                .toList();
    }
}
