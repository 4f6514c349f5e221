package dev.sweetspot.studio.importing;

import dev.sweetspot.data.Shown;
import dev.sweetspot.data.csv.CsvFile;
import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.studio.project.ProjectView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Labels in a table of file names, as it fits the images of a project: what would happen, before anything does.
 *
 * @param columns the names of all its columns
 * @param fileColumn the column with file names: the one that names most images, unless a person said another
 * @param labelColumn the column with labels: one that is called so, else the one with fewest different values
 * @param labels the label of each image that the table names, by the number of the image
 * @param unmatched names in the table that no image has, or that several have
 * @param newCategories labels that are no category of the project yet
 * @param changed how many images have another label now
 */
public record LabelTable(
        List<String> columns,
        String fileColumn,
        String labelColumn,
        Map<Integer, String> labels,
        List<String> unmatched,
        List<String> newCategories,
        int changed) {
    private static final Set<String> LABELS =
            Set.of("label", "labels", "class", "classes", "category", "categories", "target", "type", "y");
    private static final int MOST_ROWS = 2_000_000;

    /** Keeps copies. */
    public LabelTable {
        columns = List.copyOf(columns);
        labels = new LinkedHashMap<>(labels);
        unmatched = List.copyOf(unmatched);
        newCategories = List.copyOf(newCategories);
    }

    /**
     * Reads a table.
     *
     * @param fileColumn the column with file names, if a person said which
     * @param labelColumn the column with labels, if a person said which
     * @throws InvalidInputException when it is no table, has no such column, or names no image of the project
     */
    public static LabelTable read(
            Path file, ProjectView project, Optional<String> fileColumn, Optional<String> labelColumn) {
        var table = CsvFile.open(file);
        var rows = rows(table);
        var names = new ImageNames(project);
        int files = fileColumn
                .map(name -> column(table, "file column", name))
                .orElseGet(() -> mostMatches(table, rows, names));
        int labels = labelColumn
                .map(name -> column(table, "label column", name))
                .orElseGet(() -> labelColumn(table, rows, files));
        // A table without a header gives its first row away as one.
        if (names.find(table.header().get(files)).isPresent()) {
            rows.add(0, table.header());
        }
        return matched(table.header(), files, labels, rows, names, project);
    }

    private static List<List<String>> rows(CsvFile table) {
        var rows = new ArrayList<List<String>>();
        var cells = table.rows();
        while (cells.nextRow()) {
            var row = new ArrayList<String>();
            while (cells.nextCell()) {
                row.add(cells.missing() ? "" : cells.text());
            }
            rows.add(row);
            if (rows.size() > MOST_ROWS) {
                throw new InvalidInputException("labels", table, "has more than 2,000,000 rows", "a part of it?");
            }
        }
        return rows;
    }

    private static int column(CsvFile table, String what, String name) {
        int column = table.header().indexOf(name);
        if (column < 0) {
            throw new InvalidInputException(
                    what, Shown.name(name), "is no column of the table", DidYouMean.maybe(name, table.header()));
        }
        return column;
    }

    private static int mostMatches(CsvFile table, List<List<String>> rows, ImageNames names) {
        int best = -1;
        long most = 0;
        for (int c = 0; c < table.header().size(); c++) {
            int column = c;
            long matches = rows.stream()
                    .filter(row ->
                            row.size() > column && names.find(row.get(column)).isPresent())
                    .count();
            matches += names.find(table.header().get(c)).isPresent() ? 1 : 0;
            if (matches > most) {
                most = matches;
                best = c;
            }
        }
        if (best < 0) {
            throw new InvalidInputException(
                    "labels",
                    table,
                    "names no image of the project in any of its columns",
                    "file names such as " + names.example() + "?");
        }
        return best;
    }

    private static int labelColumn(CsvFile table, List<List<String>> rows, int files) {
        int best = -1;
        long fewest = Long.MAX_VALUE;
        for (int c = 0; c < table.header().size(); c++) {
            if (c == files) {
                continue;
            }
            if (LABELS.contains(table.header().get(c).toLowerCase(Locale.ROOT))) {
                return c;
            }
            int column = c;
            long different = rows.stream()
                    .filter(row -> row.size() > column && !row.get(column).isEmpty())
                    .map(row -> row.get(column))
                    .distinct()
                    .count();
            if (different > 0 && different < fewest) {
                fewest = different;
                best = c;
            }
        }
        if (best < 0) {
            throw new InvalidInputException(
                    "labels", table, "has no column with labels", "a second column, as in cell-1.png,basophil?");
        }
        return best;
    }

    private static LabelTable matched(
            List<String> header,
            int files,
            int labels,
            List<List<String>> rows,
            ImageNames names,
            ProjectView project) {
        var found = new LinkedHashMap<Integer, String>();
        var unmatched = new ArrayList<String>();
        for (var row : rows) {
            if (row.size() <= Math.max(files, labels) || row.get(labels).isEmpty()) {
                continue;
            }
            var image = names.find(row.get(files));
            if (image.isPresent()) {
                found.put(image.get(), row.get(labels).strip());
            } else {
                unmatched.add(row.get(files));
            }
        }
        var known = project.categories().stream()
                .map(category -> category.name())
                .collect(Collectors.toCollection(HashSet::new));
        var fresh = found.values().stream()
                .filter(label -> !known.contains(label))
                .distinct()
                .sorted()
                .toList();
        int changed = (int) found.entrySet().stream()
                .filter(entry -> project.label(entry.getKey())
                        .flatMap(label -> project.category(label.category()))
                        .filter(category -> !category.name().equals(entry.getValue()))
                        .isPresent())
                .count();
        return new LabelTable(header, header.get(files), header.get(labels), found, unmatched, fresh, changed);
    }
}
