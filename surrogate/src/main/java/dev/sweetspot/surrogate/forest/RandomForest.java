package dev.sweetspot.surrogate.forest;

import dev.sweetspot.surrogate.Column;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A regression forest over the unit cube: extremely randomised trees (Geurts, Ernst and Wehenkel 2006, Machine Learning 63),
 * each grown from all values, with cuts at random places. Its trees agree where there are values and disagree between them,
 * so that their variance grows with the distance from what is known. Immutable.
 *
 * <p>A missing coordinate (NaN, a parameter that is not active) is an answer of its own at every node; categories are divided
 * by subsets.
 */
public final class RandomForest {
    private final int[] categories;
    private final Tree[] trees;

    private RandomForest(int[] categories, Tree[] trees) {
        this.categories = categories;
        this.trees = trees;
    }

    /**
     * What a forest expects at a point.
     *
     * @param mean of the trees' leaves
     * @param variance by the law of total variance: of the leaves' means, and the mean of the variances within the leaves
     *     (Hutter, Xu, Hoos and Leyton-Brown 2014, Artificial Intelligence 206, section 4.3.2)
     */
    public record Prediction(double mean, double variance) {}

    /**
     * A forest of values at points.
     *
     * @param columns what the coordinates are; of more than 64 categories, those 64 apart are told apart no more
     * @param points in the unit cube, NaN where a point does not have a column; at least one
     * @param values one a point, finite
     */
    public static RandomForest fit(
            List<Column> columns, double[][] points, double[] values, Growth growth, RandomGenerator random) {
        if (points.length == 0 || points.length != values.length) {
            throw new IllegalArgumentException("points = " + points.length + ", values = " + values.length
                    + ": must be the same number, at least 1");
        }
        var categories = new int[columns.size()];
        for (int c = 0; c < categories.length; c++) {
            categories[c] = columns.get(c) instanceof Column.Categories kinds ? kinds.count() : 0;
        }
        var grower = new Grower(categories, points, values, growth);
        var trees = new Tree[growth.trees()];
        for (int t = 0; t < trees.length; t++) {
            trees[t] = grower.grow(random);
        }
        return new RandomForest(categories, trees);
    }

    /**
     * What it expects at a point; about a tenth of a microsecond a tree.
     *
     * @param point in the unit cube, NaN for columns that are not active there
     */
    public Prediction predict(double[] point) {
        double sum = 0;
        double squares = 0;
        double within = 0;
        for (var tree : trees) {
            int leaf = tree.find(point, categories);
            double mean = tree.mean(leaf);
            sum += mean;
            squares += mean * mean;
            within += tree.variance(leaf);
        }
        double mean = sum / trees.length;
        double between = Math.max(0, squares / trees.length - mean * mean);
        return new Prediction(mean, between + within / trees.length);
    }
}
