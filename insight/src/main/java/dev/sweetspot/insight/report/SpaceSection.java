package dev.sweetspot.insight.report;

import dev.sweetspot.insight.Openness;
import dev.sweetspot.insight.report.Report.Section;
import dev.sweetspot.space.Condition;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.Relation;
import dev.sweetspot.space.SearchSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What could be chosen. */
final class SpaceSection {
    private SpaceSection() {}

    static Section of(Told told) {
        var space = told.studied().space();
        var blocks = new ArrayList<Block>();
        blocks.add(grid("", space, true));
        if (space.parameters().size() > Openness.open(told.studied()).size()) {
            blocks.add(grid("What was held fixed", space, false));
        }
        if (!space.relations().isEmpty()) {
            blocks.add(Block.Words.of("Relations that every configuration keeps: "
                    + space.relations().stream().map(Relation::inWords).collect(Collectors.joining("; ")) + "."));
        }
        told.studied()
                .history()
                .changes()
                .forEach(change -> blocks.add(Block.Words.of("Changed while the study ran, at " + change.at() + ": "
                        + String.join("; ", change.changes()) + ".")));
        return new Section("space", "The searched space", blocks);
    }

    private static Block grid(String caption, SearchSpace space, boolean open) {
        return new Block.Grid(
                caption,
                List.of("parameter", "range", "unit", "default", "only when"),
                space.dimensions().stream()
                        .filter(dimension -> Openness.isOpen(dimension.parameter()) == open)
                        .map(SpaceSection::row)
                        .toList(),
                !open);
    }

    private static List<String> row(SearchSpace.Dimension dimension) {
        var parameter = dimension.parameter();
        return List.of(
                parameter.name(),
                parameter.rangeInWords(),
                parameter.about().unit(),
                standard(parameter),
                dimension.conditions().stream().map(Condition::inWords).collect(Collectors.joining(" and ")));
    }

    private static <T> String standard(Parameter<T> parameter) {
        var value = parameter.defaultValue();
        return value instanceof Double ? Figures.of(value) : parameter.label(value);
    }
}
