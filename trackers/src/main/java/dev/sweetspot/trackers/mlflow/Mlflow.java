package dev.sweetspot.trackers.mlflow;

import dev.sweetspot.trackers.Tracked;
import dev.sweetspot.trackers.Tracker;
import dev.sweetspot.trackers.TrackerProvider;
import java.io.IOException;

/** A tracking server of MLflow: an experiment, a run for the study, and below it a run a trial. */
public record Mlflow() implements TrackerProvider {
    @Override
    public String name() {
        return "mlflow";
    }

    @Override
    public String help() {
        return "a server of MLflow: a run for the study, and below it a run for each trial";
    }

    @Override
    public String place() {
        return "http://HOST:PORT";
    }

    @Override
    public void check(String place) {
        Address.parse(place);
    }

    @Override
    public Tracker open(Tracked study, String place) throws IOException {
        return new MlflowTracker(study, Address.parse(place));
    }
}
