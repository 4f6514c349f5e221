package dev.sweetspot.data.split;

import dev.sweetspot.data.DataSet;
import dev.sweetspot.data.Part;
import dev.sweetspot.data.Parts;
import dev.sweetspot.data.Shown;
import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.InvalidInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Parts as CSV: the header {@code file,part} for images, then a line an item, names in quotes. So that a split can be kept. */
public final class PartsFile {
    private static final String PART = "part";

    private PartsFile() {}

    /** The text. */
    public static String write(DataSet set, Parts parts) {
        var text = new StringBuilder(set.nameColumn()).append(',').append(PART).append('\n');
        for (var part : Part.values()) {
            for (int i : parts.of(part)) {
                text.append('"')
                        .append(set.name(i).replace("\"", "\"\""))
                        .append("\",")
                        .append(part.word())
                        .append('\n');
            }
        }
        return text.toString();
    }

    /**
     * The parts that the text says. Items that it does not name belong to none.
     *
     * @throws InvalidInputException when it names an item that the set does not have, one twice, or an unknown part
     */
    public static Parts read(String text, DataSet set) {
        var places = new HashMap<String, Integer>();
        for (int i = 0; i < set.size(); i++) {
            places.put(set.name(i), i);
        }
        var found = new EnumMap<Part, List<Integer>>(Part.class);
        for (var part : Part.values()) {
            found.put(part, new ArrayList<>());
        }
        var rows = rows(text);
        if (rows.isEmpty() || !rows.get(0).equals(List.of(set.nameColumn(), PART))) {
            throw new InvalidInputException("split: the first line must be \"" + set.nameColumn() + "," + PART + "\".");
        }
        for (var row : rows.subList(1, rows.size())) {
            if (row.size() != 2) {
                throw new InvalidInputException(
                        "split",
                        Shown.names(row),
                        "must be a " + set.nameColumn() + " and a part",
                        "a name with a comma needs quotes?");
            }
            found.getOrDefault(part(row.get(1)), List.of()).add(take(places, row.get(0)));
        }
        return new Parts(array(found, Part.TRAINING), array(found, Part.VALIDATION), array(found, Part.TEST));
    }

    private static int take(Map<String, Integer> places, String name) {
        var place = places.remove(name);
        if (place == null) {
            throw new InvalidInputException(
                    "split", Shown.name(name), "must be in the data, and named once", "the split of other data?");
        }
        return place;
    }

    private static Part part(String word) {
        return Arrays.stream(Part.values())
                .filter(part -> part.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "split",
                        Shown.name(word),
                        "must be a part",
                        DidYouMean.maybe(
                                word,
                                Arrays.stream(Part.values()).map(Part::word).toList())));
    }

    private static int[] array(Map<Part, List<Integer>> found, Part part) {
        return found.getOrDefault(part, List.of()).stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** RFC 4180; names may hold commas, quotes and line breaks. */
    private static List<List<String>> rows(String text) {
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                boolean doubled = quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
                if (doubled) {
                    cell.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (!quoted && (c == ',' || c == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(List.copyOf(row));
                    row.clear();
                }
            } else if (quoted || c != '\r') {
                cell.append(c);
            }
        }
        if (cell.length() > 0 || !row.isEmpty()) {
            row.add(cell.toString());
            rows.add(List.copyOf(row));
        }
        return rows;
    }
}
