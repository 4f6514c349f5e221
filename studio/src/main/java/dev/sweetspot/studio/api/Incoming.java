package dev.sweetspot.studio.api;

import dev.sweetspot.data.Skipped;
import dev.sweetspot.data.format.FoundImages;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.server.Answer;
import dev.sweetspot.server.Refusal;
import dev.sweetspot.studio.importing.ImageImport;
import dev.sweetspot.studio.importing.ImportLimits;
import dev.sweetspot.studio.importing.ImportReport;
import dev.sweetspot.studio.project.Project;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The import that runs in a project, in the background: it goes on when all pages are closed. */
final class Incoming implements AutoCloseable {
    private static final int MOST_SHOWN = 200;

    private final Project project;
    private final ImageImport images;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        var daemon = new Thread(work, "sweetspot-incoming");
        daemon.setDaemon(true);
        return daemon;
    });
    private volatile State state = new Idle();
    private volatile boolean stop;

    /** How an import stands. */
    private sealed interface State {}

    private record Idle() implements State {}

    private record Running(String from, long done, long total) implements State {}

    private record Done(String from, ImportReport report) implements State {}

    private record Failed(String from, String why) implements State {}

    Incoming(Project project, int threads, ImageImport.Seen seen) {
        this.project = project;
        this.images = new ImageImport(ImportLimits.USUAL, threads, seen);
    }

    /**
     * Begins.
     *
     * @param from what it is called
     * @param folder where the files stay, when they are not copied
     * @param found finds the images, in the background
     * @param after always done at the end
     * @throws Refusal when another runs
     */
    synchronized void begin(String from, Optional<String> folder, Supplier<FoundImages> found, Runnable after) {
        if (state instanceof Running running) {
            throw Refusal.conflict("import", running.from(), "is still running", "stop it first?");
        }
        stop = false;
        state = new Running(from, 0, 0);
        thread.execute(() -> run(from, folder, found, after));
    }

    private void run(String from, Optional<String> folder, Supplier<FoundImages> found, Runnable after) {
        try {
            var report = images.take(
                    project,
                    found.get(),
                    new ImageImport.From(from, folder),
                    (done, total) -> state = new Running(from, done, total),
                    () -> stop);
            state = new Done(from, report);
        } catch (InvalidInputException e) {
            state = new Failed(from, String.valueOf(e.getMessage()));
        } catch (RuntimeException | OutOfMemoryError e) {
            System.getLogger(Incoming.class.getName()).log(System.Logger.Level.WARNING, "import failed", e);
            state = new Failed(from, "import = " + from + ": ended in the middle. What is in the project stays there.");
        } finally {
            after.run();
        }
    }

    /**
     * Does nothing where all that was taken in is there.
     *
     * @throws Refusal while images come in: who begins to learn then would learn from some of them, and from no part whole
     */
    void requireRest() {
        if (state instanceof Running running) {
            var count = running.total() == 0
                    ? "0 so far"
                    : String.format(Locale.ROOT, "%,d of %,d so far", running.done(), running.total());
            throw Refusal.conflict(
                    "images", count, "are still coming in", "wait until all are there, or stop taking them in?");
        }
    }

    /** Ends it after the images that are looked at just now. */
    void stop() {
        stop = true;
    }

    /** How it stands. */
    Form form() {
        var now = state;
        if (now instanceof Running running) {
            return Answer.map(
                    "state", Form.of("running"),
                    "from", Form.of(running.from()),
                    "done", Form.of(running.done()),
                    "total", Form.of(running.total()));
        }
        if (now instanceof Done done) {
            var report = done.report();
            return Answer.map(
                    "state", Form.of("done"),
                    "from", Form.of(done.from()),
                    "added", Form.of((long) report.added()),
                    "returned", Form.of((long) report.returned()),
                    "known", Form.of((long) report.known()),
                    "skipped", Form.of((long) report.skipped().size()),
                    "skipped_files", skipped(report.skipped()),
                    "notes", Form.of(report.notes().stream().map(Form::of).toList()));
        }
        return now instanceof Failed failed
                ? Answer.map(
                        "state", Form.of("failed"),
                        "from", Form.of(failed.from()),
                        "why", Form.of(failed.why()))
                : Answer.map("state", Form.of("idle"));
    }

    static Form skipped(List<Skipped> files) {
        return Form.of(files.stream()
                .limit(MOST_SHOWN)
                .map(file -> Answer.map("file", Form.of(file.file()), "reason", Form.of(file.reason())))
                .toList());
    }

    @Override
    public void close() {
        stop = true;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(30, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
