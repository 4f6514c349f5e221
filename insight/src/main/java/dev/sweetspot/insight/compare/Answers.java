package dev.sweetspot.insight.compare;

import dev.sweetspot.form.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a winner said of each test item, beside what is true, as {@code predictions.csv} holds it.
 *
 * @param classes whether the answers are classes, else numbers
 * @param items by the name of the item
 */
public record Answers(boolean classes, Map<String, Answer> items) {
    /** What is true of an item, and what was said. */
    public record Answer(String truth, String said) {
        boolean right() {
            return truth.equals(said);
        }

        /** How far a number is off. */
        double error() {
            return Double.parseDouble(said) - Double.parseDouble(truth);
        }
    }

    /** Keeps a copy in the order given. */
    public Answers {
        items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
    }

    /**
     * Those of a job's folder; empty where there are none, as of models that make no answer to each item, or where items have
     * no names of their own.
     *
     * @throws InvalidInputException when the file is damaged
     */
    public static Optional<Answers> in(Path folder) {
        var file = folder.resolve("predictions.csv");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        var rows = rows(file);
        var head = rows.isEmpty() ? List.<String>of() : rows.get(0);
        if (head.size() < 3 || !head.get(1).equals("truth")) {
            return Optional.empty();
        }
        var items = new LinkedHashMap<String, Answer>();
        for (var row : rows.subList(1, rows.size())) {
            if (row.size() != head.size()) {
                throw new InvalidInputException(
                        "predictions",
                        file,
                        "has a row of " + row.size() + " cells, and its head has " + head.size(),
                        "");
            }
            if (items.put(row.get(0), new Answer(row.get(1), row.get(2))) != null) {
                return Optional.empty();
            }
        }
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(new Answers(head.get(2).equals("predicted"), items));
    }

    private static List<List<String>> rows(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Comma-separated values as we write them: a cell in quotes may hold commas, doubled quotes and line breaks. */
    static List<List<String>> parse(String text) {
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append(c);
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(List.copyOf(row));
                    row.clear();
                }
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        return rows;
    }
}
