package dev.sweetspot.trackers.tensorboard;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.trackers.Tracked;
import dev.sweetspot.trackers.Tracker;
import dev.sweetspot.trackers.Words;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Start;
import dev.sweetspot.trial.Trial;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Writes a run a trial, in a folder of its own, and the space in a file beside them. */
final class TensorBoardTracker implements Tracker {
    private static final String FILE = "events.out.tfevents.";
    /** TensorBoard shows what is named so in the folder itself. */
    private static final String EXPERIMENT = FILE + "0.sweetspot";

    private final Path folder;
    private final Tracked study;
    private final Map<Integer, EventFile> files = new HashMap<>();
    private final Map<Integer, Integer> reports = new HashMap<>();
    private final Map<Integer, Event.Started> unknown = new HashMap<>();

    TensorBoardTracker(Tracked study, Path folder) throws IOException {
        this.study = study;
        this.folder = folder;
        Files.createDirectories(folder);
        writeExperiment(study);
    }

    /** Whole, in the place of what an earlier state of the study had: its space may have been changed since. */
    private void writeExperiment(Tracked now) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(Events.version(now.createdAt()));
        bytes.writeBytes(Hyperparameters.experiment(now));
        var file = folder.resolve(EXPERIMENT);
        var mine = folder.resolve("study.txt");
        var sign = now.spec().name() + "\n" + now.createdAt() + "\n";
        if (!Files.exists(mine)) {
            requireEmpty();
            Files.writeString(mine, sign);
        } else if (!Files.readString(mine).equals(sign)) {
            throw new InvalidInputException(
                    "tensorboard",
                    folder,
                    "holds the study "
                            + Files.readString(mine).lines().findFirst().orElse(""),
                    "another folder?");
        }
        if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), bytes.toByteArray())) {
            var aside = folder.resolve(".experiment.part");
            Files.write(aside, bytes.toByteArray());
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Runs of something else would be shown among the trials. */
    private void requireEmpty() throws IOException {
        try (var there = Files.walk(folder, 2)) {
            if (there.anyMatch(file -> file.getFileName().toString().contains("tfevents"))) {
                throw new InvalidInputException(
                        "tensorboard", folder, "holds runs of something else", "a folder that is new or empty?");
            }
        }
    }

    private static String run(int trial) {
        return String.format(Locale.ROOT, "trial-%04d", trial);
    }

    private EventFile file(int trial) {
        return files.computeIfAbsent(
                trial,
                number -> new EventFile(folder.resolve(run(number))
                        .resolve(FILE + study.createdAt().getEpochSecond() + ".sweetspot")));
    }

    @Override
    public void began(Event.Started started) {
        file(started.trial()).add(Events.version(started.at()));
        if (study.defineByRun()) {
            unknown.put(started.trial(), started);
        } else {
            begin(started, started.configuration());
        }
    }

    private void begin(Event.Started started, Configuration configuration) {
        int group = started.start() instanceof Start.Repeat repeat ? repeat.trial() : started.trial();
        file(started.trial()).add(Hyperparameters.begin(study, configuration, run(group), started.at()));
    }

    @Override
    public void reported(Event.Reported report) {
        int number = reports.merge(report.trial(), 1, Integer::sum);
        file(report.trial()).add(Events.scalars(report.at(), study.step(report.fidelity(), number), report.values()));
    }

    @Override
    public void ended(Event.Finished end, Trial trial) {
        var started = unknown.remove(end.trial());
        if (started != null) {
            begin(started, trial.configuration());
        }
        var values = new LinkedHashMap<String, Double>();
        Words.values(end.outcome()).values().forEach((name, value) -> values.put(Hyperparameters.outcome(name), value));
        if (!values.isEmpty()) {
            long step = study.step(
                    trial.curve().reached(), Math.max(1, trial.curve().size()));
            file(end.trial()).add(Events.scalars(end.at(), step, new Measurements(values)));
        }
        boolean failed = end.outcome() instanceof Outcome.Failed || end.outcome() instanceof Outcome.OverLimit;
        file(end.trial()).add(Hyperparameters.end(failed, end.at()));
    }

    @Override
    public void left(Tracked now) throws IOException {
        writeExperiment(now);
    }

    @Override
    public void flush() throws IOException {
        for (var file : files.values()) {
            file.flush();
        }
    }

    @Override
    public void close() {
        // Nothing is open between two flushes.
    }
}
