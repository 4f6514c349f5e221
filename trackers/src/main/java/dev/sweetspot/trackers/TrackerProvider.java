package dev.sweetspot.trackers;

import java.io.IOException;

/** A kind of tracker. Found by its name in the service file. */
public interface TrackerProvider {
    /** Its name on the command line: "tensorboard". */
    String name();

    /** One sentence about what it writes where, for the help of the command line. */
    String help();

    /** What stands behind its name and a colon: "DIR". */
    String place();

    /**
     * Refuses a place that cannot be one; changes nothing there.
     *
     * @throws dev.sweetspot.form.InvalidInputException in words
     */
    void check(String place);

    /**
     * Opens a place for a study.
     *
     * @throws dev.sweetspot.form.InvalidInputException when something is there that has to go first
     * @throws IOException when it cannot be reached now
     */
    Tracker open(Tracked study, String place) throws IOException;
}
