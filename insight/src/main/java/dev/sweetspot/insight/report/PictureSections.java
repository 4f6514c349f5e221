package dev.sweetspot.insight.report;

import dev.sweetspot.insight.chart.Drawing;
import dev.sweetspot.insight.plot.Plot;
import dev.sweetspot.insight.plot.Plots;
import dev.sweetspot.insight.report.Report.Section;
import java.util.ArrayList;
import java.util.List;

/**
 * The pictures that are installed, under the question that they help with; new kinds come last. Some belong to a section that has
 * words too, and have its id.
 */
final class PictureSections {
    private static final List<Group> GROUPS = List.of(
            new Group("trust", "What one objective costs of another", List.of("front", "attainment", "hypervolume")),
            new Group("mattered", "What mattered", List.of("importance", "pairs", "importance-of-cost")),
            new Group(
                    "search",
                    "How the search went",
                    List.of("history", "learning-curves", "early-stopping", "distribution", "constraints", "timeline")),
            new Group(
                    "parameters",
                    "What the parameters do",
                    List.of("marginal", "slice", "parallel", "rank", "contour", "time-by-parameter", "map")),
            new Group("model", "Can the model be believed", List.of("surrogate-check")));

    private PictureSections() {}

    /** What belongs together, by the names of the plots. */
    private record Group(String id, String title, List<String> plots) {}

    static List<Section> of(Told told) {
        var sections = new ArrayList<Section>();
        var missing = new ArrayList<List<String>>();
        var left = new ArrayList<>(Plots.installed());
        for (var group : GROUPS) {
            var blocks = new ArrayList<Block>();
            for (var name : group.plots()) {
                left.stream()
                        .filter(plot -> plot.name().equals(name))
                        .forEach(plot -> add(plot, told, blocks, missing));
            }
            left.removeIf(plot -> group.plots().contains(plot.name()));
            if (!blocks.isEmpty()) {
                sections.add(new Section(group.id(), group.title(), blocks));
            }
        }
        var others = new ArrayList<Block>();
        left.forEach(plot -> add(plot, told, others, missing));
        if (!missing.isEmpty()) {
            others.add(new Block.Grid(
                    "Pictures that this study has nothing for (" + missing.size() + ")",
                    List.of("picture", "question", "why not"),
                    missing,
                    true));
        }
        if (!others.isEmpty()) {
            sections.add(new Section("pictures", others.size() > 1 ? "More pictures" : "What was left out", others));
        }
        return sections;
    }

    private static void add(Plot plot, Told told, List<Block> blocks, List<List<String>> missing) {
        var drawing = plot.draw(told.studied());
        if (drawing instanceof Drawing.Drawn drawn) {
            blocks.add(new Block.Picture(plot.question(), drawn.chart()));
        } else {
            missing.add(List.of(plot.name(), plot.question(), ((Drawing.Nothing) drawing).reason()));
        }
    }
}
