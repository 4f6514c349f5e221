package dev.sweetspot.classic.forest;

import dev.sweetspot.classic.family.Matrix;
import dev.sweetspot.classic.family.Targets;
import dev.sweetspot.space.Configuration;
import java.util.SplittableRandom;

/** Grows trees, each from rows drawn for it. Safe for several threads. */
final class Growing {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final float[][] columns;
    private final int rows;
    private final int outputs;
    /** For classes the label of a row, for numbers nothing. */
    private final int[] labels;
    /** For classes the weight of a row, for numbers the number. */
    private final float[] values;

    private final Rules rules;

    /**
     * How trees are grown.
     *
     * @param tried how many columns each question is chosen from, at least 1
     * @param drawn how many rows each tree is grown from
     */
    record Rules(int tried, int drawn, int minLeaf, int maxDepth, boolean random) {}

    Growing(Matrix matrix, Targets targets, Configuration configuration) {
        this.rows = matrix.rows();
        this.columns = new float[matrix.columns()][rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns.length; column++) {
                columns[column][row] = matrix.at(row, column);
            }
        }
        if (targets instanceof Targets.Classes classes) {
            this.labels = classes.labels();
            this.values = classes.weights();
            this.outputs = classes.count();
        } else {
            this.labels = new int[0];
            this.values = ((Targets.Numbers) targets).values();
            this.outputs = 1;
        }
        this.rules = new Rules(
                (int) Math.max(1, Math.round(configuration.get(RandomForestFamily.COLUMNS) * columns.length)),
                (int) Math.max(1, Math.round(configuration.get(RandomForestFamily.ROWS) * rows)),
                configuration.get(RandomForestFamily.MIN_LEAF),
                configuration.get(RandomForestFamily.MAX_DEPTH),
                configuration.get(RandomForestFamily.CUTS).equals("random"));
    }

    /** How many numbers a tree says. */
    int outputs() {
        return outputs;
    }

    /** The tree of a number. */
    Tree tree(long seed, int number) {
        var random = new SplittableRandom(seed + number * SPREAD);
        var counts = new int[rows];
        for (int i = 0; i < rules.drawn(); i++) {
            counts[random.nextInt(rows)]++;
        }
        int distinct = 0;
        for (int count : counts) {
            distinct += count > 0 ? 1 : 0;
        }
        var members = new int[distinct];
        for (int row = 0, at = 0; row < rows; row++) {
            if (counts[row] > 0) {
                members[at++] = row;
            }
        }
        return new OneTree(random, counts, members).grown();
    }

    /** A tree as it grows: its rows are kept node by node in one array. */
    private final class OneTree {
        private final SplittableRandom random;
        private final int[] members;
        private final int[] order;
        private final Cut cut;
        private final Tree.Builder builder = new Tree.Builder(outputs);

        OneTree(SplittableRandom random, int[] counts, int[] members) {
            this.random = random;
            this.members = members;
            this.order = new int[columns.length];
            for (int i = 0; i < order.length; i++) {
                order[i] = i;
            }
            this.cut = new Cut(members.length, labels, values, counts, outputs, rules.minLeaf());
        }

        Tree grown() {
            node(0, members.length, 0);
            return builder.tree();
        }

        /** Grows the node of members from one place to another; returns its number. */
        private int node(int from, int to, int depth) {
            cut.begin(members, from, to);
            int node = builder.node();
            if (depth >= rules.maxDepth() || cut.pure() || cut.rows() < 2 * rules.minLeaf() || !found(from, to)) {
                builder.leaf(node, cut.answer());
                return node;
            }
            int column = cut.column();
            float threshold = cut.threshold();
            int middle = parted(from, to, columns[column], threshold);
            int left = node(from, middle, depth + 1);
            int right = node(middle, to, depth + 1);
            builder.question(node, column, threshold, left, right);
            return node;
        }

        /** Looks at as many columns as are to be tried, drawn without replacement; at more while none of them can be cut. */
        private boolean found(int from, int to) {
            for (int i = 0; i < order.length && (i < rules.tried() || !cut.found()); i++) {
                int j = i + random.nextInt(order.length - i);
                int column = order[j];
                order[j] = order[i];
                order[i] = column;
                if (rules.random()) {
                    cut.tryRandom(column, columns[column], members, from, to, random);
                } else {
                    cut.tryAll(column, columns[column], members, from, to);
                }
            }
            return cut.found();
        }

        private int parted(int from, int to, float[] column, float threshold) {
            int low = from;
            int high = to - 1;
            while (low <= high) {
                int row = members[low];
                if (column[row] <= threshold) {
                    low++;
                } else {
                    members[low] = members[high];
                    members[high--] = row;
                }
            }
            return low;
        }
    }
}
