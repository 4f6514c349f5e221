package dev.sweetspot.studio.work;

import dev.sweetspot.store.FolderTree;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Makes the forms in which results are taken home: by this program in a process of its own, one after the other, so that the
 * native engine and its memory stay out of the server. What is made lies in the folder of its work; it is written aside, so
 * that what is there is whole, and made anew when the model is another one. For any number of threads.
 */
public final class HomeMaker implements AutoCloseable {
    /** Exports take seconds; what takes so long hangs. */
    private static final long LONGEST_MINUTES = 15;

    private static final String FOLDER = "home";
    private static final String ASIDE = ".making-";

    private final Launcher launcher;
    private final Map<Path, HomeState> states = new ConcurrentHashMap<>();
    private final ExecutorService oneByOne = Executors.newSingleThreadExecutor(work -> {
        var daemon = new Thread(work, "sweetspot-take-home");
        daemon.setDaemon(true);
        return daemon;
    });

    /** @param launcher begins this program again */
    public HomeMaker(Launcher launcher) {
        this.launcher = launcher;
    }

    /** How one form of a result stands. */
    public HomeState state(Work work, HomeForm form) {
        var target = target(work, form);
        var files = form.files().stream().map(target::resolve).toList();
        var told = states.getOrDefault(target, new HomeState.NotMade());
        boolean made = !(told instanceof HomeState.Making) && files.stream().allMatch(file -> isOf(work, file));
        return made ? new HomeState.Made(files) : told;
    }

    /** A search that goes on may find another winner: what was made of the model before is of no use then. */
    private static boolean isOf(Work work, Path file) {
        try {
            return Files.isRegularFile(file)
                    && Files.getLastModifiedTime(file)
                                    .compareTo(Files.getLastModifiedTime(
                                            work.place().model()))
                            >= 0;
        } catch (IOException gone) {
            return false;
        }
    }

    private static Path target(Work work, HomeForm form) {
        return work.place().path().resolve(FOLDER).resolve(form.name());
    }

    /** Begins to make one; nothing to do where it is there or being made. */
    public synchronized void make(Work work, HomeForm form) {
        var now = state(work, form);
        if (!(now instanceof HomeState.Made) && !(now instanceof HomeState.Making)) {
            var target = target(work, form);
            states.put(target, new HomeState.Making());
            oneByOne.execute(() -> states.put(target, made(work, form, target)));
        }
    }

    private HomeState made(Work work, HomeForm form, Path target) {
        try {
            var home = Files.createDirectories(work.place().path().resolve(FOLDER));
            forgetHalves(home);
            var aside = Files.createTempDirectory(home, ASIDE);
            try {
                return made(work, form, aside, target);
            } finally {
                FolderTree.delete(aside);
            }
        } catch (IOException | UncheckedIOException e) {
            return new HomeState.Failed("It could not be written (" + e.getMessage() + "). Maybe the disk is full?");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new HomeState.NotMade();
        }
    }

    private HomeState made(Work work, HomeForm form, Path aside, Path target) throws IOException, InterruptedException {
        var folder = Files.createDirectory(aside.resolve("files"));
        var words = form.words(work, folder);
        if (words.isEmpty()) {
            return new HomeState.Failed("There is no study of it that could be told of.");
        }
        var log = aside.resolve("log.txt");
        var process = new ProcessBuilder(launcher.command(words.get()))
                .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                return new HomeState.Failed("It took longer than " + LONGEST_MINUTES + " minutes.");
            }
        } finally {
            process.destroyForcibly();
        }
        var files = form.files().stream().map(folder::resolve).toList();
        if (process.exitValue() != 0 || !files.stream().allMatch(Files::isRegularFile)) {
            return new HomeState.Failed(Work.complaint(Files.readAllLines(log))
                    .orElse("It ended without a word (code " + process.exitValue() + ")."));
        }
        FolderTree.delete(target);
        Files.move(folder, target);
        return new HomeState.NotMade();
    }

    /** Of a server that ended in the middle; one server at a time has a project. */
    private static void forgetHalves(Path home) throws IOException {
        try (var entries = Files.list(home)) {
            for (var entry : entries.filter(
                            path -> path.getFileName().toString().startsWith(ASIDE))
                    .toList()) {
                FolderTree.delete(entry);
            }
        }
    }

    private static File nothing() {
        return new File(System.getProperty("os.name", "").startsWith("Windows") ? "NUL" : "/dev/null");
    }

    /** What is being made is given up; it is made again when somebody asks. */
    @Override
    public void close() {
        List<Runnable> waiting = oneByOne.shutdownNow();
        waiting.clear();
    }
}
