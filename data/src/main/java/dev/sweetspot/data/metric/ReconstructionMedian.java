package dev.sweetspot.data.metric;

/** The median over items of their mean squared errors. */
public final class ReconstructionMedian implements ReconstructionMetric {
    @Override
    public String name() {
        return "reconstruction_median";
    }

    @Override
    public String help() {
        return "Half of the items are made again with a smaller mean squared difference: a few "
                + "odd items do not count.";
    }

    @Override
    public double value(ReconstructionReport report) {
        return report.median().value();
    }
}
