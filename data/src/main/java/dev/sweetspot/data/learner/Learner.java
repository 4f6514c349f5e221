package dev.sweetspot.data.learner;

import dev.sweetspot.data.DataSet;
import dev.sweetspot.data.Parts;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.workload.TrialFailure;
import dev.sweetspot.workload.Workload;
import java.util.function.BiConsumer;

/** A workload on data whose winner can be trained again, for longer and on more, and then asked for predictions. */
public interface Learner extends Workload {
    /** The data. */
    DataSet data();

    /** Who trains, who chooses, who measures. Trials see training and validation only. */
    Parts parts();

    /** A configuration in a few plain sentences: what is trained, and how. */
    String inWords(Configuration configuration);

    /**
     * How many times the work of an epoch of a trial an epoch of {@link #fit} is: it has more to train on and nothing to
     * validate, a trial may train once a fold, and the last training may be of several models.
     */
    double workOfLastEpoch(Configuration configuration);

    /**
     * Trains a configuration on training and validation together, as far as the pace allows.
     *
     * @param seed of first weights and batches
     * @param threads how many threads it may use
     * @throws InterruptedException when the thread was interrupted
     */
    Fitted fit(Configuration configuration, long seed, int threads, Pace pace)
            throws TrialFailure, InterruptedException;

    /**
     * Trains a configuration again as it was trained before: with the same arguments, on the same kind of processor, to
     * the same bits.
     *
     * @param course of the training before
     * @param progress told of each epoch: how many are done, of how many planned
     * @throws InterruptedException when the thread was interrupted
     */
    Fitted repeat(
            Configuration configuration, long seed, int threads, Course course, BiConsumer<Double, Double> progress)
            throws TrialFailure, InterruptedException;
}
