package dev.sweetspot.classic.forest;

import dev.sweetspot.classic.family.ClassicModel;
import dev.sweetspot.classic.family.Matrix;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Trees and their mean. */
final class Forest implements ClassicModel {
    private final int columns;
    private final int outputs;
    private final List<Tree> trees;

    Forest(int columns, int outputs, List<Tree> trees) {
        this.columns = columns;
        this.outputs = outputs;
        this.trees = List.copyOf(trees);
    }

    static Forest read(byte[] bytes) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int columns = in.readInt();
            int outputs = in.readInt();
            int count = in.readInt();
            if (columns < 1 || outputs < 1 || count < 1) {
                throw new IOException("a forest of " + count + " trees");
            }
            var trees = new ArrayList<Tree>();
            for (int i = 0; i < count; i++) {
                trees.add(Tree.read(in, outputs, columns));
            }
            return new Forest(columns, outputs, trees);
        }
    }

    @Override
    public float[][] predict(Matrix rows) {
        if (rows.columns() != columns) {
            throw new IllegalArgumentException(rows.columns() + " columns, and it learnt from " + columns);
        }
        var sums = new double[rows.rows()][outputs];
        // Tree by tree: one tree fits into the processor's memory, all of them do not.
        for (var tree : trees) {
            for (int row = 0; row < sums.length; row++) {
                tree.add(rows, row, sums[row]);
            }
        }
        var answers = new float[sums.length][outputs];
        for (int row = 0; row < sums.length; row++) {
            for (int i = 0; i < outputs; i++) {
                answers[row][i] = (float) (sums[row][i] / trees.size());
            }
        }
        return answers;
    }

    @Override
    public int steps() {
        return trees.size();
    }

    @Override
    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(columns);
            out.writeInt(outputs);
            out.writeInt(trees.size());
            for (var tree : trees) {
                tree.write(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
