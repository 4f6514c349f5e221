package dev.sweetspot.cli;

import dev.sweetspot.data.Parts;
import dev.sweetspot.deep.learning.NetworkLearning;
import dev.sweetspot.job.Length;
import dev.sweetspot.job.Timetable;
import dev.sweetspot.space.Configuration;

/**
 * How quick this machine is with this data, measured with the default configuration for a moment, as many trainings at once
 * as there will be trials.
 *
 * @param secondsPerImage of training on the threads of one trial
 * @param images to train on
 * @param looks how many images one epoch of a trial trains on: fewer, or with folds more
 * @param wishedTrials so many whole trials should fit into the search, were none stopped early
 * @param members how many networks the last training averages
 */
record Speed(double secondsPerImage, int images, int looks, int wishedTrials, int members) {
    private static final double PROBE_SECONDS = 6;
    private static final double PROBE_SHARE = 0.04;
    private static final double MOST_EPOCHS = 40;
    private static final double UNHURRIED_EPOCHS = 20;
    /** Little data is looked at more often: networks need steps, however few examples there are. */
    private static final double LOOKS = 200_000;

    private static final double MOST_EPOCHS_OF_LITTLE_DATA = 300;
    /** Trials are short, compared with the last training, where it is at least so many times as long. */
    private static final double SHORT = 4;

    /** Trials are validated after every epoch, and most configurations are larger than the default. */
    private static final double BESIDE = 1.2;

    /**
     * Measures for a moment on this machine.
     *
     * @param standard the configuration that is trained
     * @param end of all that is done, by which it follows how much time a measurement is worth
     */
    static Division.Probe probe(NetworkLearning learner, Configuration standard, long end) {
        double left = (end - System.nanoTime()) / 1e9;
        double seconds = end == Long.MAX_VALUE ? 0 : Math.max(0.2, Math.min(PROBE_SECONDS, left * PROBE_SHARE));
        return new TrainingProbe(learner, standard, seconds);
    }

    /**
     * How many epochs are good where there is no clock.
     *
     * @param images to train on
     */
    static double unhurriedEpochs(int images) {
        return most(images) / MOST_EPOCHS * UNHURRIED_EPOCHS;
    }

    double epochsOfATrial(long end, int workers) {
        if (end == Long.MAX_VALUE) {
            return unhurriedEpochs(images);
        }
        var search = (timetable(end, 0).searchEnd() - System.nanoTime()) / 1e9;
        double perTrial = Math.max(0, search) * workers / wishedTrials;
        double epochs = perTrial / (secondsPerImage * BESIDE * looks);
        return epochs >= 1 ? Math.min(most(), Math.floor(epochs)) : Math.max(0.01, epochs);
    }

    /**
     * Whether the last training is so much longer than trials that they cannot tell all that matters to it.
     *
     * @param epochs of a trial
     * @param workers how many trials run at once, which together are as quick as both last trainings
     */
    boolean areShort(double epochs, long end, int workers) {
        if (end == Long.MAX_VALUE) {
            return false;
        }
        var times = timetable(end, 0);
        double each = (times.fitEnd() - times.searchEnd()) / 1e9 * workers / 2;
        double last = Math.min(Length.most(epochs), each / (secondsPerImage * images * members));
        return Length.isTooShortToTell(epochs) && last >= SHORT * epochs;
    }

    private double most() {
        return most(images);
    }

    private static double most(int images) {
        return Math.max(MOST_EPOCHS, Math.min(MOST_EPOCHS_OF_LITTLE_DATA, Math.floor(LOOKS / Math.max(1, images))));
    }

    Timetable timetable(long end, Parts parts) {
        return timetable(end, parts.test().length);
    }

    private Timetable timetable(long end, int tested) {
        // Predicting costs about a third of training, and both models are measured one after the other.
        return end == Long.MAX_VALUE
                ? Timetable.ENDLESS
                : Timetable.until(
                        System.nanoTime(),
                        end,
                        Length.most(most()) * images * secondsPerImage,
                        members,
                        2 * tested * members * secondsPerImage * 0.5);
    }
}
