package dev.sweetspot.benchmarks.regret;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One table of the report, in Markdown: a row for each searcher, a column for each budget. */
final class Table {
    private static final int LEAST_SEEDS = 3;

    private final Scores scores;
    private final List<String> challenges;
    private final List<Integer> budgets;
    private final List<String> ours;

    /**
     * @param challenges over which it is averaged
     * @param budgets in the order of the columns
     * @param ours who is compared with the best of the others
     */
    Table(Scores scores, List<String> challenges, List<Integer> budgets, List<String> ours) {
        this.scores = scores;
        this.challenges = challenges;
        this.budgets = budgets.stream()
                .filter(budget -> ours.stream().anyMatch(who -> scores.covers(challenges, who, budget, 1)))
                .toList();
        this.ours = ours;
    }

    boolean empty() {
        return budgets.isEmpty();
    }

    String markdown(String title) {
        var text = new StringBuilder("## " + title + " (" + challenges.size() + " problems)\n\n| |");
        budgets.forEach(budget -> text.append(" regret @").append(budget).append(" |"));
        budgets.forEach(
                budget -> text.append(" to the best peer @").append(budget).append(" |"));
        budgets.forEach(budget -> text.append(" rank @").append(budget).append(" |"));
        text.append("\n|---|").append("---|".repeat(3 * budgets.size())).append('\n');
        int last = budgets.get(budgets.size() - 1);
        rows().stream()
                .sorted(Comparator.comparingDouble(who -> scores.mean(challenges, who, last)))
                .forEach(who -> text.append(row(who)).append('\n'));
        return text.toString();
    }

    private List<String> rows() {
        int last = budgets.get(budgets.size() - 1);
        return scores.searchers(challenges).stream()
                .filter(who -> scores.covers(challenges, who, last, ours.contains(who) ? 1 : LEAST_SEEDS))
                .toList();
    }

    private String row(String who) {
        boolean own = ours.contains(who);
        var cells = new ArrayList<String>();
        cells.add(own ? "**" + who + "**" : who);
        for (int budget : budgets) {
            cells.add(
                    !scores.covers(challenges, who, budget, 1)
                            ? "-"
                            : own ? withInterval(who, budget) : plain(who, budget));
        }
        for (int budget : budgets) {
            cells.add(own ? ratio(who, budget) : "");
        }
        for (int budget : budgets) {
            cells.add(String.format(Locale.ROOT, "%.1f", scores.rank(challenges, who, rows(), budget)));
        }
        return "| " + String.join(" | ", cells) + " |";
    }

    private String plain(String who, int budget) {
        return String.format(Locale.ROOT, "%.3f", scores.mean(challenges, who, budget));
    }

    private String withInterval(String who, int budget) {
        var interval = Bootstrap.ofMean(scores, challenges, who, budget);
        return String.format(Locale.ROOT, "%s [%.3f, %.3f]", plain(who, budget), interval.low(), interval.high());
    }

    private String ratio(String who, int budget) {
        var peer = bestPeer(budget);
        if (peer.isEmpty() || !scores.covers(challenges, who, budget, 1)) {
            return "-";
        }
        return ratio(challenges, who, peer.get(), budget) + " of " + peer.get();
    }

    /** The best of the others in this column, among those with seeds enough to be trusted. */
    private Optional<String> bestPeer(int budget) {
        return scores.searchers(challenges).stream()
                .filter(who -> !ours.contains(who) && scores.covers(challenges, who, budget, LEAST_SEEDS))
                .min(Comparator.comparingDouble(who -> scores.mean(challenges, who, budget)));
    }

    /** The regrets problem by problem, at every budget. */
    String detail() {
        var text = new StringBuilder("| problem | best peer |");
        ours.forEach(who -> text.append(' ').append(who).append(" |"));
        text.append("\n|---|---|").append("---|".repeat(ours.size())).append('\n');
        for (var challenge : challenges) {
            var alone = new Table(scores, List.of(challenge), budgets, ours);
            var peers = new ArrayList<String>();
            for (int budget : budgets) {
                peers.add(alone.bestPeer(budget)
                        .map(who -> String.format(Locale.ROOT, "%.3f", scores.mean(List.of(challenge), who, budget)))
                        .orElse("-"));
            }
            text.append("| ")
                    .append(challenge)
                    .append(" | ")
                    .append(String.join(" ", peers))
                    .append(" |");
            for (var who : ours) {
                var own = new ArrayList<String>();
                budgets.forEach(budget -> own.add(alone.plain(who, budget)));
                text.append(' ').append(String.join(" ", own)).append(" |");
            }
            text.append('\n');
        }
        return text.toString();
    }

    /**
     * Each of ours compared with the first: the ratio of the mean regrets at every budget, and the worst and best problem at
     * the last one. And the first compared with the best of the others, problem by problem.
     */
    String against() {
        var first = ours.get(0);
        int last = budgets.get(budgets.size() - 1);
        var text = new StringBuilder("| regret in the unit of ").append(first).append(" |");
        budgets.forEach(budget -> text.append(" @").append(budget).append(" |"));
        text.append(" lowest and highest of a problem @").append(last).append(" |\n|---|");
        text.append("---|".repeat(budgets.size() + 1)).append('\n');
        for (var who : ours.subList(1, ours.size())) {
            var cells = new ArrayList<String>();
            cells.add(who);
            budgets.forEach(budget -> cells.add(ratio(challenges, who, first, budget)));
            var each = challenges.stream()
                    .map(List::of)
                    .mapToDouble(one -> scores.mean(one, who, last) / scores.mean(one, first, last))
                    .summaryStatistics();
            cells.add(String.format(Locale.ROOT, "%.2f, %.2f", each.getMin(), each.getMax()));
            text.append("| ").append(String.join(" | ", cells)).append(" |\n");
        }
        text.append("\n| problem | the best other of ours | ")
                .append(first)
                .append(" in its unit @")
                .append(last);
        text.append(" |\n|---|---|---|\n");
        for (var challenge : challenges) {
            var one = List.of(challenge);
            var best = ours.stream()
                    .skip(1)
                    .filter(who -> scores.covers(one, who, last, 1))
                    .min(Comparator.comparingDouble(who -> scores.mean(one, who, last)));
            best.ifPresent(who -> text.append("| ")
                    .append(String.join(" | ", challenge, who, ratio(one, first, who, last)))
                    .append(" |\n"));
        }
        return text.toString();
    }

    private String ratio(List<String> on, String who, String other, int budget) {
        if (!scores.covers(on, who, budget, 1) || !scores.covers(on, other, budget, 1)) {
            return "-";
        }
        var interval = Bootstrap.ofRatio(scores, on, who, other, budget);
        return String.format(
                Locale.ROOT,
                "%.2f [%.2f, %.2f]",
                scores.mean(on, who, budget) / scores.mean(on, other, budget),
                interval.low(),
                interval.high());
    }
}
