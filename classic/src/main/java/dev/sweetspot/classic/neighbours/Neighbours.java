package dev.sweetspot.classic.neighbours;

import dev.sweetspot.classic.family.ClassicModel;
import dev.sweetspot.classic.family.Matrix;
import dev.sweetspot.classic.family.Targets;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The rows that were learnt from, and what the nearest of them say. */
final class Neighbours implements ClassicModel {
    private final Matrix rows;
    /** The class of each row, or its number. */
    private final float[] targets;
    /** How many classes there are; 0 where numbers are predicted. */
    private final int classes;

    private final Rules rules;

    /** What near means. */
    enum Distance {
        EUCLIDEAN,
        MANHATTAN,
        COSINE
    }

    /**
     * Who is asked.
     *
     * @param count how many, at least 1 and at most as many as there are rows
     * @param weighted whether near ones count more
     */
    record Rules(Distance distance, int count, boolean weighted) {}

    private Neighbours(Matrix rows, float[] targets, int classes, Rules rules) {
        this.rows = rows;
        this.targets = targets;
        this.classes = classes;
        this.rules = rules;
    }

    static Neighbours of(Matrix rows, Targets targets, Rules rules) {
        var kept = rules.distance() == Distance.COSINE ? ofLengthOne(rows) : rows;
        if (targets instanceof Targets.Numbers numbers) {
            return new Neighbours(kept, numbers.values(), 0, rules);
        }
        var known = (Targets.Classes) targets;
        var labels = new float[known.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = known.labels()[i];
        }
        return new Neighbours(kept, labels, known.count(), rules);
    }

    /** Where all rows have length 1, the square of a distance is twice one less the cosine. */
    private static Matrix ofLengthOne(Matrix rows) {
        var values = rows.values().clone();
        for (int row = 0; row < rows.rows(); row++) {
            double squares = 0;
            int at = row * rows.columns();
            for (int j = 0; j < rows.columns(); j++) {
                squares += (double) values[at + j] * values[at + j];
            }
            double length = squares > 0 ? Math.sqrt(squares) : 1;
            for (int j = 0; j < rows.columns(); j++) {
                values[at + j] = (float) (values[at + j] / length);
            }
        }
        return new Matrix(rows.rows(), rows.columns(), values);
    }

    @Override
    public float[][] predict(Matrix asked) {
        if (asked.columns() != rows.columns()) {
            throw new IllegalArgumentException(asked.columns() + " columns, and it learnt from " + rows.columns());
        }
        var questions = rules.distance() == Distance.COSINE ? ofLengthOne(asked) : asked;
        var answers = new float[asked.rows()][];
        var nearest = new Nearest(rows, rules.distance() == Distance.MANHATTAN, rules.count());
        for (int from = 0; from < answers.length; from += Nearest.TOGETHER) {
            int to = Math.min(answers.length, from + Nearest.TOGETHER);
            nearest.find(questions, from, to);
            for (int row = from; row < to; row++) {
                answers[row] = answer(nearest, row - from);
            }
        }
        return answers;
    }

    private float[] answer(Nearest nearest, int question) {
        int[] found = nearest.rows(question);
        float[] distances = nearest.distances(question);
        boolean same = rules.weighted() && distances[0] == 0;
        var sums = new double[Math.max(1, classes)];
        double all = 0;
        for (int i = 0; i < found.length; i++) {
            double weight = weight(distances[i], same);
            sums[classes == 0 ? 0 : (int) targets[found[i]]] += classes == 0 ? weight * targets[found[i]] : weight;
            all += weight;
        }
        var answer = new float[sums.length];
        for (int i = 0; i < answer.length; i++) {
            answer[i] = (float) (sums[i] / all);
        }
        return answer;
    }

    /** Where some rows are the same as the one in question, no other counts. */
    private double weight(float distance, boolean same) {
        if (!rules.weighted()) {
            return 1;
        }
        if (same) {
            return distance == 0 ? 1 : 0;
        }
        return 1 / (rules.distance() == Distance.MANHATTAN ? distance : Math.sqrt(distance));
    }

    @Override
    public int steps() {
        return 1;
    }

    @Override
    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(rules.distance().name());
            out.writeInt(rules.count());
            out.writeBoolean(rules.weighted());
            out.writeInt(classes);
            out.writeInt(rows.rows());
            out.writeInt(rows.columns());
            for (float target : targets) {
                out.writeFloat(target);
            }
            for (float value : rows.values()) {
                out.writeFloat(value);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Neighbours read(byte[] bytes) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            var rules = new Rules(Distance.valueOf(in.readUTF()), in.readInt(), in.readBoolean());
            int classes = in.readInt();
            int rows = in.readInt();
            int columns = in.readInt();
            long numbers = (long) rows * columns + rows;
            if (rows < 1 || columns < 1 || rules.count() < 1 || rules.count() > rows || numbers * 4 != in.available()) {
                throw new IOException(rows + " rows of " + columns + " columns");
            }
            var targets = new float[rows];
            for (int i = 0; i < rows; i++) {
                targets[i] = in.readFloat();
                if (classes > 0 && !(targets[i] >= 0 && targets[i] < classes)) {
                    throw new IOException("class " + targets[i] + " of " + classes);
                }
            }
            var values = new float[rows * columns];
            for (int i = 0; i < values.length; i++) {
                values[i] = in.readFloat();
            }
            return new Neighbours(new Matrix(rows, columns, values), targets, classes, rules);
        } catch (IllegalArgumentException e) {
            throw new IOException("the rows cannot be read", e);
        }
    }
}
