package dev.sweetspot.studio.overview;

import dev.sweetspot.data.Part;
import dev.sweetspot.studio.project.Category;
import dev.sweetspot.studio.project.Label;
import dev.sweetspot.studio.project.ProjectView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many images each category has, in each part.
 *
 * @param rows a row a category in their order, then one of the unknown images
 */
public record Balance(List<Row> rows) {
    /** As the search has it, which sees the training part alone. */
    private static final int UNEVEN = 4;

    /** Keeps a copy. */
    public Balance {
        rows = List.copyOf(rows);
    }

    /**
     * One category.
     *
     * @param category nothing for unknown images
     * @param training how many of its images train
     * @param validation how many validate
     * @param test how many test
     * @param unassigned how many are in no part
     */
    public record Row(Optional<Category> category, int training, int validation, int test, int unassigned) {
        /** All of them. */
        public int all() {
            return training + validation + test + unassigned;
        }
    }

    /** Whether some category has over four times the labelled images of another: accuracy tells little then. */
    public boolean isUneven() {
        var labelled = rows.stream()
                .filter(row -> row.category().isPresent())
                .mapToInt(Row::all)
                .filter(count -> count > 0)
                .summaryStatistics();
        return labelled.getCount() > 0 && labelled.getMax() > UNEVEN * labelled.getMin();
    }

    /** Of the images that are there. */
    public static Balance of(ProjectView project) {
        var counts = new LinkedHashMap<Integer, Map<Optional<Part>, Integer>>();
        project.categories().forEach(category -> counts.put(category.id(), new HashMap<>()));
        var unknown = new HashMap<Optional<Part>, Integer>();
        for (int image : project.present()) {
            var row = project.label(image).map(Label::category).map(counts::get).orElse(unknown);
            row.merge(project.part(image), 1, Integer::sum);
        }
        var rows = new ArrayList<Row>();
        project.categories()
                .forEach(category -> rows.add(row(Optional.of(category), counts.getOrDefault(category.id(), unknown))));
        rows.add(row(Optional.empty(), unknown));
        return new Balance(rows);
    }

    private static Row row(Optional<Category> category, Map<Optional<Part>, Integer> counts) {
        return new Row(
                category,
                counts.getOrDefault(Optional.of(Part.TRAINING), 0),
                counts.getOrDefault(Optional.of(Part.VALIDATION), 0),
                counts.getOrDefault(Optional.of(Part.TEST), 0),
                counts.getOrDefault(Optional.<Part>empty(), 0));
    }
}
