package dev.sweetspot.classic.forest;

import dev.sweetspot.classic.family.Matrix;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/** A grown tree, node by node; node 0 is the root. */
final class Tree {
    private static final int LEAF = -1;

    private final int outputs;
    /** The column that a node asks about; {@link #LEAF} for a leaf. */
    private final int[] columns;

    private final float[] thresholds;
    /** For a question where rows with at most the threshold go; for a leaf the place of its answer. */
    private final int[] left;

    private final int[] right;
    private final float[] answers;

    private Tree(int outputs, int[] columns, float[] thresholds, int[] left, int[] right, float[] answers) {
        this.outputs = outputs;
        this.columns = columns;
        this.thresholds = thresholds;
        this.left = left;
        this.right = right;
        this.answers = answers;
    }

    /** Makes one. */
    static final class Builder {
        private final int outputs;
        private int[] columns = new int[64];
        private float[] thresholds = new float[64];
        private int[] left = new int[64];
        private int[] right = new int[64];
        private float[] answers = new float[64];
        private int nodes;
        private int answered;

        Builder(int outputs) {
            this.outputs = outputs;
        }

        /** A new node. */
        int node() {
            if (nodes == columns.length) {
                int more = 2 * nodes;
                columns = Arrays.copyOf(columns, more);
                thresholds = Arrays.copyOf(thresholds, more);
                left = Arrays.copyOf(left, more);
                right = Arrays.copyOf(right, more);
            }
            return nodes++;
        }

        void question(int node, int column, float threshold, int leftNode, int rightNode) {
            columns[node] = column;
            thresholds[node] = threshold;
            left[node] = leftNode;
            right[node] = rightNode;
        }

        void leaf(int node, float[] answer) {
            columns[node] = LEAF;
            left[node] = answered;
            if (answered + outputs > answers.length) {
                answers = Arrays.copyOf(answers, 2 * (answered + outputs));
            }
            System.arraycopy(answer, 0, answers, answered, outputs);
            answered += outputs;
        }

        Tree tree() {
            return new Tree(
                    outputs,
                    Arrays.copyOf(columns, nodes),
                    Arrays.copyOf(thresholds, nodes),
                    Arrays.copyOf(left, nodes),
                    Arrays.copyOf(right, nodes),
                    Arrays.copyOf(answers, answered));
        }
    }

    /** Adds what it says of a row. */
    void add(Matrix rows, int row, double[] to) {
        int node = 0;
        while (columns[node] != LEAF) {
            node = rows.at(row, columns[node]) <= thresholds[node] ? left[node] : right[node];
        }
        for (int i = 0; i < outputs; i++) {
            to[i] += answers[left[node] + i];
        }
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(columns.length);
        out.writeInt(answers.length);
        for (int node = 0; node < columns.length; node++) {
            out.writeInt(columns[node]);
            out.writeFloat(thresholds[node]);
            out.writeInt(left[node]);
            out.writeInt(right[node]);
        }
        for (float answer : answers) {
            out.writeFloat(answer);
        }
    }

    /**
     * Reads one.
     *
     * @param width how many columns rows have
     * @throws IOException where it points to nodes or columns that are not there, or back
     */
    static Tree read(DataInputStream in, int outputs, int width) throws IOException {
        int nodes = in.readInt();
        int answered = in.readInt();
        if (nodes < 1 || answered < outputs || 16L * nodes + 4L * answered > in.available()) {
            throw new IOException("a tree of " + nodes + " nodes");
        }
        var tree = new Tree(
                outputs, new int[nodes], new float[nodes], new int[nodes], new int[nodes], new float[answered]);
        for (int node = 0; node < nodes; node++) {
            tree.columns[node] = in.readInt();
            tree.thresholds[node] = in.readFloat();
            tree.left[node] = in.readInt();
            tree.right[node] = in.readInt();
            boolean fits = tree.columns[node] == LEAF
                    ? tree.left[node] >= 0 && tree.left[node] + outputs <= answered
                    : tree.columns[node] >= 0
                            && tree.columns[node] < width
                            && tree.left[node] > node
                            && tree.left[node] < nodes
                            && tree.right[node] > node
                            && tree.right[node] < nodes;
            if (!fits) {
                throw new IOException("node " + node + " of a tree points nowhere");
            }
        }
        for (int i = 0; i < answered; i++) {
            tree.answers[i] = in.readFloat();
        }
        return tree;
    }
}
