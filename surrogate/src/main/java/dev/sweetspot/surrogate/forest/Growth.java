package dev.sweetspot.surrogate.forest;

/**
 * How a forest grows.
 *
 * @param trees how many, at least 1
 * @param columnShare the share of the columns that each split looks at, above 0 up to 1
 * @param leastLeaf the fewest values in a leaf, at least 1
 */
public record Growth(int trees, double columnShare, int leastLeaf) {
    /** Checks the ranges. */
    public Growth {
        if (trees < 1 || leastLeaf < 1 || !(columnShare > 0 && columnShare <= 1)) {
            throw new IllegalArgumentException("trees = " + trees + ", columnShare = " + columnShare + ", leastLeaf = "
                    + leastLeaf + ": must be at least 1, above 0 up to 1, at least 1");
        }
    }
}
