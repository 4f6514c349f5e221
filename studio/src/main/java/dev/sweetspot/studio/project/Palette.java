package dev.sweetspot.studio.project;

import java.util.Collection;
import java.util.List;

/**
 * Colours that people with any sight of colours tell apart: those of Okabe and Ito (2008, "Color Universal Design") without
 * black, which is lost on dark pages, then those of Tol's scheme "muted" (SRON/EPS/TN/09-002, issue 3.2). With more
 * categories than colours they come again: pages show the name beside the colour, never the colour alone.
 */
public final class Palette {
    /** In the order in which they are given. */
    public static final List<String> COLOURS = List.of(
            "#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442", "#999999", "#332288",
            "#117733", "#882255", "#44aa99", "#999933", "#aa4499", "#ddcc77", "#cc6677");

    private Palette() {}

    /** The first colour that fewest of these have. */
    static String next(Collection<Category> taken) {
        return COLOURS.stream()
                .min((a, b) -> Long.compare(count(taken, a), count(taken, b)))
                .orElseThrow();
    }

    private static long count(Collection<Category> taken, String colour) {
        return taken.stream()
                .filter(category -> category.colour().equalsIgnoreCase(colour))
                .count();
    }
}
