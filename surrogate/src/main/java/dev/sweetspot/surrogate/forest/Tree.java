package dev.sweetspot.surrogate.forest;

/**
 * One regression tree, as columns of primitive numbers; node 0 is the root.
 *
 * <p>An inner node asks about one coordinate: numbers go left up to a threshold, categories where their bit says so.
 * Coordinates that are not there have a side of their own.
 */
final class Tree {
    private static final int LEAF = -1;

    private final int[] column;
    private final double[] threshold;
    private final long[] leftCategories;
    private final boolean[] missingLeft;
    private final int[] left;
    private final int[] right;
    private final double[] mean;
    private final double[] variance;
    private int nodes;

    /** A tree with room for so many nodes, without any. */
    Tree(int room) {
        column = new int[room];
        threshold = new double[room];
        leftCategories = new long[room];
        missingLeft = new boolean[room];
        left = new int[room];
        right = new int[room];
        mean = new double[room];
        variance = new double[room];
    }

    /** One node more, a leaf for now; its number. */
    int leaf(double meanOfLeaf, double varianceOfLeaf) {
        column[nodes] = LEAF;
        mean[nodes] = meanOfLeaf;
        variance[nodes] = varianceOfLeaf;
        return nodes++;
    }

    /** Makes a leaf an inner node. */
    void ask(int node, int c, double highestLeft, long categoriesLeft, boolean missing) {
        column[node] = c;
        threshold[node] = highestLeft;
        leftCategories[node] = categoriesLeft;
        missingLeft[node] = missing;
    }

    /** Gives an inner node its children. */
    void join(int node, int leftChild, int rightChild) {
        left[node] = leftChild;
        right[node] = rightChild;
    }

    /** What an inner node asks about. */
    int column(int node) {
        return column[node];
    }

    /**
     * The side of a coordinate at an inner node.
     *
     * @param categories how many the column has; 0 for numbers
     */
    boolean goesLeft(int node, double at, int categories) {
        if (Double.isNaN(at)) {
            return missingLeft[node];
        }
        return categories > 0
                ? (leftCategories[node] >>> Grower.category(at, categories) & 1) != 0
                : at <= threshold[node];
    }

    /** The leaf that a point falls into. */
    int find(double[] point, int[] categories) {
        int node = 0;
        while (column[node] != LEAF) {
            int c = column[node];
            node = goesLeft(node, point[c], categories[c]) ? left[node] : right[node];
        }
        return node;
    }

    /** The mean of the values in a leaf. */
    double mean(int leaf) {
        return mean[leaf];
    }

    /** The variance of the values in a leaf. */
    double variance(int leaf) {
        return variance[leaf];
    }
}
