package dev.sweetspot.trackers.tensorboard;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.trackers.Tracked;
import dev.sweetspot.trackers.Tracker;
import dev.sweetspot.trackers.TrackerProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A folder that {@code tensorboard --logdir} is pointed at: a run a trial, and the view of hyperparameters. */
public record TensorBoard() implements TrackerProvider {
    @Override
    public String name() {
        return "tensorboard";
    }

    @Override
    public String help() {
        return "a folder for tensorboard --logdir: the curves of each trial, and the table of hyperparameters";
    }

    @Override
    public String place() {
        return "DIR";
    }

    @Override
    public void check(String place) {
        var folder = folder(place);
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new InvalidInputException(name(), folder, "is a file", "a folder that is new or empty?");
        }
    }

    @Override
    public Tracker open(Tracked study, String place) throws IOException {
        check(place);
        return new TensorBoardTracker(study, folder(place));
    }

    private Path folder(String place) {
        try {
            return Path.of(place);
        } catch (InvalidPathException e) {
            throw new InvalidInputException(name(), place, "is no name of a folder: " + e.getReason(), "");
        }
    }
}
