package dev.sweetspot.sampler;

import dev.sweetspot.space.Configuration;
import java.util.Optional;

/**
 * Says how long a trial is going to take: what a study whose time is limited asks before it starts one. One class an
 * algorithm, its name in {@code META-INF/services}. Pure in its arguments.
 */
public interface TimeForecast {
    /**
     * How long a trial of a configuration takes from its beginning to its end.
     *
     * @return empty while no trial has told how long it took
     */
    Optional<Takes> whole(Question question, Configuration configuration);

    /**
     * How long something takes.
     *
     * @param seconds as likely more as less; above 0
     * @param factor by how much it is usually wrong: one standard deviation of the logarithm, at least 0
     */
    record Takes(double seconds, double factor) {
        /** Checks the ranges. */
        public Takes {
            if (!(seconds > 0) || !(factor >= 0)) {
                throw new IllegalArgumentException(
                        "seconds = " + seconds + ", factor = " + factor + ": must be above 0, and at least 0");
            }
        }
    }
}
