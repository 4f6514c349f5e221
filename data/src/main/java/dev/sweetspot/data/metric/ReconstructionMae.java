package dev.sweetspot.data.metric;

/** The mean absolute error of reconstructions, in standard deviations of the training part. */
public final class ReconstructionMae implements ReconstructionMetric {
    @Override
    public String name() {
        return "reconstruction_mae";
    }

    @Override
    public String help() {
        return "The mean size of the differences between items and their reconstructions, in "
                + "standard deviations of the data: a few large ones weigh less than in "
                + "reconstruction_mse.";
    }

    @Override
    public double value(ReconstructionReport report) {
        return report.mae().value();
    }
}
