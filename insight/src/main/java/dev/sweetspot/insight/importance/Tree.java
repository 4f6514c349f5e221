package dev.sweetspot.insight.importance;

/** A regression tree over parts of the cube: its leaves are boxes. Node 0 is the root. */
final class Tree {
    private static final int LEAF = -1;

    private final Cube cube;
    private final int[] column;
    private final long[] leftSet;
    private final int[] left;
    private final int[] right;
    private final double[] value;
    private int nodes;

    /** What one wants to know of a leaf. */
    interface Visitor {
        /**
         * A leaf.
         *
         * @param value what it foretells
         * @param volume of its box
         * @param sides of its box: a set of parts for each coordinate; not to be kept
         * @param widths of the sides; not to be kept
         */
        void leaf(double value, double volume, long[] sides, double[] widths);
    }

    /** A tree with room for so many nodes, without any. */
    Tree(Cube cube, int room) {
        this.cube = cube;
        column = new int[room];
        leftSet = new long[room];
        left = new int[room];
        right = new int[room];
        value = new double[room];
    }

    /** One node more, a leaf for now; its number. */
    int leaf(double mean) {
        column[nodes] = LEAF;
        value[nodes] = mean;
        return nodes++;
    }

    /** Makes a leaf an inner node: what lies in a set of parts goes left. */
    void ask(int node, int c, long set) {
        column[node] = c;
        leftSet[node] = set;
    }

    /** Gives an inner node its children. */
    void join(int node, int leftChild, int rightChild) {
        left[node] = leftChild;
        right[node] = rightChild;
    }

    /**
     * What it foretells.
     *
     * @param columns the parts of many points, one array a coordinate
     * @param row which point
     */
    double at(byte[][] columns, int row) {
        int node = 0;
        while (column[node] != LEAF) {
            // A coordinate that is not there has the last bit of the number as its part: it goes with the others.
            node = (leftSet[node] >>> columns[column[node]][row] & 1) != 0 ? left[node] : right[node];
        }
        return value[node];
    }

    /** Goes through all leaves. */
    void visit(Visitor visitor) {
        var sides = new long[cube.size()];
        var widths = new double[cube.size()];
        for (int c = 0; c < sides.length; c++) {
            sides[c] = cube.bins(c).all();
            widths[c] = 1;
        }
        visit(0, 1, sides, widths, visitor);
    }

    private void visit(int node, double volume, long[] sides, double[] widths, Visitor visitor) {
        if (column[node] == LEAF) {
            visitor.leaf(value[node], volume, sides, widths);
            return;
        }
        int c = column[node];
        long side = sides[c];
        double width = widths[c];
        sides[c] = side & leftSet[node];
        widths[c] = cube.bins(c).width(sides[c]);
        visit(left[node], volume / width * widths[c], sides, widths, visitor);
        sides[c] = side & ~leftSet[node];
        widths[c] = cube.bins(c).width(sides[c]);
        visit(right[node], volume / width * widths[c], sides, widths, visitor);
        sides[c] = side;
        widths[c] = width;
    }
}
