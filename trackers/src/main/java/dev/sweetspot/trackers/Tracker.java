package dev.sweetspot.trackers;

import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Trial;
import java.io.IOException;

/**
 * Takes what happens in a study to a place where people look at it in another program. It is told of every event since the
 * beginning of the study, in the order of its log, by whichever worker it was made: whoever opens one for a place in which
 * much of the study is already is told all of it again. So it has to find out what is there, and leave it as it is.
 *
 * <p>Nothing has to be in its place before {@link #flush}. After an exception it is closed, and later another one is opened,
 * which is told everything. For one thread.
 */
public interface Tracker extends AutoCloseable {
    /** A trial began. */
    void began(Event.Started started) throws IOException;

    /** A trial told how well it does. */
    void reported(Event.Reported report) throws IOException;

    /**
     * A trial ended.
     *
     * @param trial as it stands in the end
     */
    void ended(Event.Finished end, Trial trial) throws IOException;

    /** All that it was told until now is to be in its place when this returns. */
    void flush() throws IOException;

    /** All of the study was told, and nobody works on it at present; {@link #flush} follows. */
    void left(Tracked study) throws IOException;

    @Override
    void close() throws IOException;
}
