package dev.sweetspot.cli;

import dev.sweetspot.data.Parts;
import dev.sweetspot.data.learner.Pace;
import dev.sweetspot.deep.family.NetworkLearning;
import dev.sweetspot.form.Fields;
import dev.sweetspot.job.Timetable;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.workload.TrialFailure;

/**
 * How quick this machine is with this data, measured with the default configuration for a moment.
 *
 * @param secondsPerImage of training on the threads of one trial
 * @param images to train on
 */
record Speed(double secondsPerImage, int images) {
    private static final double PROBE_SECONDS = 2;
    private static final double PROBE_SHARE = 0.04;
    /** So many whole trials should fit into the search, were none stopped early. */
    private static final double WISHED_TRIALS = 12;

    private static final double MOST_EPOCHS = 40;
    private static final double UNHURRIED_EPOCHS = 20;
    /** Trials beside each other share the memory's bandwidth, and are validated. */
    private static final double CROWDED = 1.4;

    static Speed measure(NetworkLearning learner, Configuration standard, long end, int threads)
            throws TrialFailure, InterruptedException {
        int images = learner.parts().trainingAndValidation().length;
        if (end == Long.MAX_VALUE) {
            return new Speed(0, images);
        }
        double left = (end - System.nanoTime()) / 1e9;
        double seconds = Math.max(0.2, Math.min(PROBE_SECONDS, left * PROBE_SHARE));
        // The first steps compile and choose kernels; they say nothing of the ones after them.
        learner.fit(standard, 0, Math.max(1, threads), pace(seconds / 2)).close();
        try (var fitted = learner.fit(standard, 0, Math.max(1, threads), pace(seconds / 2))) {
            var record = Fields.of(fitted.record());
            double done = Math.max(1e-6, record.number("epochs")) * images;
            return new Speed(record.number("seconds") / done, images);
        }
    }

    private static Pace pace(double seconds) {
        return new Pace(MOST_EPOCHS, System.nanoTime() + (long) (seconds * 1e9), (done, planned) -> {});
    }

    double epochsOfATrial(long end, int workers) {
        if (end == Long.MAX_VALUE) {
            return UNHURRIED_EPOCHS;
        }
        var search = (timetable(end, 0).searchEnd() - System.nanoTime()) / 1e9;
        double perTrial = Math.max(0, search) * workers / WISHED_TRIALS;
        double epochs = perTrial / (secondsPerImage * CROWDED * images);
        return epochs >= 1 ? Math.min(MOST_EPOCHS, Math.floor(epochs)) : Math.max(0.01, epochs);
    }

    Timetable timetable(long end, Parts parts) {
        return timetable(end, parts.test().length);
    }

    private Timetable timetable(long end, int tested) {
        // Predicting costs about a third of training, and both models are measured one after the other.
        return end == Long.MAX_VALUE
                ? Timetable.ENDLESS
                : Timetable.until(System.nanoTime(), end, 2 * tested * secondsPerImage * 0.5);
    }
}
