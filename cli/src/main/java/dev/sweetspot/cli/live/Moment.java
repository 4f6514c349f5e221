package dev.sweetspot.cli.live;

import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.History;
import java.util.List;
import java.util.Optional;

/**
 * All that the block shows of a job at one moment.
 *
 * @param spec what is searched
 * @param history what was tried
 * @param step what is being done, for people: "Searching"
 * @param trainings the final trainings that go on; empty while the search runs
 * @param time how much is used and left; empty when there is no deadline
 */
public record Moment(StudySpec spec, History history, String step, List<Training> trainings, Optional<Time> time) {
    /** Keeps a copy. */
    public Moment {
        trainings = List.copyOf(trainings);
    }

    /** A final training: how far it is, of how far. */
    public record Training(String what, double epochs, double planned) {}

    /** Seconds since the beginning, and until the end. */
    public record Time(double used, double left) {}
}
