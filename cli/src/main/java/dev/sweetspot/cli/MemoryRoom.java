package dev.sweetspot.cli;

import dev.sweetspot.deep.learning.NetworkLearning;
import dev.sweetspot.deep.space.BatchParameters;
import dev.sweetspot.deep.tensor.Device;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.Choice;
import dev.sweetspot.space.Configuration;
import java.util.Comparator;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * How much memory trainings may take in all: most of what is free, so that the program itself has room to grow and a
 * prediction may be a little wrong. Where a GPU computes, its memory counts, of which nothing is known: then all fits.
 *
 * @param bytes for all trainings together
 */
record MemoryRoom(long bytes) {
    private static final double SHARE = 0.9;
    private static final double GIB = 1L << 30;
    private static final String MEMORY = "memory";

    /** What there is now on this machine. */
    static MemoryRoom now(Device device) {
        return new MemoryRoom(device == Device.CPU ? (long) (SHARE * FreeMemory.bytes()) : Long.MAX_VALUE);
    }

    /** Of the processor, whatever computes. */
    static MemoryRoom now() {
        return now(Device.CPU);
    }

    /** What each of so many processes may have. */
    OptionalLong share(int processes) {
        return OptionalLong.of(bytes / processes);
    }

    /**
     * Refuses a configuration that is predicted to take more than there is.
     *
     * @param what is to be trained, for people: "the default configuration"
     * @param atOnce how many such trainings there are at once
     */
    void require(NetworkLearning learner, Configuration configuration, String what, int atOnce) {
        double needed = needed(learner, configuration);
        if (needed * atOnce <= bytes) {
            return;
        }
        throw new InvalidInputException(
                MEMORY,
                gibibytes(needed),
                (atOnce == 1 ? "" : "times " + atOnce + " ") + "is what " + what
                        + " is predicted to need, and there are " + gibibytes((double) bytes) + " for trainings here",
                maybe(learner, configuration, atOnce));
    }

    private String maybe(NetworkLearning learner, Configuration configuration, int atOnce) {
        if (atOnce > 1 && atOnce(learner, configuration) >= 1) {
            return "--workers " + atOnce(learner, configuration) + "?";
        }
        var batchSize = BatchParameters.BATCH_SIZE;
        int now = configuration.find(batchSize).orElse(1);
        return batchSize.choices().stream()
                .map(Choice::value)
                .filter(size -> size < now)
                .filter(size -> needed(learner, configuration.with(batchSize, size)) * atOnce <= bytes)
                .max(Comparator.naturalOrder())
                .map(size -> batchSize.name() + " = " + size + "?")
                .orElse("a smaller network, or smaller images or shorter series?");
    }

    /** How many trainings of a configuration fit at once; at least 0. */
    int atOnce(NetworkLearning learner, Configuration configuration) {
        return (int) Math.min(Integer.MAX_VALUE, bytes / Math.max(1, needed(learner, configuration)));
    }

    /**
     * A learning whose trials are kept within their share.
     *
     * @param standard what the winner is trained beside at the end
     * @param atOnce how many trials run at once
     */
    NetworkLearning limit(NetworkLearning learner, Configuration standard, int atOnce) {
        if (bytes == Long.MAX_VALUE) {
            return learner;
        }
        double beside = needed(learner, standard);
        return learner.within((long) Math.min((double) bytes / atOnce, Math.max(beside, bytes - beside)));
    }

    private static double needed(NetworkLearning learner, Configuration configuration) {
        return learner.predict(MEMORY, configuration).orElse(0);
    }

    private static String gibibytes(double bytes) {
        return String.format(Locale.ROOT, bytes < GIB ? "%.2f GiB" : "%.1f GiB", bytes / GIB);
    }
}
