package dev.sweetspot.benchmarks.regret;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Whether what was said about the further gain held, at the moment at which a study would have ended by it.
 *
 * @param best the best known value of each challenge
 */
record Terminations(Map<String, Double> best) {
    /** Limits as shares of what there is to gain: from the median of the first ten trials to the best known. */
    private static final List<Double> LIMITS = List.of(0.1, 0.03, 0.01, 0.003);

    /**
     * Searches, and looks at what was said on the way.
     *
     * @param optima the best known values, which a search may better
     */
    static String measure(
            List<Challenge> challenges, Searcher searcher, long[] seeds, int trials, int threads, Optima optima)
            throws InterruptedException {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var waiting = new ArrayList<Future<Watched>>();
            for (var challenge : challenges) {
                for (long seed : seeds) {
                    waiting.add(pool.submit(() -> Watched.run(challenge, searcher, seed, trials)));
                }
            }
            var searches = new ArrayList<Watched>();
            for (var each : waiting) {
                searches.add(each.get());
                System.err.println(each.get().challenge());
            }
            var best = new HashMap<String, Double>();
            for (var challenge : challenges) {
                best.put(challenge.name(), optima.of(challenge).front().get(0)[0]);
            }
            searches.forEach(search -> best.merge(search.challenge(), search.best(search.trials()), Math::min));
            return new Terminations(best).markdown(searches);
        } catch (ExecutionException e) {
            throw new IllegalStateException(String.valueOf(e.getCause()), e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    /** What came of one limit: sums over searches. */
    private static final class Row {
        private int searches;
        private int ended;
        private int kept;
        private int nearBest;
        private double saved;
        private double missed;

        void add(Watched search, List<Watched.Said> said, double limit, double unit, double bestKnown) {
            searches++;
            var end = said.stream()
                    .filter(each -> each.bound().orElse(Double.POSITIVE_INFINITY) <= limit * unit)
                    .findFirst();
            if (end.isEmpty()) {
                return;
            }
            ended++;
            int trials = end.get().trials();
            double gain = search.best(trials) - search.best(trials + end.get().more());
            kept += gain <= end.get().bound().getAsDouble() ? 1 : 0;
            nearBest += search.best(trials) - bestKnown <= limit * unit ? 1 : 0;
            saved += (double) end.get().more() / (trials + end.get().more());
            missed += gain / unit;
        }

        String markdown(String what) {
            return String.format(
                    Locale.ROOT,
                    "| %s | %.2f | %.3f | %.2f | %.2f | %.4f |%n",
                    what,
                    (double) ended / searches,
                    (double) kept / ended,
                    (double) nearBest / ended,
                    saved / ended,
                    missed / ended);
        }
    }

    String markdown(List<Watched> searches) {
        var text = new StringBuilder("# Terminator\n\n" + searches.size() + " searches. What there is to gain is the "
                + "distance from the median of the first ten trials to the best known value. Bound kept: going on to "
                + "the end of the budget, or to twice as many trials, found nothing that was better by more.\n");
        table(text, "With a budget of trials", searches, Watched::ofBudget);
        table(text, "Without: twice as many trials", searches, Watched::ofAsManyAgain);
        double seconds =
                searches.stream().mapToDouble(Watched::secondsToSay).average().orElse(0);
        return text.append(String.format(Locale.ROOT, "%nTo ask once took %.0f ms on average.%n", 1000 * seconds))
                .toString();
    }

    /** A search of which nothing is to gain says nothing. */
    private void add(Row row, Watched search, List<Watched.Said> said, double limit) {
        double bestKnown = Optional.ofNullable(best.get(search.challenge())).orElseThrow();
        double unit = search.begin() - bestKnown;
        if (unit > 0) {
            row.add(search, said, limit, unit, bestKnown);
        }
    }

    private void table(
            StringBuilder text, String title, List<Watched> searches, Function<Watched, List<Watched.Said>> said) {
        text.append("\n## ")
                .append(title)
                .append("\n\n| limit, of what there is to gain | ended | bound kept | ")
                .append(
                        "within the limit of the best known | trials saved | gain given up |\n|---|---|---|---|---|---|\n");
        var all = new Row();
        var rows = new ArrayList<String>();
        for (double limit : LIMITS) {
            var row = new Row();
            for (var search : searches) {
                add(row, search, said.apply(search), limit);
                add(all, search, said.apply(search), limit);
            }
            rows.add(row.markdown(String.valueOf(limit)));
        }
        rows.forEach(text::append);
        text.append(all.markdown("all of these"));
        text.append("\n| problem | ended | bound kept | within | saved | given up |\n|---|---|---|---|---|---|\n");
        for (var challenge :
                searches.stream().map(Watched::challenge).distinct().toList()) {
            var row = new Row();
            for (double limit : LIMITS) {
                searches.stream()
                        .filter(search -> search.challenge().equals(challenge))
                        .forEach(search -> add(row, search, said.apply(search), limit));
            }
            text.append(row.markdown(challenge));
        }
    }
}
