package dev.sweetspot.insight.result;

import dev.sweetspot.data.metric.ClassProbabilities;
import dev.sweetspot.data.metric.ClassificationReport;
import dev.sweetspot.data.metric.PredictedValues;
import dev.sweetspot.data.metric.RegressionReport;
import dev.sweetspot.data.metric.Report;
import dev.sweetspot.form.InvalidInputException;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a winner said of each test item, beside what is true, as a job leaves it: {@code predictions.csv}, as {@link
 * dev.sweetspot.data.metric.Predictions#toCsv(dev.sweetspot.data.DataSet, int[])} writes it. It is read line by line: with a
 * thousand classes it may be far larger than what is kept of it.
 */
public final class PredictionsFile {
    private static final String NAME = "predictions.csv";
    private static final String PREDICTED = "predicted";
    /** The columns before the probabilities: the item, the truth, what was said. */
    private static final int BEFORE = 3;

    private final Path file;
    private final List<String> head;

    private PredictionsFile(Path file, List<String> head) {
        this.file = file;
        this.head = head;
    }

    /**
     * That of a job's folder; empty where there is none, or none that has an answer and a truth for each item, as of models that
     * draw.
     */
    public static Optional<PredictionsFile> in(Path folder) {
        var file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        var head = head(file);
        boolean answers = head.size() >= BEFORE
                && head.get(1).equals("truth")
                && head.get(2).startsWith(PREDICTED)
                && (head.get(2).equals(PREDICTED) || head.size() == BEFORE);
        return answers ? Optional.of(new PredictionsFile(file, head)) : Optional.empty();
    }

    private static List<String> head(Path file) {
        var found = new ArrayList<String>();
        try (var in = Files.newBufferedReader(file)) {
            parse(in, row -> {
                found.addAll(row);
                return false;
            });
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the answers are classes, else numbers. */
    public boolean classes() {
        return head.get(2).equals(PREDICTED);
    }

    /**
     * Gives each row after the head to whoever wants it: the name of the item, its truth, what was said, and the probability
     * of each class.
     *
     * @throws InvalidInputException when a row has not as many cells as the head
     */
    public void each(Consumer<List<String>> row) {
        try (var in = Files.newBufferedReader(file)) {
            var first = new boolean[] {true};
            parse(in, cells -> {
                if (cells.size() != head.size()) {
                    throw damaged("has a row of " + cells.size() + " cells, and its head has " + head.size());
                }
                if (!first[0]) {
                    row.accept(cells);
                }
                first[0] = false;
                return true;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * How good the answers are; empty where there are no items.
     *
     * @throws InvalidInputException when the file is damaged
     */
    public Optional<Report> report() {
        try {
            return classes() ? ofClasses() : ofNumbers();
        } catch (NumberFormatException e) {
            throw damaged("has a cell that is no number (" + e.getMessage() + ")");
        }
    }

    private Optional<Report> ofClasses() {
        // "p(RBC)": the name stands between the parentheses.
        var classes = head.subList(BEFORE, head.size()).stream()
                .map(name -> name.substring(Math.min(2, name.length()), Math.max(2, name.length() - 1)))
                .toList();
        var places = new HashMap<String, Integer>();
        classes.forEach(name -> places.put(name, places.size()));
        var items = new ArrayList<String>();
        var truth = new ArrayList<Integer>();
        var probabilities = new ArrayList<float[]>();
        each(row -> {
            items.add(row.get(0));
            truth.add(placeOf(row.get(1), places));
            var shares = new float[classes.size()];
            for (int c = 0; c < shares.length; c++) {
                shares[c] = Float.parseFloat(row.get(BEFORE + c));
            }
            probabilities.add(shares);
        });
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(ClassificationReport.of(
                        new ClassProbabilities(items, classes, probabilities.toArray(float[][]::new)),
                        truth.stream().mapToInt(Integer::intValue).toArray()));
    }

    private int placeOf(String name, Map<String, Integer> places) {
        var place = places.get(name);
        if (place == null) {
            throw damaged("has the class \"" + name + "\", of which it gives no probability");
        }
        return place;
    }

    private Optional<Report> ofNumbers() {
        var items = new ArrayList<String>();
        var truth = new ArrayList<Double>();
        var said = new ArrayList<Double>();
        each(row -> {
            items.add(row.get(0));
            truth.add(Double.parseDouble(row.get(1)));
            said.add(Double.parseDouble(row.get(2)));
        });
        var target = head.get(2).replaceAll("^predicted\\((.*)\\)$", "$1");
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(RegressionReport.of(new PredictedValues(items, target, column(said)), column(truth)));
    }

    private static double[] column(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private InvalidInputException damaged(String how) {
        return new InvalidInputException("predictions", file, how, "the folder of another job?");
    }

    /** What is done with a row. */
    private interface Rows {
        /** Whether more are wanted. */
        boolean take(List<String> row);
    }

    /** Comma-separated values as we write them: a cell in quotes may hold commas, doubled quotes and line breaks. */
    private static void parse(Reader file, Rows rows) throws IOException {
        var in = new PushbackReader(file);
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (quoted) {
                quoted = c != '"' || isDoubled(in);
                if (quoted) {
                    cell.append((char) c);
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    if (!rows.take(List.copyOf(row))) {
                        return;
                    }
                    row.clear();
                }
            } else if (c != '\r') {
                cell.append((char) c);
            }
        }
    }

    /** Whether another quote follows, which is then read too: the two stand for one. */
    private static boolean isDoubled(PushbackReader in) throws IOException {
        int next = in.read();
        if (next >= 0 && next != '"') {
            in.unread(next);
        }
        return next == '"';
    }
}
