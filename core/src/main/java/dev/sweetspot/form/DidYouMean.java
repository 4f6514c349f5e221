package dev.sweetspot.form;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The nearest of the known names to a misspelt one. */
public final class DidYouMean {
    private static final int FEW = 3;

    private DidYouMean() {}

    /**
     * The nearest known name, when it is near enough to be meant: at most a third of its letters differ (insertions,
     * deletions, replacements and swaps of neighbours count one each), or it begins with what was given.
     */
    public static Optional<String> nearest(String given, Collection<String> known) {
        var name = given.toLowerCase(Locale.ROOT);
        var near = known.stream()
                .filter(candidate ->
                        distance(name, candidate.toLowerCase(Locale.ROOT)) <= Math.max(1, candidate.length() / 3))
                .min(Comparator.comparingInt(candidate -> distance(name, candidate.toLowerCase(Locale.ROOT))));
        return near.or(() -> name.length() < 2
                ? Optional.empty()
                : known.stream()
                        .filter(candidate -> candidate.toLowerCase(Locale.ROOT).startsWith(name))
                        .findFirst());
    }

    /** What to put after "Maybe ": the nearest name, else all of them. */
    public static String maybe(String given, Collection<String> known) {
        return nearest(given, known)
                .map(name -> name + "?")
                .orElseGet(() -> (known.size() == 1 ? "" : "one of ") + String.join(", ", known) + "?");
    }

    /**
     * The same where there may be any number: the nearest name, else the three that differ least and how many others there
     * are.
     *
     * @param listing how to see all of them, as a sentence: "The command studies lists them."
     */
    public static String maybe(String given, Collection<String> known, String listing) {
        if (known.size() <= FEW) {
            return known.isEmpty() ? "another place? There are none here." : maybe(given, known);
        }
        var name = given.toLowerCase(Locale.ROOT);
        return nearest(given, known)
                .map(near -> near + "?")
                .orElseGet(() -> known.stream()
                                .sorted(Comparator.comparingInt(
                                        candidate -> distance(name, candidate.toLowerCase(Locale.ROOT))))
                                .limit(FEW)
                                .collect(Collectors.joining(", "))
                        + ", or another of " + known.size() + "? " + listing);
    }

    /** The optimal string alignment distance. */
    static int distance(String first, String second) {
        var rows = new int[first.length() + 1][second.length() + 1];
        for (int i = 0; i <= first.length(); i++) {
            for (int j = 0; j <= second.length(); j++) {
                if (i == 0 || j == 0) {
                    rows[i][j] = i + j;
                    continue;
                }
                int replace = rows[i - 1][j - 1] + (first.charAt(i - 1) == second.charAt(j - 1) ? 0 : 1);
                rows[i][j] = Math.min(replace, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && first.charAt(i - 1) == second.charAt(j - 2)
                        && first.charAt(i - 2) == second.charAt(j - 1)) {
                    rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
                }
            }
        }
        return rows[first.length()][second.length()];
    }
}
