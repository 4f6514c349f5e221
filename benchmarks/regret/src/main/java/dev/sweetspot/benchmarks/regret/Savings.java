package dev.sweetspot.benchmarks.regret;

import dev.sweetspot.study.StableRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** How many epochs each searcher has spent, as a share of what as many full trainings take. */
final class Savings {
    private static final int DRAWS = 1000;

    private Savings() {}

    /** A table: a row for each problem, a column for each searcher, and the mean with its interval of 95 %. */
    static String markdown(List<Run> runs, List<String> searchers) {
        var challenges = runs.stream().map(Run::challenge).distinct().toList();
        var text = new StringBuilder("| epochs spent of all |");
        searchers.forEach(who -> text.append(' ').append(who).append(" |"));
        text.append("\n|---|").append("---|".repeat(searchers.size())).append('\n');
        for (var challenge : challenges) {
            text.append("| ").append(challenge).append(" |");
            searchers.forEach(who ->
                    text.append(String.format(Locale.ROOT, " %.3f |", Scores.mean(shares(runs, challenge, who)))));
            text.append('\n');
        }
        text.append("| mean |");
        searchers.forEach(
                who -> text.append(' ').append(mean(runs, challenges, who)).append(" |"));
        return text.append('\n').toString();
    }

    private static List<Double> shares(List<Run> runs, String challenge, String who) {
        return runs.stream()
                .filter(run -> run.challenge().equals(challenge) && run.who().equals(who))
                .map(Run::shareSpent)
                .toList();
    }

    private static String mean(List<Run> runs, List<String> challenges, String who) {
        var random = new StableRandom(0);
        var shares = challenges.stream()
                .map(challenge -> shares(runs, challenge, who))
                .toList();
        var means = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            means[i] = drawn(shares, random);
        }
        Arrays.sort(means);
        var all = new ArrayList<Double>();
        shares.forEach(each -> all.add(Scores.mean(each)));
        return String.format(
                Locale.ROOT,
                "%.3f [%.3f, %.3f]",
                Scores.mean(all),
                means[(int) (0.025 * DRAWS)],
                means[(int) (0.975 * DRAWS)]);
    }

    private static double drawn(List<List<Double>> shares, RandomGenerator random) {
        double sum = 0;
        for (int i = 0; i < shares.size(); i++) {
            var seeds = shares.get(random.nextInt(shares.size()));
            double own = 0;
            for (int j = 0; j < seeds.size(); j++) {
                own += seeds.get(random.nextInt(seeds.size()));
            }
            sum += own / seeds.size();
        }
        return sum / shares.size();
    }
}
