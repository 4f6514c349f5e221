package dev.sweetspot.studio.project;

import dev.sweetspot.data.Shown;
import dev.sweetspot.form.InvalidInputException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A project that is open: images, categories, labels, parts and notes. Each change is on the disk before the call that made
 * it returns, so that nobody has to save and nothing that was acknowledged is lost, whatever happens. Any number of threads
 * may call; one process at a time has a project open, and any number may read it.
 *
 * <p>On disk it is a folder: {@code project.journal} with the changes and {@code originals/} with the files of the images.
 */
public final class Project implements AutoCloseable {
    private static final String LOCK = "project.lock";

    private final Path folder;
    private final InstantSource clock;
    private final Journal journal;
    private final FileChannel lock;
    private final Originals originals;
    private History history;
    private ProjectView view;

    private Project(Path folder, InstantSource clock, History history, Journal journal, FileChannel lock) {
        this.folder = folder;
        this.clock = clock;
        this.history = history;
        this.journal = journal;
        this.lock = lock;
        this.originals = new Originals(folder);
        this.view = history.view();
    }

    /**
     * A new project without images.
     *
     * @param folder must not be there yet, or be empty
     * @param name what people call it
     */
    public static Project create(Path folder, String name, InstantSource clock) {
        try {
            Files.createDirectories(folder);
            try (var files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    throw new FileAlreadyExistsException(folder.toString());
                }
            }
            var lock = locked(folder);
            Journal.create(folder.resolve(Journal.FILE)).close();
            return rename(open(folder, clock, lock), name);
        } catch (FileAlreadyExistsException e) {
            throw new InvalidInputException(
                    "project", Shown.name(folder.toString()), "must be a new or an empty folder", "another name?");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Project rename(Project project, String name) {
        try {
            project.edit().name(name);
            return project;
        } catch (RuntimeException e) {
            project.close();
            throw e;
        }
    }

    /**
     * Goes on with a project.
     *
     * @throws InvalidInputException when there is none, it is damaged, or another process has it open
     */
    public static Project open(Path folder, InstantSource clock) {
        if (!isProject(folder)) {
            throw new InvalidInputException(
                    "project", Shown.name(folder.toString()), "is no project of Sweetspot", "another folder?");
        }
        try {
            return open(folder, clock, locked(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Project open(Path folder, InstantSource clock, FileChannel lock) throws IOException {
        try {
            var history = new History();
            long end = replay(folder, history::apply);
            return new Project(folder, clock, history, Journal.open(folder.resolve(Journal.FILE), end), lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static FileChannel locked(Path folder) throws IOException {
        var channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new InvalidInputException(
                    "project", Shown.name(folder.toString()), "is open in another Sweetspot", "close it there?");
        }
        return channel;
    }

    /**
     * Looks whether nobody has a project open, damaged or not.
     *
     * @throws InvalidInputException when somebody has
     */
    public static void requireClosed(Path folder) {
        try {
            locked(folder).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a project lies in this folder. */
    public static boolean isProject(Path folder) {
        return Files.isRegularFile(folder.resolve(Journal.FILE));
    }

    /**
     * What a project is now, whoever has it open.
     *
     * @throws InvalidInputException when there is none, or it is damaged
     */
    public static ProjectView read(Path folder) {
        return read(folder, Long.MAX_VALUE);
    }

    /**
     * What a project was at a moment.
     *
     * @param version see {@link ProjectView#version}; one that has not come yet is now
     * @throws InvalidInputException when there is none, or it is damaged
     */
    static ProjectView read(Path folder, long version) {
        try {
            var history = new History();
            replay(folder, entry -> {
                if (history.version() < version) {
                    history.apply(entry);
                }
            });
            return history.view();
        } catch (IOException e) {
            throw new InvalidInputException(
                    "project = " + Shown.name(folder.toString()) + ": cannot be read. Maybe it is not yours to read?",
                    e);
        }
    }

    private static long replay(Path folder, Consumer<Entry> entries) throws IOException {
        var file = folder.resolve(Journal.FILE);
        try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return Journal.read(in, file.toString(), entries);
        }
    }

    /** Where it lies. */
    public Path folder() {
        return folder;
    }

    /** The files of its images. */
    public Originals originals() {
        return originals;
    }

    /** The files of the images of the project in a folder, for who only reads it. */
    public static Originals originals(Path folder) {
        return new Originals(folder);
    }

    /** What it is now. */
    public synchronized ProjectView view() {
        return view;
    }

    /** What can be changed. */
    public ProjectEdit edit() {
        return new ProjectEdit(this, Optional.empty());
    }

    /**
     * What can be changed, as more of a step: it is undone together with it, unless something else happened between.
     *
     * @param step as a change before gave it
     */
    public ProjectEdit edit(long step) {
        return new ProjectEdit(this, Optional.of(step));
    }

    /** What a change is made of, seen from the project as it is when nobody else changes it. */
    interface Planned {
        List<Change> from(Board board);
    }

    /** Makes changes together, on the disk before this returns; gives the number of the step. Nothing to do is no step. */
    synchronized long make(Optional<Long> step, String what, Planned planned) {
        var changes = planned.from(history.board());
        if (changes.isEmpty()) {
            return step.orElse(history.lastStep());
        }
        long number = step.orElse(history.nextStep());
        write(new Entry.Done(number, clock.instant().toString(), what, changes));
        return number;
    }

    /** Takes the last step back. */
    public synchronized void undo() {
        write(new Entry.Undone(clock.instant().toString()));
    }

    /** Does the step again that was taken back last. */
    public synchronized void redo() {
        write(new Entry.Redone(clock.instant().toString()));
    }

    private void write(Entry entry) {
        history.apply(entry);
        try {
            journal.append(entry);
        } catch (IOException e) {
            forget();
            throw new UncheckedIOException("the change could not be written. Maybe the disk is full?", e);
        }
        view = history.view();
    }

    /** What could not be written has not happened. */
    private void forget() {
        var written = new History();
        try {
            replay(folder, written::apply);
        } catch (IOException e) {
            throw new UncheckedIOException("the project cannot be read any more", e);
        }
        history = written;
    }

    @Override
    public synchronized void close() {
        try {
            journal.close();
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
