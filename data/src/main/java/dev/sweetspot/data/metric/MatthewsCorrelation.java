package dev.sweetspot.data.metric;

/** Matthews' correlation of what is said and what is true: 1 is perfect, 0 by chance, also where classes are rare. For any number of classes after Gorodkin 2004; 0 where one class alone is said or true. */
public final class MatthewsCorrelation implements ClassificationMetric {
    @Override
    public String name() {
        return "mcc";
    }

    @Override
    public String help() {
        return "Matthews' correlation of what is said and what is true: 1 is perfect, 0 by chance, also where classes are rare.";
    }

    @Override
    public double value(ClassificationReport report) {
        var sums = Agreement.of(report);
        double spread = (sums.n() * sums.n() - sums.squaresSaid()) * (sums.n() * sums.n() - sums.squaresTrue());
        return spread <= 0 ? 0 : (sums.right() * sums.n() - sums.chance()) / Math.sqrt(spread);
    }
}
