package dev.sweetspot.data.table;

import dev.sweetspot.data.csv.Cells;
import dev.sweetspot.data.csv.CsvFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Takes the cells of one column, one after the other. */
abstract class CellSink {
    /** Beyond it no measurement is meant, and single precision ends. */
    private static final double LARGEST = 1e30;
    /** Few rows say nothing about which cells are the odd ones. */
    private static final int ENOUGH = 20;
    /** A column is of numbers when so many of its cells are. */
    private static final double NEARLY_ALL = 0.95;

    private static final int FEW = 3;

    abstract void take(Cells cells);

    /** What was taken. */
    abstract RawColumn column();

    /** Whether the column has to be read again as texts. */
    boolean disappointed() {
        return false;
    }

    /** Numbers, as long as all cells are. */
    static final class NumberSink extends CellSink {
        private final CsvFile file;
        private final String name;
        private final boolean precise;
        private double[] doubles;
        private float[] floats;
        private int size;
        private int numbers;
        private int texts;
        private int firstLine;
        private final TreeSet<String> odd = new TreeSet<>();
        private String first = "";

        NumberSink(CsvFile file, String name, boolean precise) {
            this.file = file;
            this.name = name;
            this.precise = precise;
            this.doubles = new double[precise ? 1024 : 0];
            this.floats = new float[precise ? 0 : 1024];
        }

        @Override
        void take(Cells cells) {
            double value = Double.NaN;
            if (!cells.missing()) {
                value = cells.number();
                if (Double.isNaN(value)) {
                    takeText(cells);
                } else if (Math.abs(value) > LARGEST) {
                    throw file.wrong(
                            cells.line(),
                            name,
                            cells.text(),
                            "must be between -1e30 and 1e30",
                            "the cell should be empty, because the number is not known?");
                } else {
                    numbers++;
                }
            }
            add(value);
        }

        private void takeText(Cells cells) {
            if (texts++ == 0) {
                firstLine = cells.line();
                first = cells.text();
            }
            if (odd.size() <= FEW) {
                odd.add(cells.text());
            }
        }

        private void add(double value) {
            if (precise) {
                if (size == doubles.length) {
                    doubles = Arrays.copyOf(doubles, 2 * size);
                }
                doubles[size++] = value;
            } else {
                if (size == floats.length) {
                    floats = Arrays.copyOf(floats, 2 * size);
                }
                floats[size++] = (float) value;
            }
        }

        /** A few words among many numbers are mistakes, and are not to make categories of all of them. */
        @Override
        boolean disappointed() {
            if (texts > 0
                    && numbers + texts >= ENOUGH
                    && odd.size() <= FEW
                    && numbers >= NEARLY_ALL * (numbers + texts)) {
                throw file.wrong(
                        firstLine,
                        name,
                        first,
                        "must be a number, as " + numbers + " others of its column are",
                        "the cell should be empty, because the number is not known? Or name the column a category");
            }
            return texts > 0;
        }

        @Override
        RawColumn column() {
            return precise
                    ? new RawColumn.Precise(name, Arrays.copyOf(doubles, size))
                    : new RawColumn.Numbers(name, Arrays.copyOf(floats, size));
        }
    }

    /** Texts. */
    static final class TextSink extends CellSink {
        private final String name;
        private final Map<String, Integer> places = new HashMap<>();
        private final List<String> words = new ArrayList<>();
        private int[] codes = new int[1024];
        private int size;

        TextSink(String name) {
            this.name = name;
        }

        @Override
        void take(Cells cells) {
            int code = -1;
            if (!cells.missing()) {
                var text = cells.text();
                var known = places.putIfAbsent(text, words.size());
                code = known == null ? words.size() : known;
                if (known == null) {
                    words.add(text);
                }
            }
            if (size == codes.length) {
                codes = Arrays.copyOf(codes, 2 * size);
            }
            codes[size++] = code;
        }

        @Override
        RawColumn column() {
            return new RawColumn.Texts(name, List.copyOf(words), Arrays.copyOf(codes, size));
        }
    }

    /** Nothing. */
    static final class NoSink extends CellSink {
        private final String name;

        NoSink(String name) {
            this.name = name;
        }

        @Override
        void take(Cells cells) {}

        @Override
        RawColumn column() {
            return new RawColumn.Nothing(name);
        }
    }
}
