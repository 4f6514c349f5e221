package dev.sweetspot.studio.work;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.InvalidInputException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One training or search of a project, and the process that does it. For any number of threads. */
public final class Work {
    /** Ended by a signal, or by itself when it was asked to: it can be gone on with. */
    private static final int INTERRUPTED = 130;

    private static final int TERMINATED = 143;

    /** Less than this is not enough to train and measure something. */
    private static final double LEAST_MINUTES = 0.5;

    private static final String EXTENDED = "extended_by_minutes";

    private static final String SPEAKER = "sweetspot: ";

    private final int number;
    private final WorkPlace folder;
    private final Launcher launcher;
    private final Wish wish;
    private final String data;
    private final Instant begunAt;
    private final LiveFile live;
    private Optional<ProcessHandle> process;
    /** The minutes that it got after its end, where it got some. */
    private Optional<Double> extended = Optional.empty();

    private Work(
            int number,
            WorkPlace folder,
            Launcher launcher,
            Wish wish,
            String data,
            Instant begunAt,
            Optional<ProcessHandle> process) {
        this.number = number;
        this.folder = folder;
        this.launcher = launcher;
        this.wish = wish;
        this.data = data;
        this.begunAt = begunAt;
        this.process = process;
        this.live = new LiveFile(folder.live());
    }

    /**
     * Begins one in a folder that is there and empty.
     *
     * @param data what it is done with, as the command line takes it
     */
    static Work begin(int number, WorkPlace folder, Launcher launcher, Wish wish, String data, Instant now) {
        var work = new Work(number, folder, launcher, wish, data, now, Optional.empty());
        work.write();
        work.launch(wish.words(data, folder));
        return work;
    }

    /** One that was begun before, by whichever process; empty when its folder says nothing. */
    static Optional<Work> of(int number, WorkPlace folder, Launcher launcher) {
        return folder.about().map(about -> {
            var fields = Fields.of(about);
            var work = new Work(
                    number,
                    folder,
                    launcher,
                    Wish.fromForm((MapForm) fields.require("wish")),
                    fields.text("data"),
                    Instant.parse(fields.text("begun_at")),
                    fields.findWhole("pid").flatMap(pid -> alive(pid, fields.findText("process_began"))));
            work.extended = fields.findNumber(EXTENDED);
            return work;
        });
    }

