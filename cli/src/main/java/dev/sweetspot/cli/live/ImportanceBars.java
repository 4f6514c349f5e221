package dev.sweetspot.cli.live;

import dev.sweetspot.insight.importance.Importance;
import dev.sweetspot.insight.importance.Importances;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What mattered, as a bar for each parameter that may have: its share of the differences, and where that lies with 95 %. */
public final class ImportanceBars {
    private static final int MOST = 6;
    private static final int LONGEST = 24;
    /** "100 % (95-100 %)" and the spaces before it. */
    private static final int FIGURES = 20;
    /** Less than that is nothing to look at. */
    private static final double LEAST = 0.01;

    /** A model that foretells less of what it has not seen has learnt nothing, and its shares mean nothing. */
    private static final double LEARNT = 0.05;

    private ImportanceBars() {}

    /** The lines, none wider than the screen; none where too few trials tell anything. */
    public static List<String> lines(Importances found, Screen screen) {
        var shown = found.mains().stream()
                .filter(main -> main.share() >= LEAST)
                .limit(MOST)
                .toList();
        boolean learnt = found.foretold().isEmpty() || found.foretold().getAsDouble() >= LEARNT;
        if (shown.isEmpty() || !learnt) {
            return List.of();
        }
        int names =
                shown.stream().mapToInt(main -> cut(main.name()).length()).max().orElse(0);
        int width = Math.max(6, Math.min(32, screen.columns() - names - FIGURES - 4));
        var lines = new ArrayList<String>();
        lines.add("What mattered for " + found.aspect().name() + ":");
        shown.forEach(main -> lines.add(line(main, names, width, screen)));
        return lines;
    }

    private static String line(Importance main, int names, int width, Screen screen) {
        var figures = String.format(
                Locale.ROOT, "%3.0f %% (%.0f-%.0f %%)", 100 * main.share(), 100 * main.low(), 100 * main.high());
        return String.format(Locale.ROOT, "  %-" + names + "s ", cut(main.name()))
                + Bar.draw(main.share(), width, screen) + " " + screen.faint(figures);
    }

    private static String cut(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 3) + "...";
    }
}
