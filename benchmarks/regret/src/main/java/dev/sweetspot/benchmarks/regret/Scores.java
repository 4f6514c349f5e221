package dev.sweetspot.benchmarks.regret;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Normalised regrets: by challenge, by who searched, by budget, one for each seed. 1 is the median of random search at
 * that budget, 0 the best known; cut off at 3, so that one bad seed does not decide a table.
 */
final class Scores {
    private static final double WORST = 3;
    private static final double NOTHING = 1e-12;
    private static final int LEAST_RANDOM = 5;

    private final Map<String, Map<String, Map<Integer, List<Double>>>> byChallenge = new TreeMap<>();

    /**
     * Adds the runs of one challenge.
     *
     * @param runs of random search among them, at least five
     * @param random the label of random search
     */
    void add(Challenge.Kind kind, Known known, Collection<Run> runs, String random) {
        var distances = new TreeMap<String, List<Map<Integer, Double>>>();
        for (var run : runs) {
            distances.computeIfAbsent(run.who(), who -> new ArrayList<>()).add(Quality.of(run, kind, known));
        }
        for (int budget : Quality.budgets(kind)) {
            var unit = medianOf(distances.getOrDefault(random, List.of()), budget);
            if (unit.isPresent()) {
                distances.forEach((who, seeds) -> seeds.stream()
                        .filter(seed -> seed.containsKey(budget))
                        .forEach(seed ->
                                put(runs.iterator().next().challenge(), who, budget, seed.get(budget) / unit.get())));
            }
        }
    }

    private void put(String challenge, String who, int budget, double regret) {
        byChallenge
                .computeIfAbsent(challenge, c -> new TreeMap<>())
                .computeIfAbsent(who, w -> new TreeMap<>())
                .computeIfAbsent(budget, b -> new ArrayList<>())
                .add(Math.min(WORST, Math.max(0, regret)));
    }

    private static Optional<Double> medianOf(List<Map<Integer, Double>> seeds, int budget) {
        var sorted = seeds.stream()
                .filter(seed -> seed.containsKey(budget))
                .map(seed -> seed.get(budget))
                .sorted()
                .toList();
        int size = sorted.size();
        if (size < LEAST_RANDOM) {
            return Optional.empty();
        }
        double median = (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
        return median > NOTHING && Double.isFinite(median) ? Optional.of(median) : Optional.empty();
    }

    /** Everybody who searched any of them. */
    List<String> searchers(List<String> challenges) {
        return challenges.stream()
                .flatMap(challenge -> byChallenge.getOrDefault(challenge, Map.of()).keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The regrets of the seeds; empty when there are none. */
    List<Double> seeds(String challenge, String who, int budget) {
        return byChallenge
                .getOrDefault(challenge, Map.of())
                .getOrDefault(who, Map.of())
                .getOrDefault(budget, List.of());
    }

    /** Whether somebody has searched all of them at that budget with so many seeds. */
    boolean covers(List<String> challenges, String who, int budget, int leastSeeds) {
        return challenges.stream()
                .allMatch(challenge -> seeds(challenge, who, budget).size() >= leastSeeds);
    }

    /** The mean over the seeds, then over the challenges. */
    double mean(List<String> challenges, String who, int budget) {
        return challenges.stream()
                .mapToDouble(challenge -> mean(seeds(challenge, who, budget)))
                .average()
                .orElse(Double.NaN);
    }

    static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    /** The mean rank among those who searched the same challenges, 1 the best; equals share their ranks. */
    double rank(List<String> challenges, String who, List<String> among, int budget) {
        return challenges.stream()
                .mapToDouble(challenge -> {
                    double own = mean(seeds(challenge, who, budget));
                    double rank = 1;
                    for (var other : among) {
                        double theirs = mean(seeds(challenge, other, budget));
                        rank += other.equals(who) || Double.isNaN(theirs) || theirs > own ? 0 : theirs < own ? 1 : 0.5;
                    }
                    return rank;
                })
                .average()
                .orElse(Double.NaN);
    }
}
