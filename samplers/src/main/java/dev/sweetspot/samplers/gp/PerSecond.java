package dev.sweetspot.samplers.gp;

/**
 * Divides by the expected time of a trial (Snoek, Larochelle and Adams 2012, section 3.2), which is longer where less is
 * known of it: with a clock that ends the search, half the improvement in a tenth of the time is the better buy.
 */
final class PerSecond extends Modelled {
    private final double spread;
    private final double floor;

    /**
     * A price.
     *
     * @param model of the warped logarithm of the seconds
     * @param spread by how much the logarithm of the seconds grows where the model's value grows by 1
     * @param floor the model's value of seconds below which nothing is won by taking less
     */
    PerSecond(Model model, double spread, double floor) {
        super(model);
        this.spread = spread;
        this.floor = floor;
    }

    @Override
    double value(double mean, double deviation) {
        return -spread * Math.max(floor, expected(mean, deviation));
    }

    private double expected(double mean, double deviation) {
        return mean + 0.5 * spread * deviation * deviation;
    }

    @Override
    double byMean(double mean, double deviation) {
        return expected(mean, deviation) > floor ? -spread : 0;
    }

    @Override
    double byDeviation(double mean, double deviation) {
        return expected(mean, deviation) > floor ? -spread * spread * deviation : 0;
    }
}
