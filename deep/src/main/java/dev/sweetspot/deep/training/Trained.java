package dev.sweetspot.deep.training;

import dev.sweetspot.data.learner.Course;
import dev.sweetspot.deep.network.Module;
import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.layer.Readout;
import java.util.Optional;

/**
 * What came of learning, as a model file gets it and as it answers: one network, or the average of several. Belongs to one
 * thread at a time; whoever makes it closes it.
 */
public interface Trained extends AutoCloseable {
    /** How many epochs are done, in parts too; of several networks, by each. */
    double epochs();

    /**
     * How it went until now.
     *
     * @throws IllegalStateException where it went on from a snapshot, which does not say what was planned before
     */
    Course course();

    /** How many networks it is the average of; 1 where it is a single one. */
    default int members() {
        return 1;
    }

    /**
     * What it says of examples.
     *
     * @return a row an example: a probability for each class, or the numbers themselves
     */
    float[][] predict(int[] examples);

    /** The weights that a model file gets. */
    Module.State state();

    /** The network that a model file gets. */
    Network network();

    /** How the network's outputs are read as answers; empty where they are read as they are. */
    Optional<Readout> readout();

    @Override
    void close();
}