    /** The process of that number, unless another one has got the number since. */
    private static Optional<ProcessHandle> alive(long pid, Optional<String> began) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(handle ->
                        handle.info().startInstant().map(Instant::toString).equals(began));
    }

    /** Its number in its project. */
    public int number() {
        return number;
    }

    /** What was asked for. */
    public Wish wish() {
        return wish;
    }

    /** What it is done with: the moment of the project, as the command line takes it. */
    public String data() {
        return data;
    }

    /** When that was. */
    public Instant begunAt() {
        return begunAt;
    }

    /** What it has told so far. */
    public Sighting sighting() {
        return live.now();
    }

    /** How it stands. */
    public synchronized WorkState state() {
        var running = process.filter(ProcessHandle::isAlive);
        if (running.isPresent()) {
            return new WorkState.Running(running.get().pid());
        }
        if (wish.isDone(folder)) {
            return new WorkState.Done();
        }
        var code = folder.exit().map(exit -> Fields.of(exit).integer("code"));
        // Nobody saw the end of a process that outlived its server: had it failed by itself, it would have said so.
        boolean failed = code.map(Work::isFailure).orElse(complaint().isPresent());
        return failed
                ? new WorkState.Failed(complaint().orElse("It ended without a word (code " + code.orElse(0) + ")."))
                : new WorkState.Paused();
    }

    /** A signal ends a process with 128 and its number; what a signal ended is gone on with. */
    private static boolean isFailure(int code) {
        return code != INTERRUPTED && code != TERMINATED && code < 128;
    }

    /** What it found; empty while there is nothing. */
    public Optional<MapForm> result() {
        return folder.result();
    }

    /** Where its files are. */
    public WorkPlace place() {
        return folder;
    }

    /** The last thing that it complained of. */
    private Optional<String> complaint() {
        return complaint(lastLines());
    }

    /** The last complaint among lines that this program said. */
    static Optional<String> complaint(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(SPEAKER))
                .map(line -> line.substring(SPEAKER.length()))
                .reduce((before, last) -> last);
    }

    /** The end of what it said to people. */
    public List<String> lastLines() {
        try {
            var lines = Files.exists(folder.log()) ? Files.readAllLines(folder.log()) : List.<String>of();
            return lines.subList(Math.max(0, lines.size() - 100), lines.size());
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Asks its process to put aside what runs and to end; returns at once. Nothing to do where none runs. */
    public synchronized void pause() {
        process.ifPresent(ProcessHandle::destroy);
    }

    /**
     * Goes on.
     *
     * @throws InvalidInputException when it cannot be gone on with
     */
    synchronized void resume() {
        if (!(state() instanceof WorkState.Paused)) {
            throw new InvalidInputException(
                    "work", number, "is " + state().word() + ", and only what is paused can be gone on with", "");
        }
        var sighting = sighting();
        // The study knows the time that it was given first; of what it got later only this knows what is left.
        var left = extended.map(all -> sighting.secondsLeft()
                .map(seconds -> Math.max(LEAST_MINUTES, seconds / 60))
                .orElse(all));
        launch(sighting.study()
                .map(study -> left.map(minutes -> resumption(study, minutes)).orElseGet(() -> resumption(study)))
                .orElseGet(() -> wish.words(data, folder)));
    }

    /**
     * Searches on after the end.
     *
     * @param minutes how long, from now to its end, the last training included; above 0
     * @throws InvalidInputException when it is no search, or has not ended, or the time is too short
     */
    synchronized void searchOn(double minutes) {
        var study = sighting().study();
        if (!(wish instanceof Wish.Search) || study.isEmpty() || !(state() instanceof WorkState.Done)) {
            throw new InvalidInputException(
                    "work", number, "is " + state().word() + ", and only a search that is done can get more time", "");
        }
        if (!(minutes > 0) || Double.isInfinite(minutes)) {
            throw new InvalidInputException("minutes", minutes, "must be above 0", "10?");
        }
        extended = Optional.of(minutes);
        launch(resumption(study.get(), minutes));
    }

    /** What was ended before it had made its study begins again. */
    private List<String> resumption(String study) {
        var words = new ArrayList<>(List.of("resume", study));
        words.addAll(folder.words());
        return words;
    }

    private List<String> resumption(String study, double minutes) {
        var words = resumption(study);
        words.add("--minutes=" + minutes);
        return words;
    }

    private synchronized void launch(List<String> words) {
        folder.begins();
        try {
            live.launched();
            var begun = new ProcessBuilder(launcher.command(words))
                    .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                    .redirectOutput(folder.printed().toFile())
                    .redirectError(ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
                    .start();
            process = Optional.of(begun.toHandle());
            write();
            watch(begun);
        } catch (IOException e) {
            throw new UncheckedIOException("the process could not be begun", e);
        }
    }

    private void watch(Process begun) {
        var watcher = new Thread(
                () -> {
                    try {
                        folder.exit(Form.of(Map.of("code", Form.of(begun.waitFor()))));
                    } catch (InterruptedException | UncheckedIOException e) {
                        // Then nobody saw how it ended, as where the server is not there any more.
                        Thread.currentThread().interrupt();
                    }
                },
                "sweetspot-work-" + number);
        watcher.setDaemon(true);
        watcher.start();
    }

    private static File nothing() {
        return new File(System.getProperty("os.name", "").startsWith("Windows") ? "NUL" : "/dev/null");
    }

    private void write() {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("wish", wish.toForm());
        entries.put("data", Form.of(data));
        entries.put("begun_at", Form.of(begunAt.toString()));
        extended.ifPresent(minutes -> entries.put(EXTENDED, Form.of(minutes)));
        process.ifPresent(handle -> {
            entries.put("pid", Form.of(handle.pid()));
            handle.info().startInstant().ifPresent(began -> entries.put("process_began", Form.of(began.toString())));
        });
        folder.about(Form.of(entries));
    }
}
