package dev.sweetspot.studio.project;

import dev.sweetspot.studio.project.Change.LabelGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From names that came from elsewhere to categories: those that are there, and new ones. */
final class Naming {
    private Naming() {}

    /** What labels images by the names of their categories, new categories first. */
    static List<Change> labels(Board board, Map<Integer, String> names, LabelSource source) {
        var changes = new ArrayList<Change>();
        var known = new LinkedHashMap<String, Category>();
        board.categories.values().forEach(category -> known.put(category.name(), category));
        int next = board.nextCategory;
        var images = new LinkedHashMap<Integer, List<Integer>>();
        for (var entry : names.entrySet()) {
            var name = Category.fitting(entry.getValue());
            var category = known.get(name);
            if (category == null) {
                category = new Category(next++, name, Palette.next(known.values()));
                known.put(name, category);
                changes.add(new Change.CategoryPut(category));
            }
            images.computeIfAbsent(category.id(), any -> new ArrayList<>()).add(entry.getKey());
        }
        var groups = new ArrayList<LabelGroup>();
        images.forEach((category, of) -> groups.add(new LabelGroup(Optional.of(new Label(category, source)), of)));
        changes.add(new Change.LabelsSet(groups));
        return changes;
    }
}
