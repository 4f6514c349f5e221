package dev.sweetspot.data.metric;

/** The mean squared error of reconstructions, in squared standard deviations of the training part. */
public final class ReconstructionMse implements ReconstructionMetric {
    @Override
    public String name() {
        return "reconstruction_mse";
    }

    @Override
    public String help() {
        return "The mean squared difference between items and their reconstructions, in squared "
                + "standard deviations of the data: 0 is perfect, 1 about as good as always saying "
                + "the mean.";
    }

    @Override
    public double value(ReconstructionReport report) {
        return report.mse().value();
    }
}
