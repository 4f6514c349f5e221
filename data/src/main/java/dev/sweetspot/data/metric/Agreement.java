package dev.sweetspot.data.metric;

/**
 * Sums of a confusion matrix, from which measures of agreement beyond chance follow.
 *
 * @param n items
 * @param right items on the diagonal
 * @param chance sum over classes of how often each is true times how often it is said
 * @param squaresTrue sum over classes of how often each is true, squared
 * @param squaresSaid sum over classes of how often each is said, squared
 */
record Agreement(double n, double right, double chance, double squaresTrue, double squaresSaid) {
    static Agreement of(ClassificationReport report) {
        var confusion = report.confusion();
        double right = 0;
        double chance = 0;
        double squaresTrue = 0;
        double squaresSaid = 0;
        for (int c = 0; c < confusion.length; c++) {
            double isOne = 0;
            double said = 0;
            for (int other = 0; other < confusion.length; other++) {
                isOne += confusion[c][other];
                said += confusion[other][c];
            }
            right += confusion[c][c];
            chance += isOne * said;
            squaresTrue += isOne * isOne;
            squaresSaid += said * said;
        }
        return new Agreement(report.n(), right, chance, squaresTrue, squaresSaid);
    }
}
