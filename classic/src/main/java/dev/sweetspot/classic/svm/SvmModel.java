package dev.sweetspot.classic.svm;

import dev.sweetspot.classic.family.ClassicModel;
import dev.sweetspot.classic.family.Matrix;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Machines, and the rows that they need. */
final class SvmModel implements ClassicModel {
    private final Kernel kernel;
    /** How many classes there are; 0 where numbers are predicted. */
    private final int classes;

    private final List<Pair> pairs;
    private final int steps;

    /**
     * A machine that says more than 0 where it is rather the first of two classes; or the one that says a number.
     *
     * @param sigmoid makes the probability of the first
     */
    record Pair(int first, int second, Machine machine, Sigmoid sigmoid) {}

    private SvmModel(Kernel kernel, int classes, List<Pair> pairs, int steps) {
        this.kernel = kernel;
        this.classes = classes;
        this.pairs = List.copyOf(pairs);
        this.steps = steps;
    }

    /**
     * Keeps the rows that machines need, and no others.
     *
     * @param matrix of which the machines name places
     */
    static SvmModel of(Matrix matrix, double gamma, int classes, List<Pair> pairs, int steps) {
        int[] needed = pairs.stream()
                .flatMapToInt(pair -> Arrays.stream(pair.machine().rows()))
                .distinct()
                .sorted()
                .toArray();
        var moved = pairs.stream()
                .map(pair -> new Pair(
                        pair.first(),
                        pair.second(),
                        new Machine(
                                Arrays.stream(pair.machine().rows())
                                        .map(row -> Arrays.binarySearch(needed, row))
                                        .toArray(),
                                pair.machine().factors(),
                                pair.machine().offset()),
                        pair.sigmoid()))
                .toList();
        return new SvmModel(new Kernel(matrix.some(needed), gamma), classes, moved, steps);
    }

    /** What a machine says of a row of the matrix that it learnt from. */
    static double says(Machine machine, Matrix matrix, int row, double gamma) {
        var needed = new Kernel(matrix.some(machine.rows()), gamma);
        int[] places = IntStream.range(0, machine.rows().length).toArray();
        return new Machine(places, machine.factors(), machine.offset()).says(needed.of(matrix, row));
    }

    @Override
    public float[][] predict(Matrix rows) {
        if (rows.columns() != kernel.rows().columns()) {
            throw new IllegalArgumentException(rows.columns() + " columns, and it learnt from "
                    + kernel.rows().columns());
        }
        var answers = new float[rows.rows()][];
        for (int row = 0; row < answers.length; row++) {
            var kernels = kernel.of(rows, row);
            answers[row] =
                    classes == 0 ? new float[] {(float) pairs.get(0).machine().says(kernels)} : probabilities(kernels);
        }
        return answers;
    }

    /** A class that no row had is not probable at all. */
    private float[] probabilities(double[] kernels) {
        int[] met = pairs.stream()
                .flatMapToInt(pair -> IntStream.of(pair.first(), pair.second()))
                .distinct()
                .sorted()
                .toArray();
        var table = new double[met.length][met.length];
        for (var pair : pairs) {
            int i = Arrays.binarySearch(met, pair.first());
            int j = Arrays.binarySearch(met, pair.second());
            double probability = Math.min(
                    1 - 1e-7, Math.max(1e-7, pair.sigmoid().of(pair.machine().says(kernels))));
            table[i][j] = probability;
            table[j][i] = 1 - probability;
        }
        var coupled = met.length == 2 ? new double[] {table[0][1], table[1][0]} : Coupling.of(table);
        var answer = new float[classes];
        for (int i = 0; i < met.length; i++) {
            answer[met[i]] = (float) coupled[i];
        }
        return answer;
    }

    @Override
    public int steps() {
        return steps;
    }

    @Override
    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(classes);
            out.writeInt(steps);
            out.writeDouble(kernel.gamma());
            out.writeInt(kernel.rows().rows());
            out.writeInt(kernel.rows().columns());
            for (float value : kernel.rows().values()) {
                out.writeFloat(value);
            }
            out.writeInt(pairs.size());
            for (var pair : pairs) {
                out.writeInt(pair.first());
                out.writeInt(pair.second());
                out.writeDouble(pair.sigmoid().a());
                out.writeDouble(pair.sigmoid().b());
                out.writeDouble(pair.machine().offset());
                out.writeInt(pair.machine().rows().length);
                for (int i = 0; i < pair.machine().rows().length; i++) {
                    out.writeInt(pair.machine().rows()[i]);
                    out.writeDouble(pair.machine().factors()[i]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static SvmModel read(byte[] bytes) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int classes = in.readInt();
            int steps = in.readInt();
            double gamma = in.readDouble();
            int rows = in.readInt();
            int columns = in.readInt();
            if (classes < 0 || rows < 0 || columns < 1 || (long) rows * columns * Float.BYTES > in.available()) {
                throw new IOException(rows + " rows of " + columns + " columns");
            }
            var values = new float[rows * columns];
            for (int i = 0; i < values.length; i++) {
                values[i] = in.readFloat();
            }
            int count = in.readInt();
            var pairs = new ArrayList<Pair>();
            for (int i = 0; i < count; i++) {
                pairs.add(pair(in, rows, classes));
            }
            if (pairs.isEmpty()) {
                throw new IOException("no machine");
            }
            return new SvmModel(new Kernel(new Matrix(rows, columns, values), gamma), classes, pairs, steps);
        }
    }

    private static Pair pair(DataInputStream in, int rows, int classes) throws IOException {
        int first = in.readInt();
        int second = in.readInt();
        var sigmoid = new Sigmoid(in.readDouble(), in.readDouble());
        double offset = in.readDouble();
        int size = in.readInt();
        int most = Math.max(1, classes);
        if (size < 0 || size > rows || first < 0 || first >= most || second < 0 || second >= most) {
            throw new IOException("a machine of " + size + " rows");
        }
        var places = new int[size];
        var factors = new double[size];
        for (int i = 0; i < size; i++) {
            places[i] = in.readInt();
            factors[i] = in.readDouble();
            if (places[i] < 0 || places[i] >= rows) {
                throw new IOException("row " + places[i] + " of " + rows);
            }
        }
        return new Pair(first, second, new Machine(places, factors, offset), sigmoid);
    }
}
